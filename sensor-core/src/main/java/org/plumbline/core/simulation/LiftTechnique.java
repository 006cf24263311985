package org.plumbline.core.simulation;

/**
 * How one lifter does one exercise: the posture at the bottom and the durations, before repetition-to-repetition
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

    static LiftTechnique of(String exercise, SeededRandom lifter) {
        return exercise.equals(SimulationScript.DEADLIFT) ? deadlift(lifter) : squat(lifter);
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
}
