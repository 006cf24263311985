package org.plumbline.core.packet;

/** Frames of a TIMU board with two LSM6DS3 at ±8 g and 2000 °/s. */
final class TimuPackets {
    /** As published: a board with one sensor. */
    static final byte[] INFO = Bytes.hex("01000701100408030802100420080001e7d01c3b7922a03a2003d007f87ff87f1900");

    /** The same with a second sensor, which the frames below need. */
    static final byte[] INFO_OF_TWO = Bytes.hex("01000702100408030802100420080001e7d01c3b7922a03a2003d007f87ff87f1900"
            + "0101e7d01c3b7922a03a2003d007f87ff87f1900");

    static final byte[] V1 = Bytes.hex("10000702e8030000809698008f250000000002100000000000000c00deff06100e00e3ff8f00");
    static final byte[] V2 = Bytes.hex("10150701f203000000f0ffff8f25ff7f00000080008000006400");
    static final byte[] V3 = Bytes.hex("1100ffff80969800000000000210000000000000");
    static final byte[] V4 = Bytes.hex("110000000fbc98000c00deff06100e00e3ff8f00");
    static final byte[] V5 = Bytes.hex("110100000fbc98000c00deff06100e00e3ff8f00");

    private TimuPackets() {}

    static TimuInfo info(byte[] bytes) {
        TimuInfo info = TimuInfo.read(bytes, 0, bytes.length);
        if (info == null) {
            throw new AssertionError("no Info");
        }
        return info;
    }

    /** A batch of equal samples at rest. */
    static byte[] batch(int flags, int epoch, int count, long counter, long micros, int periodMicros) {
        byte[] frame = new byte[14 + 12 * count];
        frame[0] = 0x10;
        frame[1] = (byte) flags;
        frame[2] = (byte) epoch;
        frame[3] = (byte) count;
        for (int index = 0; index < 4; index++) {
            frame[4 + index] = (byte) (counter >> 8 * index);
            frame[8 + index] = (byte) (micros >> 8 * index);
        }
        LittleEndian.putU16(frame, 12, periodMicros);
        for (int index = 0; index < count; index++) {
            LittleEndian.putU16(frame, 14 + 12 * index + 4, 4098);
        }
        return frame;
    }
}
