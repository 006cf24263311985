package org.plumbline.core.packet;

/** What is written to a WitMotion sensor, five bytes each, about 100 ms apart. Nothing here writes the DFU register. */
public final class WitMotionCommands {
    private static final int READ = 0x27;
    private static final int UNLOCK = 0x69;
    private static final int SAVE = 0x00;
    private static final int SIX_AXIS = 1;

    private WitMotionCommands() {}

    /** The rates whose true value was measured; the code for 125 Hz means different things in different papers. */
    public enum Rate {
        HZ_10(0x06, 10.05),
        HZ_20(0x07, 19.86),
        HZ_50(0x08, 49.45),
        HZ_100(0x09, 99.26),
        HZ_200(0x0B, 198.43);

        private final int code;
        private final double measuredHz;

        Rate(int code, double measuredHz) {
            this.code = code;
            this.measuredHz = measuredHz;
        }

        /** What the rate register reads. */
        public int code() {
            return code;
        }

        /** What one unit of this kind really kept (public measurement, RGu0/WT901). */
        public double measuredHz() {
            return measuredHz;
        }
    }

    /** Allows the next writes. */
    public static byte[] unlock() {
        return command(UNLOCK, 0xB588);
    }

    /** Keeps the settings over a power cycle; then wait half a second. */
    public static byte[] save() {
        return command(SAVE, 0);
    }

    public static byte[] rate(Rate rate) {
        return command(WitMotionRegisters.RATE, rate.code());
    }

    /** Has the frames contain acceleration, rate and angle: the other content has the same header. */
    public static byte[] plainContent() {
        return command(WitMotionRegisters.CONTENT, 0);
    }

    public static byte[] sixAxisAlgorithm() {
        return command(WitMotionRegisters.ALGORITHM, SIX_AXIS);
    }

    /** 42 Hz, what fits 100 samples a second. */
    public static byte[] bandwidth42Hz() {
        return command(WitMotionRegisters.BANDWIDTH, 3);
    }

    /** Asks for registers; the reply comes among the frames. */
    public static byte[] read(int register) {
        return command(READ, register);
    }

    private static byte[] command(int register, int value) {
        return new byte[] {(byte) 0xFF, (byte) 0xAA, (byte) register, (byte) value, (byte) (value >> 8)};
    }
}
