package org.plumbline.server.review;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.review.chart.Levels;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.Moments;
import org.plumbline.server.web.Words;

/**
 * A lifter in the roster, in words.
 *
 * @param id who
 * @param name their name
 * @param last when they last trained, or null
 * @param change how far their last session lay from their usual
 * @param standsOut whether that stands out of noise
 * @param known whether there is a usual
 * @param flagged how many repetitions of the last session were flagged, or null where there was no session
 * @param flaggedLevel level of the shape beside it: that of a caution where any was, {@link FormWords#NOT_ASSESSED} where not all were
 *     assessed
 * @param days training days by the week
 * @param sets sets
 * @param open flagged repetitions nobody has judged
 * @param simulated whether any of it is simulated
 * @param lifting whether a set of theirs runs now
 */
record RosterRow(
        UUID id,
        String name,
        @Nullable String last,
        String change,
        boolean standsOut,
        boolean known,
        @Nullable String flagged,
        int flaggedLevel,
        String days,
        int sets,
        int open,
        boolean simulated,
        boolean lifting) {
    static RosterRow of(RosterLine line, boolean lifting, Moments moments) {
        RosterLine.@Nullable Change change = line.change();
        RosterLine.@Nullable LastSession last = line.lastSession();
        return new RosterRow(
                line.lifterId(),
                line.name(),
                line.lastAt() == null ? null : moments.say(line.lastAt()),
                change == null ? Words.say("roster.change.unknown") : words(change),
                change != null && change.standsOut(),
                change != null,
                last == null ? null : words(last),
                last == null ? FormWords.NOT_ASSESSED : level(last),
                String.format(Locale.ROOT, "%.1f", line.daysAWeek()),
                line.sets(),
                line.openFlagged(),
                line.simulated(),
                lifting);
    }

    static int level(RosterLine.LastSession last) {
        return last.judged().level(last.flagged() > 0 ? Levels.CAUTION : 0);
    }

    static String words(RosterLine.LastSession last) {
        int unseen = Math.max(0, last.repetitions() - last.assessed());
        if (last.repetitions() == 0) {
            return Words.say("roster.flagged.no-reps");
        }
        if (last.flagged() == 0 && last.assessed() == 0) {
            return Words.say("roster.flagged.not-assessed", last.repetitions());
        }
        return last.flagged() == 0 && unseen == 0
                ? Words.say("roster.flagged.none", last.repetitions())
                : Words.say("roster.flagged", last.flagged(), last.repetitions(), unseen);
    }

    static String words(RosterLine.Change change) {
        String exercise = FormWords.exercise(change.exercise());
        if (!change.standsOut()) {
            return Words.say("roster.change.none");
        }
        String key = "roster.change." + change.metric().jsonName() + (change.value() > 0 ? ".more" : ".less");
        return Words.say(
                key, FormWords.amount(Math.abs(change.value()), change.metric().unit()), exercise);
    }
}
