package org.plumbline.core.simulation;

/**
 * One walk, from the first step to the last.
 *
 * @param startS when the first step begins
 * @param endS when the last step has ended
 * @param stepHz steps a second
 * @param strength how far the trunk moves, against walking at 1.2 m/s
 * @param phaseRad where the slow unsteadiness of pace and step begins
 */
record GaitBout(double startS, double endS, double stepHz, double strength, double phaseRad) {
    /** A walk sets in and dies away over about two steps. */
    private static final double RAMP_S = 1.1;

    /** Unsteadiness of pace: about 3 % of the stride frequency. */
    private static final double PACE_SWING_RAD = 0.25;

    private static final double PACE_RAD_PER_S = 2 * Math.PI * 0.11;

    /** Unsteadiness of step height and width. */
    private static final double STEP_SWING = 0.1;

    private static final double STEP_RAD_PER_S = 2 * Math.PI * 0.07;

    /** How much of the full movement there is at that time. */
    double share(double timeS) {
        double share = AngleCourse.minimumJerk(clamped((timeS - startS) / RAMP_S))
                * AngleCourse.minimumJerk(clamped((endS - timeS) / RAMP_S));
        return strength * share * (1 + STEP_SWING * Math.sin(STEP_RAD_PER_S * timeS + 2 * phaseRad));
    }

    /** Phase of the stride, two steps long. */
    double stridePhaseRad(double timeS) {
        double elapsedS = timeS - startS;
        return Math.PI * stepHz * elapsedS + PACE_SWING_RAD * Math.sin(PACE_RAD_PER_S * elapsedS + phaseRad);
    }

    private static double clamped(double share) {
        return Math.max(0, Math.min(1, share));
    }
}
