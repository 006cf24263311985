package org.plumbline.core.packet;

/** What vendors' units are in ours. */
final class SensorUnits {
    /** Standard gravity, m/s² (third General Conference on Weights and Measures, 1901). */
    static final double MS2_PER_G = 9.80665;

    static final double RAD_PER_DEG = Math.PI / 180;

    /** At this reading or beyond it a sixteen-bit sensor is at the end of its range, give or take its own offset. */
    static final int CLIPPED_RAW = 32760;

    /** No body-worn sensor reads as much; what does is not a reading. */
    static final double MOST_MS2 = 100 * MS2_PER_G;

    /** The same for the angular rate, °/s. */
    static final double MOST_DEG_PER_S = 10_000;

    private SensorUnits() {}

    static boolean isAcceleration(double ms2) {
        return Math.abs(ms2) <= MOST_MS2;
    }

    static boolean isAngularRate(double degPerS) {
        return Math.abs(degPerS) <= MOST_DEG_PER_S;
    }

    static boolean isClipped(int raw) {
        return raw >= CLIPPED_RAW || raw <= -CLIPPED_RAW;
    }
}
