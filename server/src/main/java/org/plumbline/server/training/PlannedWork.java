package org.plumbline.server.training;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has prescribed a lifter to do, so that a set can be offered so and compared with it. Who knows of prescriptions
 * implements it; every bean of this kind is asked.
 */
public interface PlannedWork {
    /** Loads are typed to the half: less above the most is rounding between kg and lb, kg. */
    double LOAD_TOLERANCE_KG = 0.25;

    /**
     * The plan for one exercise.
     *
     * @param exercise name of the exercise
     * @param sets sets on a day
     * @param repetitions repetitions, or holds, of a set
     * @param holdS for how long each is held, s; null where it is lifted
     * @param loadCapKg the most load, or null where none is set
     * @param dose sets and repetitions in words, for example {@code 3 × 8}
     */
    record Planned(
            String exercise,
            int sets,
            int repetitions,
            @Nullable Double holdS,
            @Nullable Double loadCapKg,
            String dose) {
        /** Whether a load is more than the plan says. */
        public boolean isAboveCap(@Nullable Double loadKg) {
            return isAbove(loadKg, loadCapKg);
        }
    }

    /** Whether a load is more than a cap by more than rounding; false where one of them was not said. */
    static boolean isAbove(@Nullable Double loadKg, @Nullable Double capKg) {
        return loadKg != null && capKg != null && loadKg > capKg + LOAD_TOLERANCE_KG;
    }

    /** What is planned for that day, by exercise. */
    List<Planned> on(UUID lifterId, Instant day);

    /** What was planned for an exercise as a set of it began; empty where nothing was. */
    Optional<Planned> at(UUID lifterId, String exercise, Instant begun);
}
