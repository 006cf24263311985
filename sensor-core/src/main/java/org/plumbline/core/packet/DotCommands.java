package org.plumbline.core.packet;

/** What is written to a Movella DOT (document XD0506P). */
public final class DotCommands {
    private static final int CONTROL_BYTES = 32;
    private static final int RATE_SELECTED = 0x10;
    private static final int RATE_AT = 24;
    private static final int MEASUREMENT = 1;
    private static final int ADDRESS_BYTES = 6;

    private DotCommands() {}

    /** To the control characteristic 0x1002: the output rate, 60 Hz at most for live streaming. */
    public static byte[] outputRate(int rateHz) {
        byte[] command = new byte[CONTROL_BYTES];
        command[0] = RATE_SELECTED;
        LittleEndian.putU16(command, RATE_AT, rateHz);
        return command;
    }

    /** To the measurement characteristic 0x2001, after notifications are on. */
    public static byte[] start(DotPayload payload) {
        return new byte[] {MEASUREMENT, 1, (byte) payload.mode()};
    }

    /** To the measurement characteristic 0x2001, before notifications are turned off. */
    public static byte[] stop(DotPayload payload) {
        return new byte[] {MEASUREMENT, 0, (byte) payload.mode()};
    }

    /**
     * To the message characteristic 0x7001: begins the synchronisation of several sensors.
     *
     * @param rootAddress Bluetooth address of the sensor whose clock leads, as it is written, most significant byte first
     */
    public static byte[] startSynchronisation(byte[] rootAddress) {
        if (rootAddress.length != ADDRESS_BYTES) {
            throw new IllegalArgumentException(
                    "a Bluetooth address has " + ADDRESS_BYTES + " bytes, but this has " + rootAddress.length);
        }
        byte[] message = new byte[3 + ADDRESS_BYTES + 1];
        message[0] = 0x02;
        message[1] = 0x07;
        message[2] = 0x01;
        for (int index = 0; index < ADDRESS_BYTES; index++) {
            message[3 + index] = rootAddress[ADDRESS_BYTES - 1 - index];
        }
        return checked(message);
    }

    /** To the message characteristic 0x7001: ends it. */
    public static byte[] stopSynchronisation() {
        return checked(new byte[] {0x02, 0x01, 0x02, 0});
    }

    /** To the message characteristic 0x7001: asks whether the sensor is synchronised. */
    public static byte[] synchronisationStatus() {
        return checked(new byte[] {0x02, 0x01, 0x08, 0});
    }

    /** All bytes of a message sum to zero. */
    private static byte[] checked(byte[] message) {
        int sum = 0;
        for (byte value : message) {
            sum += value;
        }
        message[message.length - 1] = (byte) -sum;
        return message;
    }
}
