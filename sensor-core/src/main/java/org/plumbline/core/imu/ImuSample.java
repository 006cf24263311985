package org.plumbline.core.imu;

/**
 * One six-axis sample, as a carrier that its reader fills again and again: the per-sample path allocates nothing.
 *
 * <p>Frame: the sensor's own right-handed axes. At rest the specific force reads +9.81 m/s² along the axis that points
 * up. Whoever keeps a sample copies it; the carrier is good only until the call that handed it over returns.
 */
public final class ImuSample {
    /** {@link #arrivalMicros} where no arrival time is known. */
    public static final long NO_ARRIVAL = Long.MIN_VALUE;

    /** Position of the sensor in the stream's list of sensors. */
    public int sensorIndex;

    /** Time of the sample in microseconds, on the sensor's clock until the {@code clock} room has mapped it. */
    public long timeMicros;

    /** Host time at which the sample arrived, in microseconds, or {@link #NO_ARRIVAL}. */
    public long arrivalMicros = NO_ARRIVAL;

    /** Specific force, m/s². */
    public double accX;

    /** Specific force, m/s². */
    public double accY;

    /** Specific force, m/s². */
    public double accZ;

    /** Angular rate, rad/s. */
    public double gyrX;

    /** Angular rate, rad/s. */
    public double gyrY;

    /** Angular rate, rad/s. */
    public double gyrZ;

    /** Bits of {@link SampleFlag}. */
    public int flags;

    /** Takes over every field of {@code other}. */
    public void set(ImuSample other) {
        sensorIndex = other.sensorIndex;
        timeMicros = other.timeMicros;
        arrivalMicros = other.arrivalMicros;
        accX = other.accX;
        accY = other.accY;
        accZ = other.accZ;
        gyrX = other.gyrX;
        gyrY = other.gyrY;
        gyrZ = other.gyrZ;
        flags = other.flags;
    }

    /** A copy to keep. */
    public ImuSample copy() {
        ImuSample copy = new ImuSample();
        copy.set(this);
        return copy;
    }
}
