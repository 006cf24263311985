package org.plumbline.core.orientation;

/**
 * What an estimator says of one sensor at one moment: the live filter of the last sample, a smoother of an earlier one.
 *
 * <p>Sensor frame: the sensor's own right-handed axes. Earth frame: z up, heading arbitrary and the sensor's own.
 */
public interface OrientationEstimate {
    /** Writes the orientation, sensor to earth, {@code [w, x, y, z]}. */
    void copyOrientationTo(double[] wxyz);

    /** Writes the angular rate without the errors the estimator knows of, sensor frame, rad/s. */
    void copyAngularRateTo(double[] xyz);

    /** Writes the specific force, earth frame, m/s²: (0, 0, 9.81) at rest. */
    void copySpecificForceTo(double[] xyz);

    /** Whether the wearer stands still, as far as this sensor can tell. */
    boolean atRest();

    /** False from a gap in the samples on until the inclination is known again: a second or two in a movement. */
    boolean isLevelled();

    /** Root mean square error to expect of the inclination, degrees. */
    double inclinationSigmaDeg();

    /** Root mean square error to expect of the heading since the start, degrees. */
    double headingSigmaDeg();

    /** How likely the wearer walks, 0 to 1, by footfall in the last second. */
    double walkingShare();
}
