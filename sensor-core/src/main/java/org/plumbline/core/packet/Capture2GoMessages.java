package org.plumbline.core.packet;

import java.util.zip.CRC32;

/** Messages to a Capture2Go sensor, and the frame all messages have (SensorStim's open protocol). */
public final class Capture2GoMessages {
    static final int START_BYTE = 0x02;
    static final int CHECKSUM_AT = 1;
    static final int SIZE_AT = 5;
    static final int HEADER_AT = 6;
    static final int PAYLOAD_AT = 8;
    static final int LARGEST_PAYLOAD = 236;

    private static final int GET_DEVICE_INFO = 0x0070;
    private static final int SET_MEASUREMENT_MODE = 0x0120;
    private static final int START_STREAMING = 0x0150;
    private static final int STOP_STREAMING = 0x0152;
    private static final int STOP_AND_CLEAR = 0x0158;
    private static final int SET_TIME = 0x0170;
    private static final int GET_STATUS = 0x0200;

    private static final int MODE_BYTES = 30;
    private static final int FULL_PACKED_AT = 10;
    private static final int STATUS_MODE_AT = 14;
    private static final int SYNC_MODE_AT = 18;
    private static final int SYNC_ID_AT = 19;
    private static final int NO_MAGNETOMETER_AT = 29;

    private Capture2GoMessages() {}

    /** The rates of packed data. */
    public enum Rate {
        HZ_200(200, 1),
        HZ_100(100, 2),
        HZ_50(50, 3);

        private final int rateHz;
        private final int code;

        Rate(int rateHz, int code) {
            this.rateHz = rateHz;
            this.code = code;
        }

        public int rateHz() {
            return rateHz;
        }

        int code() {
            return code;
        }
    }

    /** A sensor's part in the synchronisation of several. */
    public enum Synchronisation {
        NONE,
        SENDER,
        RECEIVER
    }

    public static byte[] getDeviceInfo() {
        return message(GET_DEVICE_INFO, new byte[0]);
    }

    /**
     * Sets packed six-axis data, magnetometer off, with a status every second.
     *
     * @param synchronisationId the same random number for all sensors of a measurement; 0 without synchronisation
     */
    public static byte[] measurementMode(Rate rate, Synchronisation synchronisation, long synchronisationId) {
        byte[] mode = new byte[MODE_BYTES];
        mode[FULL_PACKED_AT] = (byte) rate.code();
        mode[STATUS_MODE_AT] = 1;
        mode[SYNC_MODE_AT] = (byte) synchronisation.ordinal();
        LittleEndian.putI64(mode, SYNC_ID_AT, synchronisationId);
        mode[NO_MAGNETOMETER_AT] = 1;
        return message(SET_MEASUREMENT_MODE, mode);
    }

    public static byte[] startStreaming() {
        return message(START_STREAMING, new byte[0]);
    }

    public static byte[] stopStreaming() {
        return message(STOP_STREAMING, new byte[0]);
    }

    /** Stops and throws away what the sensor has not sent yet. */
    public static byte[] stopAndClear() {
        return message(STOP_AND_CLEAR, new byte[0]);
    }

    public static byte[] setTime(long nanos) {
        byte[] time = new byte[Long.BYTES];
        LittleEndian.putI64(time, 0, nanos);
        return message(SET_TIME, time);
    }

    public static byte[] getStatus() {
        return message(GET_STATUS, new byte[0]);
    }

    /** The checksum of a frame with that payload: of its header and payload. */
    static long checksum(CRC32 crc, byte[] bytes, int frameAt, int payloadBytes) {
        crc.reset();
        crc.update(bytes, frameAt + HEADER_AT, PAYLOAD_AT - HEADER_AT + payloadBytes);
        return crc.getValue();
    }

    private static byte[] message(int header, byte[] payload) {
        byte[] message = new byte[PAYLOAD_AT + payload.length];
        message[0] = START_BYTE;
        message[SIZE_AT] = (byte) payload.length;
        LittleEndian.putU16(message, HEADER_AT, header);
        System.arraycopy(payload, 0, message, PAYLOAD_AT, payload.length);
        long checksum = checksum(new CRC32(), message, 0, payload.length);
        LittleEndian.putU16(message, CHECKSUM_AT, (int) checksum);
        LittleEndian.putU16(message, CHECKSUM_AT + 2, (int) (checksum >> 16));
        return message;
    }
}
