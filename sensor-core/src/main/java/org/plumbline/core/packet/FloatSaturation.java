package org.plumbline.core.packet;

import org.plumbline.core.imu.SampleFlag;

/** The six axes of a device that sends floating point numbers and no sign of saturation. */
final class FloatSaturation {
    /** The smallest range a body-worn accelerometer has, m/s². */
    private static final double LEAST_MS2 = 1.9 * SensorUnits.MS2_PER_G;

    /** The smallest range a body-worn gyroscope has, °/s. */
    private static final double LEAST_DEG_PER_S = 240;

    private final RepeatedExtreme[] axes = new RepeatedExtreme[6];

    FloatSaturation() {
        for (int axis = 0; axis < axes.length; axis++) {
            axes[axis] = new RepeatedExtreme(axis < 3 ? LEAST_MS2 : LEAST_DEG_PER_S);
        }
    }

    /** Bits of {@link SampleFlag} for a sample in m/s² and °/s. */
    int flags(float accX, float accY, float accZ, float gyrX, float gyrY, float gyrZ) {
        boolean acceleration = axes[0].accept(accX) | axes[1].accept(accY) | axes[2].accept(accZ);
        boolean angularRate = axes[3].accept(gyrX) | axes[4].accept(gyrY) | axes[5].accept(gyrZ);
        return (acceleration ? SampleFlag.ACCELERATION_CLIPPED : 0)
                | (angularRate ? SampleFlag.ANGULAR_RATE_CLIPPED : 0);
    }
}
