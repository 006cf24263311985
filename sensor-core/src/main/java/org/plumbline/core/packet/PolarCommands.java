package org.plumbline.core.packet;

/** What is written to the control point (FB005C81) of Polar's measurement service, for a Verity Sense. */
public final class PolarCommands {
    private static final int GET_SETTINGS = 1;
    private static final int START = 2;
    private static final int STOP = 3;
    private static final int RATE = 0;
    private static final int RESOLUTION = 1;
    private static final int RANGE = 2;
    private static final int CHANNELS = 4;

    private PolarCommands() {}

    /** Asks what the stream can do, and the gyroscope's factor. A device that refuses it for the gyroscope has none. */
    public static byte[] settings(PolarMeasurement measurement) {
        return new byte[] {GET_SETTINGS, (byte) measurement.code()};
    }

    /** Begins a stream of three channels of sixteen bits, at ±8 g or ±2000 °/s. */
    public static byte[] start(PolarMeasurement measurement, int rateHz) {
        byte[] command = new byte[17];
        command[0] = START;
        command[1] = (byte) measurement.code();
        setting(command, 2, RATE, rateHz);
        setting(command, 6, RESOLUTION, 16);
        setting(command, 10, RANGE, measurement.range());
        command[14] = CHANNELS;
        command[15] = 1;
        command[16] = 3;
        return command;
    }

    public static byte[] stop(PolarMeasurement measurement) {
        return new byte[] {STOP, (byte) measurement.code()};
    }

    private static void setting(byte[] command, int at, int setting, int value) {
        command[at] = (byte) setting;
        command[at + 1] = 1;
        LittleEndian.putU16(command, at + 2, value);
    }
}
