package org.plumbline.server.training;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.TempoTarget;

/**
 * What somebody has prescribed a lifter to do, so that a set can be offered so and compared with it. Who knows of prescriptions
 * implements it; every bean of this kind is asked.
 */
public interface PlannedWork {
    /** Loads are typed to the half: less above the most is rounding between kg and lb, kg. */
    double LOAD_TOLERANCE_KG = 0.25;

    /**
     * How far an exercise of the plan is this week.
     *
     * @param daysDone days on which all of it was done, or more
     * @param days days it is prescribed for, at the most
     * @param todayDone whether all of it was done today, or more
     * @param more whether more was done than prescribed for a week: on more days, or in repetitions over more days
     */
    record ThisWeek(int daysDone, int days, boolean todayDone, boolean more) {
        /** Whether nothing is left of it this week. */
        public boolean isDone() {
            return more || daysDone >= days;
        }

        /** Whether some of it is left to do today. */
        public boolean isLeftToday() {
            return !isDone() && !todayDone;
        }
    }

    /**
     * The plan for one exercise.
     *
     * @param exercise name of the exercise
     * @param sets sets on a day
     * @param repetitions repetitions, or holds, of a set
     * @param holdS for how long each is held, s; null where it is lifted
     * @param loadCapKg the most load, or null where none is set
     * @param dose sets and repetitions in words, for example {@code 3 × 8}
     * @param limits the most that each metric is to be
     * @param tempo durations the repetitions are meant to have, or null
     * @param by name of who planned it, or null where they are no longer here
     */
    record Planned(
            String exercise,
            int sets,
            int repetitions,
            @Nullable Double holdS,
            @Nullable Double loadCapKg,
            String dose,
            Map<Metric, Double> limits,
            @Nullable TempoTarget tempo,
            @Nullable String by) {
        /** Whether a load is more than the plan says. */
        public boolean isAboveCap(@Nullable Double loadKg) {
            return isAbove(loadKg, loadCapKg);
        }
    }

    /**
     * The plan for one exercise of today.
     *
     * @param week how far it is this week
     */
    record Today(Planned planned, ThisWeek week) {}

    /** Whether a load is more than a cap by more than rounding; false where one of them was not said. */
    static boolean isAbove(@Nullable Double loadKg, @Nullable Double capKg) {
        return loadKg != null && capKg != null && loadKg > capKg + LOAD_TOLERANCE_KG;
    }

    /** What is planned for today, by exercise, and how far each is this week. */
    List<Today> today(UUID lifterId);

    /** What was planned for an exercise as a set of it began, for as many sets as are asked for; empty where nothing was. */
    Function<Instant, Optional<Planned>> of(UUID lifterId, String exercise);
}
