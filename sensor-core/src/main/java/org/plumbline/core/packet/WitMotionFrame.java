package org.plumbline.core.packet;

/** The fields of a WitMotion frame {@code 55 61}, scaled by its fixed ranges: ±16 g, ±2000 °/s, ±180°. */
final class WitMotionFrame {
    static final int HEADER = 0x55;
    static final int DATA = 0x61;
    static final int REGISTERS = 0x71;
    static final int BYTES = 20;

    /** With the device's calendar time after the fields. */
    static final int BYTES_WITH_TIME = 28;

    private static final double FULL_SCALE = 32768;
    private static final double MS2_PER_LSB = 16 / FULL_SCALE * SensorUnits.MS2_PER_G;
    private static final double RAD_PER_S_PER_LSB = 2000 / FULL_SCALE * SensorUnits.RAD_PER_DEG;
    private static final double ANGLE_DEG_PER_LSB = 180 / FULL_SCALE;

    private WitMotionFrame() {}

    static int raw(byte[] frame, int at, int field) {
        return LittleEndian.i16(frame, at + 2 + 2 * field);
    }

    static double specificForceMs2(int raw) {
        return raw * MS2_PER_LSB;
    }

    static double angularRateRadPerS(int raw) {
        return raw * RAD_PER_S_PER_LSB;
    }

    /** Roll, pitch, yaw by the device's own filter, which freezes now and then: for display only. */
    static double angleDeg(byte[] frame, int at, int axis) {
        return raw(frame, at, 6 + axis) * ANGLE_DEG_PER_LSB;
    }
}
