package org.plumbline.core.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one lifter does an exercise that goes down from standing and up again: the posture at the bottom and the durations, before repetition-to-repetition
 * variation.
 *
 * @param pelvisTiltDeg pelvis at the bottom
 * @param lumbarFlexionDeg lumbar flexion at the bottom, from standing
 * @param shankLeanDeg shank at the bottom
 * @param thighLeanDeg thigh at the bottom
 * @param eccentricS way down
 * @param bottomS dwell at the bottom
 * @param concentricS way up
 * @param topS hold at the top
 * @param fromFloor whether the bar stands on the floor between repetitions
 */
record LiftTechnique(
        double pelvisTiltDeg,
        double lumbarFlexionDeg,
        double shankLeanDeg,
        double thighLeanDeg,
        double eccentricS,
        double bottomS,
        double concentricS,
        double topS,
        boolean fromFloor) {

    /** The exercises of this kind. */
    static final List<String> EXERCISES = List.of(
            SimulationScript.DEADLIFT,
            SimulationScript.SQUAT,
            SimulationScript.ROMANIAN_DEADLIFT,
            SimulationScript.GOOD_MORNING,
            SimulationScript.SWING,
            SimulationScript.TRUNK_MOVEMENT);

    static LiftTechnique of(String exercise, SeededRandom lifter) {
        return switch (exercise) {
            case SimulationScript.DEADLIFT -> deadlift(lifter);
            case SimulationScript.SQUAT -> squat(lifter);
            case SimulationScript.ROMANIAN_DEADLIFT -> romanianDeadlift(lifter);
            case SimulationScript.GOOD_MORNING -> goodMorning(lifter);
            case SimulationScript.SWING -> swing(lifter);
            case SimulationScript.TRUNK_MOVEMENT -> slowBend(lifter);
            default -> throw new IllegalArgumentException(exercise + " does not go down from standing");
        };
    }

    /** The same at a given tempo. */
    LiftTechnique at(@Nullable SimulatedTempo tempo) {
        if (tempo == null) {
            return this;
        }
        return new LiftTechnique(
                pelvisTiltDeg,
                lumbarFlexionDeg,
                shankLeanDeg,
                thighLeanDeg,
                tempo.downS(),
                tempo.bottomS(),
                tempo.upS(),
                tempo.topS(),
                fromFloor);
    }

    /** Competitive lifters stand at the bar with about 33 deg less lordosis than upright (Bengtsson 2022). */
    private static LiftTechnique deadlift(SeededRandom lifter) {
        return new LiftTechnique(
                lifter.uniform(39, 44),
                lifter.uniform(27, 32),
                lifter.uniform(8, 12),
                lifter.uniform(48, 56),
                lifter.uniform(1.4, 1.9),
                lifter.uniform(0.65, 0.8),
                lifter.uniform(1.1, 1.5),
                lifter.uniform(0.6, 0.9),
                true);
    }

    private static LiftTechnique squat(SeededRandom lifter) {
        return new LiftTechnique(
                lifter.uniform(29, 32),
                lifter.uniform(12, 16),
                lifter.uniform(26, 34),
                lifter.uniform(72, 82),
                lifter.uniform(1.4, 1.9),
                lifter.uniform(0.15, 0.3),
                lifter.uniform(1.1, 1.5),
                lifter.uniform(0.9, 1.3),
                false);
    }

    /** The hips go back, the knees hardly bend; the bar turns below the knee. */
    private static LiftTechnique romanianDeadlift(SeededRandom lifter) {
        return new LiftTechnique(
                lifter.uniform(50, 56),
                lifter.uniform(14, 18),
                lifter.uniform(1, 4),
                lifter.uniform(18, 24),
                lifter.uniform(1.8, 2.3),
                lifter.uniform(0.1, 0.2),
                lifter.uniform(1.2, 1.6),
                lifter.uniform(0.6, 0.9),
                false);
    }

    private static LiftTechnique goodMorning(SeededRandom lifter) {
        return new LiftTechnique(
                lifter.uniform(44, 50),
                lifter.uniform(12, 15),
                lifter.uniform(1, 4),
                lifter.uniform(14, 20),
                lifter.uniform(1.8, 2.4),
                lifter.uniform(0.15, 0.3),
                lifter.uniform(1.3, 1.7),
                lifter.uniform(0.6, 0.9),
                false);
    }

    /** As a test of the range of motion asks for it: as far as is comfortable, about four seconds each way. */
    private static LiftTechnique slowBend(SeededRandom lifter) {
        return new LiftTechnique(
                lifter.uniform(44, 48),
                lifter.uniform(52, 54),
                lifter.uniform(-4, -2),
                lifter.uniform(4, 8),
                lifter.uniform(3.8, 4.2),
                lifter.uniform(0.3, 0.5),
                lifter.uniform(3.8, 4.2),
                lifter.uniform(0.9, 1.2),
                false);
    }

    private static LiftTechnique swing(SeededRandom lifter) {
        return new LiftTechnique(
                lifter.uniform(46, 52),
                lifter.uniform(15, 19),
                lifter.uniform(6, 10),
                lifter.uniform(32, 40),
                lifter.uniform(0.6, 0.72),
                lifter.uniform(0.03, 0.06),
                lifter.uniform(0.5, 0.6),
                lifter.uniform(0.2, 0.3),
                false);
    }
}
