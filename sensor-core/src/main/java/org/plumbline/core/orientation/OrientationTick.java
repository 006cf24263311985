package org.plumbline.core.orientation;

/**
 * The orientations of all sensors of a stream at one moment of the common grid, as a carrier that is filled again and
 * again; whoever keeps it copies it with {@link #set}.
 */
public final class OrientationTick {
    /** Time on the common clock, microseconds. */
    public long timeMicros;

    /** Orientation of each sensor, sensor to earth, {@code [w, x, y, z]}; meaningless where not {@link #valid}. */
    public final double[][] orientation;

    /** Whether the sensor had samples close enough to this moment and is level after the last gap. */
    public final boolean[] valid;

    /** Angular rate of each sensor, in its own axes, rad/s. */
    public final double[][] angularRate;

    /** Specific force along the vertical of each sensor, m/s²: 9.81 at rest. */
    public final double[] verticalForceMs2;

    /** Root mean square error to expect of each sensor's inclination, degrees. */
    public final double[] inclinationSigmaDeg;

    /** Root mean square error to expect of each sensor's heading since its start, degrees. */
    public final double[] headingSigmaDeg;

    /** Whether every sensor sees a person who stands still. */
    public boolean still;

    /** How likely the wearer walks, 0 to 1, as the sensor says that is least sure of it. */
    public double walkingShare;

    public OrientationTick(int sensorCount) {
        orientation = new double[sensorCount][4];
        valid = new boolean[sensorCount];
        angularRate = new double[sensorCount][3];
        verticalForceMs2 = new double[sensorCount];
        inclinationSigmaDeg = new double[sensorCount];
        headingSigmaDeg = new double[sensorCount];
    }

    /** Sensors of the stream. */
    public int sensorCount() {
        return valid.length;
    }

    /** Whether no sensor is missing. */
    public boolean complete() {
        for (boolean present : valid) {
            if (!present) {
                return false;
            }
        }
        return true;
    }

    /** Takes over every field of {@code other}, which has as many sensors. */
    public void set(OrientationTick other) {
        timeMicros = other.timeMicros;
        still = other.still;
        walkingShare = other.walkingShare;
        for (int i = 0; i < valid.length; i++) {
            valid[i] = other.valid[i];
            inclinationSigmaDeg[i] = other.inclinationSigmaDeg[i];
            headingSigmaDeg[i] = other.headingSigmaDeg[i];
            System.arraycopy(other.orientation[i], 0, orientation[i], 0, 4);
            System.arraycopy(other.angularRate[i], 0, angularRate[i], 0, 3);
            verticalForceMs2[i] = other.verticalForceMs2[i];
        }
    }
}
