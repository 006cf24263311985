package org.plumbline.core.packet;

/**
 * One inertial sensor of a TIMU board, as its Info describes it.
 *
 * @param index its number in the frames, 0 to 3
 * @param chip 0 unknown, 1 LSM6DS3, 2 LSM6DSO, 3 BMI270, 4 ICM-42688, 5 MPU6050, 6 LSM9DS1
 * @param ms2PerLsb specific force of one count, m/s²
 * @param radPerSPerLsb angular rate of one count, rad/s
 * @param accelerationRangeG end of the accelerometer's range, g
 * @param angularRateRangeDegPerS end of the gyroscope's range, °/s
 * @param accelerationClip counts from which on the accelerometer is at the end of its range
 * @param angularRateClip the same of the gyroscope
 * @param groupDelayMs by how much its filters delay the signal, ms
 */
public record TimuSensor(
        int index,
        int chip,
        double ms2PerLsb,
        double radPerSPerLsb,
        double accelerationRangeG,
        double angularRateRangeDegPerS,
        int accelerationClip,
        int angularRateClip,
        double groupDelayMs) {
    /** The sensor index is two bits of a frame's flags. */
    static final int MOST_SENSORS = 4;

    static final int BYTES = 20;

    private static final double MOST_MS2_PER_LSB = SensorUnits.MOST_MS2 / Short.MAX_VALUE;
    private static final double MOST_RAD_PER_S_PER_LSB =
            SensorUnits.MOST_DEG_PER_S * SensorUnits.RAD_PER_DEG / Short.MAX_VALUE;

    static TimuSensor read(byte[] bytes, int at) {
        return new TimuSensor(
                LittleEndian.u8(bytes, at),
                LittleEndian.u8(bytes, at + 1),
                LittleEndian.f32(bytes, at + 2),
                LittleEndian.f32(bytes, at + 6),
                LittleEndian.u16(bytes, at + 10) / 100.0,
                LittleEndian.u16(bytes, at + 12),
                LittleEndian.u16(bytes, at + 14),
                LittleEndian.u16(bytes, at + 16),
                LittleEndian.u8(bytes, at + 18) / 10.0);
    }

    /** Whether a frame can be decoded with it. */
    boolean isUsable() {
        return index < MOST_SENSORS
                && ms2PerLsb > 0
                && ms2PerLsb <= MOST_MS2_PER_LSB
                && radPerSPerLsb > 0
                && radPerSPerLsb <= MOST_RAD_PER_S_PER_LSB;
    }
}
