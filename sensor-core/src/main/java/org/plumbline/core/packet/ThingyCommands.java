package org.plumbline.core.packet;

/** What is written to a Nordic Thingy:52. */
public final class ThingyCommands {
    private static final int STEP_INTERVAL_MS = 1000;
    private static final int COMPENSATION_INTERVAL_MS = 500;

    private ThingyCommands() {}

    /** To the motion configuration 0401: rate of the raw data, 5 to 200 Hz, with waking on motion. */
    public static byte[] motionRate(int rateHz) {
        byte[] command = new byte[9];
        LittleEndian.putU16(command, 0, STEP_INTERVAL_MS);
        LittleEndian.putU16(command, 2, COMPENSATION_INTERVAL_MS);
        LittleEndian.putU16(command, 4, COMPENSATION_INTERVAL_MS);
        LittleEndian.putU16(command, 6, rateHz);
        command[8] = 1;
        return command;
    }
}
