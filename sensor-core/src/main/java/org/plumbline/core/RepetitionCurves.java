package org.plumbline.core;

import org.plumbline.core.form.RepetitionCurve;

/**
 * The course of one repetition at 101 evenly spaced points from 0 to 100 % of its duration.
 *
 * @param lumbarFlexionDeg lumbar flexion; NaN where not assessed
 * @param trunkInclinationDeg trunk inclination (of the one sensor in one-sensor mode)
 * @param holdSagDeg of a hold the sag it is judged by, at 101 points from 0 to 100 % of the hold itself, each the largest since the
 *     point before; NaN in the first second and where not assessed. Empty of what is no hold, and of holds that a version before it
 *     analysed
 */
public record RepetitionCurves(double[] lumbarFlexionDeg, double[] trunkInclinationDeg, double[] holdSagDeg) {
    /** Points of a curve. */
    public static final int POINTS = RepetitionCurve.POINTS;

    /** The sag of what is no hold. */
    public static final double[] NO_HOLD = {};

    /** Of what is no hold. */
    public RepetitionCurves(double[] lumbarFlexionDeg, double[] trunkInclinationDeg) {
        this(lumbarFlexionDeg, trunkInclinationDeg, NO_HOLD);
    }
}
