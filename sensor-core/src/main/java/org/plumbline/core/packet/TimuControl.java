package org.plumbline.core.packet;

import org.jspecify.annotations.Nullable;

/** The requests to the control point of a TIMU board, and its reply. */
public final class TimuControl {
    private static final int START = 0x01;
    private static final int STOP = 0x02;
    private static final int SET_RANGE = 0x03;
    private static final int STATUS = 0x04;
    private static final int IDENTIFY = 0x05;
    private static final int SET_CONNECTION = 0x06;
    private static final int ZERO_GYROSCOPE = 0x07;
    private static final int RESET = 0x7F;
    private static final int REPLY = 0x80;

    private TimuControl() {}

    /**
     * Begins the stream.
     *
     * @param rateIndex place in {@link TimuInfo#ratesHz}
     * @param batch samples in a frame; 0 lets the board choose by what the connection allows
     */
    public static byte[] start(int rateIndex, int batch) {
        return new byte[] {START, (byte) rateIndex, (byte) batch, 0};
    }

    public static byte[] stop() {
        return new byte[] {STOP};
    }

    /** Sets the ranges of a sensor; the frames after it have a new configuration epoch. */
    public static byte[] setRange(int sensorIndex, double accelerationG, int angularRateDegPerS) {
        byte[] request = new byte[6];
        request[0] = SET_RANGE;
        request[1] = (byte) sensorIndex;
        LittleEndian.putU16(request, 2, (int) Math.round(100 * accelerationG));
        LittleEndian.putU16(request, 4, angularRateDegPerS);
        return request;
    }

    public static byte[] status() {
        return new byte[] {STATUS};
    }

    /** Has the board blink. */
    public static byte[] identify() {
        return new byte[] {IDENTIFY};
    }

    /** Asks for a connection interval, in steps of 1.25 ms. */
    public static byte[] setConnection(int shortestSteps, int longestSteps) {
        byte[] request = new byte[5];
        request[0] = SET_CONNECTION;
        LittleEndian.putU16(request, 1, shortestSteps);
        LittleEndian.putU16(request, 3, longestSteps);
        return request;
    }

    /** Has the board, lying still, take what its gyroscope reads for its bias. */
    public static byte[] zeroGyroscope() {
        return new byte[] {ZERO_GYROSCOPE};
    }

    public static byte[] reset() {
        return new byte[] {RESET};
    }

    /** What a board answers. */
    public enum Status {
        OK,
        BAD_REQUEST,
        BAD_PARAMETER,
        BUSY,
        UNSUPPORTED,
        /** A number this version does not know. */
        OTHER
    }

    /**
     * The reply to a request.
     *
     * @param request the request's first byte
     * @param status how it went
     * @param first the first byte after the status, for START the index of the actual rate; -1 where there is none
     * @param second the second, for START the actual batch; -1 where there is none
     */
    public record Reply(int request, Status status, int first, int second) {
        /** Reads it, or null where it is no reply. */
        public static @Nullable Reply read(byte[] bytes, int from, int to) {
            if (to - from < 2 || (bytes[from] & REPLY) == 0) {
                return null;
            }
            int code = Math.min(LittleEndian.u8(bytes, from + 1), Status.OTHER.ordinal());
            return new Reply(
                    bytes[from] & ~REPLY & 0xFF,
                    Status.values()[code],
                    to - from > 2 ? LittleEndian.u8(bytes, from + 2) : -1,
                    to - from > 3 ? LittleEndian.u8(bytes, from + 3) : -1);
        }
    }
}
