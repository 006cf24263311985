package org.plumbline.core.calibration;

import java.util.List;

/**
 * A calibration kept for later sets: how the sensors sit and the person's range. The headings of another stream mean
 * nothing in this one, so they are not kept. It is checked against the next standing pause before it is relied on.
 *
 * @param sensors rotation from sensor to segment of each sensor, {@code [w, x, y, z]}; with two, lower then upper
 * @param neutral how good the neutral pose was
 * @param axis how good the bending axis was
 * @param maxFlexionDeg median peak lumbar flexion of the bows; NaN where not known
 * @param ageS how long ago it was made when the stream begins, s
 */
public record StoredCalibration(
        List<double[]> sensors, CalibrationGrade neutral, CalibrationGrade axis, double maxFlexionDeg, double ageS) {}
