package org.plumbline.core.packet;

/**
 * The last reply to a read of registers of a WitMotion sensor.
 *
 * @param first number of the first register
 * @param value its value
 * @param second value of the register after it
 * @param third value of the one after that
 * @param fourth value of the one after that; what a reply holds beyond is not meaningful
 */
public record WitMotionRegisters(int first, int value, int second, int third, int fourth) {
    /** Register of the output rate. */
    public static final int RATE = 0x03;
    /** Register of the bandwidth. */
    public static final int BANDWIDTH = 0x1F;
    /** Register of the fusion algorithm. */
    public static final int ALGORITHM = 0x24;
    /** Register of the battery, hundredths of a volt. */
    public static final int BATTERY = 0x64;
    /** Register of what the frames contain; 0 for acceleration, rate and angle. */
    public static final int CONTENT = 0x96;

    /** From the vendor's table: volts × 100, and the percentage from there on. */
    private static final int[][] BATTERY_PERCENT = {
        {396, 100},
        {393, 90},
        {387, 75},
        {382, 60},
        {379, 50},
        {377, 40},
        {373, 30},
        {370, 20},
        {368, 15},
        {350, 10},
        {340, 5}
    };

    static WitMotionRegisters read(byte[] frame, int at) {
        return new WitMotionRegisters(
                LittleEndian.u16(frame, at + 2),
                WitMotionFrame.raw(frame, at, 1),
                WitMotionFrame.raw(frame, at, 2),
                WitMotionFrame.raw(frame, at, 3),
                WitMotionFrame.raw(frame, at, 4));
    }

    /** Percentage of the battery for a reading of {@link #BATTERY}. */
    public static int batteryPercent(int hundredthsOfVolt) {
        for (int[] step : BATTERY_PERCENT) {
            if (hundredthsOfVolt >= step[0]) {
                return step[1];
            }
        }
        return 0;
    }
}
