package org.plumbline.server.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.training.Assessment;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.SetListing;
import org.plumbline.server.training.SetSource;
import org.plumbline.server.training.SetState;
import org.plumbline.server.training.TrainingSet;

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
 * @param level highest level of any flag, {@link FormWords#NOT_ASSESSED} where that says nothing
 * @param levelWord its word
 * @param state what has become of it, or null where it simply ended
 * @param simulated whether its samples are simulated
 * @param origin where the samples came from, or null where live
 */
record SetRow(
        UUID id,
        String when,
        String exercise,
        @Nullable String title,
        @Nullable String load,
        int repetitions,
        int flagged,
        int level,
        String levelWord,
        @Nullable String state,
        boolean simulated,
        @Nullable String origin) {
    static SetRow of(SetListing listing, LoadUnit unit, Moments moments) {
        TrainingSet set = listing.set();
        boolean judged = listing.assessedRepetitions() > 0 && Assessment.hasLimits(set.exercise());
        int level = listing.strongestLevel() == 0 && !judged ? FormWords.NOT_ASSESSED : listing.strongestLevel();
        return new SetRow(
                set.id(),
                moments.say(set.startedAt()),
                FormWords.exercise(set.exercise()),
                set.title(),
                set.loadKg() == null ? null : unit.format(set.loadKg()),
                listing.repetitions(),
                listing.flaggedRepetitions(),
                level,
                FormWords.levelInLog(level),
                set.state() == SetState.FINISHED ? null : set.state().word(),
                set.simulated(),
                origin(set.source()));
    }

    private static @Nullable String origin(SetSource source) {
        return switch (source) {
            case UPLOAD -> "uploaded";
            case REPLAY -> "replay";
            case SIMULATED, SENSORS -> null;
        };
    }
}
