package org.plumbline.core.packet;

import java.nio.charset.StandardCharsets;

/** What is written to a Movesense sensor with the GATT sensor data protocol, version 1.0. */
public final class MovesenseCommands {
    private static final int HELLO = 0;
    private static final int SUBSCRIBE = 1;
    private static final int UNSUBSCRIBE = 2;
    private static final int GET = 4;

    private MovesenseCommands() {}

    public static byte[] hello(int reference) {
        return new byte[] {HELLO, (byte) reference};
    }

    /** Begins the stream of both sensors; the rate is 13, 26, 52, 104 or 208 Hz. */
    public static byte[] subscribe(int reference, int rateHz) {
        return withPath(SUBSCRIBE, reference, "/Meas/IMU6/" + rateHz);
    }

    public static byte[] unsubscribe(int reference) {
        return new byte[] {UNSUBSCRIBE, (byte) reference};
    }

    /** Asks for the battery, percent. */
    public static byte[] battery(int reference) {
        return withPath(GET, reference, "/System/Energy/Level");
    }

    private static byte[] withPath(int command, int reference, String path) {
        byte[] text = path.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[text.length + 3];
        bytes[0] = (byte) command;
        bytes[1] = (byte) reference;
        System.arraycopy(text, 0, bytes, 2, text.length);
        return bytes;
    }
}
