package org.plumbline.core.packet;

import org.jspecify.annotations.Nullable;

/** The time-sync characteristic of a TIMU board: a request, its reply, and beacons the board sends by itself. */
public final class TimuTimeSync {
    private static final int REQUEST = 0x01;
    private static final int REPLY = 0x81;
    private static final int BEACON = 0x82;
    private static final int REQUEST_BYTES = 10;
    private static final int MESSAGE_BYTES = 14;

    private TimuTimeSync() {}

    /** A request; the host's time is handed to no one but comes with the host's own sequence number to match. */
    public static byte[] request(int sequence, long hostMicros) {
        byte[] request = new byte[REQUEST_BYTES];
        request[0] = REQUEST;
        request[1] = (byte) sequence;
        LittleEndian.putI64(request, 2, hostMicros);
        return request;
    }

    /**
     * Answer to a request.
     *
     * @param sequence that of the request
     * @param receivedMicros device time at which the request came
     * @param turnaroundMicros from there to the sending of this answer
     */
    public record Reply(int sequence, long receivedMicros, long turnaroundMicros) {
        /** Reads it, or null where it is none. */
        public static @Nullable Reply read(byte[] bytes, int from, int to) {
            if (to - from != MESSAGE_BYTES || LittleEndian.u8(bytes, from) != REPLY) {
                return null;
            }
            return new Reply(
                    LittleEndian.u8(bytes, from + 1),
                    LittleEndian.i64(bytes, from + 2),
                    LittleEndian.u32(bytes, from + 10));
        }
    }

    /**
     * A moment of the board's clock, sent at random intervals.
     *
     * @param deviceMicros device time, 64 bits: what the 32 bits of the frames are the lower half of
     * @param counter counter of the sample taken last
     */
    public record Beacon(long deviceMicros, long counter) {
        /** Reads it, or null where it is none. */
        public static @Nullable Beacon read(byte[] bytes, int from, int to) {
            if (to - from != MESSAGE_BYTES || LittleEndian.u8(bytes, from) != BEACON) {
                return null;
            }
            return new Beacon(LittleEndian.i64(bytes, from + 2), LittleEndian.u32(bytes, from + 10));
        }
    }
}
