package org.plumbline.core;

import org.plumbline.core.form.RepetitionCurve;

/**
 * The course of one repetition at 101 evenly spaced points from 0 to 100 % of its duration.
 *
 * @param lumbarFlexionDeg lumbar flexion; NaN where not assessed
 * @param trunkInclinationDeg trunk inclination (of the one sensor in one-sensor mode); of an exercise on the side, the lean to the
 *     side of the pelvis (of the one sensor)
 */
public record RepetitionCurves(double[] lumbarFlexionDeg, double[] trunkInclinationDeg) {
    /** Points of a curve. */
    public static final int POINTS = RepetitionCurve.POINTS;
}
