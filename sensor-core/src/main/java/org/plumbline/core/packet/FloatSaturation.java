package org.plumbline.core.packet;

import org.plumbline.core.imu.SampleFlag;

/**
 * Finds the ends of the ranges of a device that sends floating point numbers and no sign of saturation: on one axis the
 * largest reading so far, three times in a row. No two readings of a moving sensor are equal, those at the end are.
 */
final class FloatSaturation {
    private static final int IN_A_ROW = 3;

    /** The smallest range a body-worn accelerometer has, m/s². */
    private static final float LEAST_MS2 = (float) (1.9 * SensorUnits.MS2_PER_G);

    /** The smallest range a body-worn gyroscope has, °/s. */
    private static final float LEAST_DEG_PER_S = 240;

    private final float[] largest = new float[6];
    private final float[] last = new float[6];
    private final int[] equal = new int[6];

    /** Bits of {@link SampleFlag} for a sample in m/s² and °/s. */
    int flags(float accX, float accY, float accZ, float gyrX, float gyrY, float gyrZ) {
        boolean acceleration = isAtEnd(0, accX, LEAST_MS2) | isAtEnd(1, accY, LEAST_MS2) | isAtEnd(2, accZ, LEAST_MS2);
        boolean angularRate = isAtEnd(3, gyrX, LEAST_DEG_PER_S)
                | isAtEnd(4, gyrY, LEAST_DEG_PER_S)
                | isAtEnd(5, gyrZ, LEAST_DEG_PER_S);
        return (acceleration ? SampleFlag.ACCELERATION_CLIPPED : 0)
                | (angularRate ? SampleFlag.ANGULAR_RATE_CLIPPED : 0);
    }

    private boolean isAtEnd(int axis, float value, float least) {
        float size = Math.abs(value);
        if (size < least) {
            equal[axis] = 0;
            return false;
        }
        if (size > largest[axis]) {
            largest[axis] = size;
        }
        equal[axis] = value == last[axis] ? equal[axis] + 1 : 1;
        last[axis] = value;
        return equal[axis] >= IN_A_ROW && size == largest[axis];
    }
}
