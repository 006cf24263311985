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

    /** Specific force along the vertical of each sensor, m/s². */
    public final double[] verticalForceMs2;

    /** Whether every sensor sees a person who stands still. */
    public boolean still;

    public OrientationTick(int sensorCount) {
        orientation = new double[sensorCount][4];
        valid = new boolean[sensorCount];
        verticalForceMs2 = new double[sensorCount];
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
        for (int i = 0; i < valid.length; i++) {
            valid[i] = other.valid[i];
            verticalForceMs2[i] = other.verticalForceMs2[i];
            System.arraycopy(other.orientation[i], 0, orientation[i], 0, 4);
        }
    }
}
