package org.plumbline.server.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;
import org.plumbline.server.training.Judged;

/**
 * A lifter in the roster.
 *
 * @param lifterId who
 * @param name their name
 * @param lastAt when their last set began, or null where they did not train in the days looked at
 * @param trainingDays days they trained on
 * @param daysAWeek the same by the week
 * @param sets sets
 * @param repetitions repetitions
 * @param flagged repetitions with a caution or more
 * @param openFlagged repetitions with a flag that nobody has judged, as the queue holds them
 * @param simulated whether any of it is simulated
 * @param lastSession what the repetitions of their last session came to, or null where they did not train in the days looked at
 * @param change how far their last session lay from their usual, or null where that cannot be told
 */
public record RosterLine(
        UUID lifterId,
        String name,
        @Nullable Instant lastAt,
        int trainingDays,
        double daysAWeek,
        int sets,
        int repetitions,
        int flagged,
        int openFlagged,
        boolean simulated,
        @Nullable LastSession lastSession,
        @Nullable Change change) {
    /**
     * The repetitions of a session, of all its exercises.
     *
     * @param repetitions how many
     * @param assessed how many had their form judged
     * @param flagged how many had a caution or more
     */
    public record LastSession(int repetitions, int assessed, int flagged) {
        /** Of how many of them the form was judged. */
        Judged judged() {
            return new Judged(repetitions, assessed);
        }
    }

    /**
     * The largest change of a lifter's last session against the middle of their sessions before.
     *
     * @param exercise exercise in which it was
     * @param metric what changed
     * @param value how much, signed, in the unit of the metric
     * @param ofDetectable the same in smallest detectable changes: from 1 it stands out of noise
     */
    public record Change(String exercise, Metric metric, double value, double ofDetectable) {
        /** Whether it stands out of noise. */
        public boolean standsOut() {
            return Math.abs(ofDetectable) >= 1;
        }
    }
}
