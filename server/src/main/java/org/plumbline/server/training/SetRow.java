package org.plumbline.server.training;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.LoadUnit;

/**
 * A row of the list of sets, in words.
 *
 * @param id identity of the set
 * @param when when it began
 * @param exercise name of the exercise
 * @param title what a person knows it by, or null
 * @param load load with its unit, or null
 * @param repetitions repetitions counted
 * @param flagged repetitions with a caution or more
 * @param stopped whether it was stopped for pain, which stands in place of what its form came to
 * @param level highest level of any flag, {@link FormWords#NOT_ASSESSED} where that says nothing; the highest where it was stopped
 * @param levelWord its word
 * @param state what has become of it, or null where it simply ended
 * @param simulated whether its samples are simulated
 * @param origin where the samples came from, as the end of a message key, or null where live
 * @param inSession which set of its session it is, from 1
 * @param trouble what went wrong with its sensors, as the end of a message key, or null
 * @param effort what the lifter said of the effort, or null
 * @param spark path of the line of its peak flexions, or of what its repetitions are known by; null where there is none
 * @param range what that is, with its least and largest, in words; or null
 * @param hold whether it is of postures that are held
 */
record SetRow(
        UUID id,
        String when,
        String exercise,
        @Nullable String title,
        @Nullable String load,
        int repetitions,
        int flagged,
        boolean stopped,
        int level,
        String levelWord,
        @Nullable String state,
        boolean simulated,
        @Nullable String origin,
        int inSession,
        @Nullable String trouble,
        @Nullable Effort effort,
        @Nullable String spark,
        @Nullable String range,
        boolean hold) {
    /** @param motionTest whether a range of motion was read of it */
    static SetRow of(SetListing listing, boolean stopped, boolean motionTest, LoadUnit unit, Moments moments) {
        TrainingSet set = listing.set();
        Metric metric = Metric.ofExercise(ExerciseProfile.ofAnyName(set.exercise()));
        List<@Nullable Double> figures =
                metric == Metric.LUMBAR_FLEXION_PEAK ? listing.peakFlexionsDeg() : listing.figures();
        int strongest = listing.strongestLevel();
        return new SetRow(
                set.id(),
                moments.say(set.startedAt()),
                FormWords.exercise(set.exercise()),
                set.title(),
                set.loadKg() == null ? null : unit.format(set.loadKg()),
                listing.repetitions(),
                listing.flaggedRepetitions(),
                stopped,
                stopped ? FormWords.STRONGEST : listing.judged().level(strongest),
                stopped
                        ? FormWords.stoppedForPain()
                        : listing.judged().words(strongest, metric == Metric.HOLD_DURATION, motionTest),
                set.state() == SetState.FINISHED ? null : set.state().word(),
                set.simulated(),
                origin(set.source()),
                listing.inSession(),
                listing.trouble() == null ? null : listing.trouble().word(),
                listing.effort().isEmpty() ? null : listing.effort(),
                Sparkline.path(figures),
                FigureWords.sentence(set.exercise(), figures).orElse(null),
                metric == Metric.HOLD_DURATION);
    }

    /** Whether it runs: what it comes to is not known before its end. */
    public boolean running() {
        return SetState.RUNNING.word().equals(state);
    }

    private static @Nullable String origin(SetSource source) {
        return switch (source) {
            case UPLOAD -> "upload";
            case REPLAY -> "replay";
            case SIMULATED, SENSORS -> null;
        };
    }
}
