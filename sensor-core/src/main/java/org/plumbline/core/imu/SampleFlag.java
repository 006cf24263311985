package org.plumbline.core.imu;

/** What is known to be wrong with a sample, as bits of {@link ImuSample#flags}. */
public final class SampleFlag {
    /** The accelerometer was at the end of its range. */
    public static final int ACCELERATION_CLIPPED = 1;
    /** The gyroscope was at the end of its range. */
    public static final int ANGULAR_RATE_CLIPPED = 1 << 1;
    /** Samples were lost just before this one. */
    public static final int GAP_BEFORE = 1 << 2;
    /** The device's clock started anew with this sample. */
    public static final int TIME_RESTART = 1 << 3;

    private SampleFlag() {}
}
