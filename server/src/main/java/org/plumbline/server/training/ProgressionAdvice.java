package org.plumbline.server.training;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.RecordKind;

/**
 * Whether a heavier load is suggested: two repetitions or more to spare in the last set of two sessions running with the same
 * load (2-for-2 rule, Baechle and Earle), then 2.5 to 10 % more (ACSM 2009), and only where the form was assessed and
 * nothing was flagged. A suggestion; the lifter decides.
 *
 * @param outcome the outcome
 * @param loadKg load of the last session, or null where there is none
 * @param lowKg least load suggested, or null where none is
 * @param highKg most load suggested, or null where none is
 */
public record ProgressionAdvice(
        Outcome outcome,
        @Nullable Double loadKg,
        @Nullable Double lowKg,
        @Nullable Double highKg) {
    /** Sessions running that a step rests on. */
    private static final int SESSIONS = 2;

    private static final int REPETITIONS_TO_SPARE = 2;
    private static final double LEAST_STEP = 1.025;
    private static final double LARGEST_STEP = 1.10;
    /** After a longer break the sets before it say little of now (heuristic). */
    private static final Duration LONGEST_BREAK = Duration.ofDays(28);

    /** What came out, and why. */
    public enum Outcome {
        SUGGESTED,
        /** Fewer than two sessions with a load. */
        TOO_FEW_SESSIONS,
        /** The last set that is a load to go on from is long ago. */
        LONG_AGO,
        /** The last two sessions had different loads. */
        OTHER_LOAD,
        /** Neither effort nor goal is known of the last sets. */
        EFFORT_NOT_SAID,
        /** Fewer than two repetitions to spare. */
        NOTHING_TO_SPARE,
        /** A repetition of the two sessions was flagged. */
        FORM_FLAGGED,
        /** The form of some repetition could not be assessed. */
        FORM_NOT_ASSESSED,
        /** A set of those sessions, or since, was ended early. */
        ENDED_EARLY,
        /** Something besides the lifting speaks against it. */
        HELD,
        /** Whether something does is not told to this viewer. */
        NOT_TOLD;

        /** Whether its sentence names a load to lift next; none is named while something speaks against it. */
        boolean namesLoad() {
            return switch (this) {
                case SUGGESTED, LONG_AGO, OTHER_LOAD, NOTHING_TO_SPARE, FORM_FLAGGED, FORM_NOT_ASSESSED, ENDED_EARLY ->
                    true;
                case TOO_FEW_SESSIONS, EFFORT_NOT_SAID, HELD, NOT_TOLD -> false;
            };
        }

        /**
         * Whether it is not said while something of that kind speaks against it. A load lighter than before is held back by pain
         * alone: a plan that says less is named in its place.
         */
        boolean isHeldBy(RecordKind kind) {
            return namesLoad() && (this != LONG_AGO || kind == RecordKind.PAIN);
        }

        /** The word in JSON and message files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same, held back by something besides the lifting. */
    ProgressionAdvice held() {
        return new ProgressionAdvice(Outcome.HELD, loadKg, null, null);
    }

    /**
     * The advice as somebody sees it who may not read what could hold a step back. Held and all that can be held look the same
     * to them, for either one would tell the other.
     */
    ProgressionAdvice withoutHealth() {
        return outcome.namesLoad() || outcome == Outcome.HELD ? without(Outcome.NOT_TOLD, loadKg) : this;
    }

    /**
     * The advice from the sets of an exercise.
     *
     * @param goal repetitions aimed at in a set, or null
     */
    static ProgressionAdvice of(List<SetSessions.Session> sessions, @Nullable Integer goal, Instant now) {
        ProgressionAdvice lifted = ofLifting(sessions, goal, now);
        return lifted.outcome() == Outcome.SUGGESTED && isEndedEarly(sessions)
                ? without(Outcome.ENDED_EARLY, lifted.loadKg())
                : lifted;
    }

    /** Whether a set was ended early in one of the sessions that a step would rest on, or since. */
    private static boolean isEndedEarly(List<SetSessions.Session> sessions) {
        int loaded = 0;
        for (int i = sessions.size() - 1; i >= 0 && loaded < SESSIONS; i--) {
            if (sessions.get(i).isEndedEarly()) {
                return true;
            }
            loaded += sessions.get(i).heaviest().isPresent() ? 1 : 0;
        }
        return false;
    }

    private static ProgressionAdvice ofLifting(
            List<SetSessions.Session> sessions, @Nullable Integer goal, Instant now) {
        List<SetSessions.Session> loaded =
                sessions.stream().filter(one -> one.heaviest().isPresent()).toList();
        if (loaded.size() < SESSIONS) {
            return without(Outcome.TOO_FEW_SESSIONS, null);
        }
        SetSessions.Session before = loaded.get(loaded.size() - 2);
        SetSessions.Session last = loaded.get(loaded.size() - 1);
        SetSummary lastSet = last.heaviest().orElseThrow();
        SetSummary setBefore = before.heaviest().orElseThrow();
        double load = lastSet.loadKg() == null ? Double.NaN : lastSet.loadKg();
        if (Duration.between(lastSet.startedAt(), now).compareTo(LONGEST_BREAK) > 0) {
            return without(Outcome.LONG_AGO, load);
        }
        if (!Objects.equals(lastSet.loadKg(), setBefore.loadKg())) {
            return without(Outcome.OTHER_LOAD, load);
        }
        Integer spare = toSpare(lastSet, goal);
        Integer spareBefore = toSpare(setBefore, goal);
        if (spare == null || spareBefore == null) {
            return without(Outcome.EFFORT_NOT_SAID, load);
        }
        if (Math.min(spare, spareBefore) < REPETITIONS_TO_SPARE) {
            return without(Outcome.NOTHING_TO_SPARE, load);
        }
        return ofForm(List.of(before, last), load);
    }

    private static ProgressionAdvice ofForm(List<SetSessions.Session> sessions, double loadKg) {
        List<SetSummary> sets =
                sessions.stream().flatMap(session -> session.sets().stream()).toList();
        if (sets.stream().anyMatch(set -> set.flaggedRepetitions() > 0)) {
            return without(Outcome.FORM_FLAGGED, loadKg);
        }
        boolean assessed = sets.stream()
                .allMatch(set -> set.repetitions() == 0 || set.judged().isWhole());
        return assessed
                ? new ProgressionAdvice(Outcome.SUGGESTED, loadKg, loadKg * LEAST_STEP, loadKg * LARGEST_STEP)
                : without(Outcome.FORM_NOT_ASSESSED, loadKg);
    }

    /** Repetitions beyond the goal and those that were left; null where neither is known. */
    private static @Nullable Integer toSpare(SetSummary set, @Nullable Integer goal) {
        Integer left = set.effort().left();
        if (goal == null && left == null) {
            return null;
        }
        return (goal == null ? 0 : set.repetitions() - goal) + (left == null ? 0 : left);
    }

    private static ProgressionAdvice without(Outcome outcome, @Nullable Double loadKg) {
        return new ProgressionAdvice(outcome, loadKg, null, null);
    }
}
