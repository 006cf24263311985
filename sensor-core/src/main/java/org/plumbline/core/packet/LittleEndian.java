package org.plumbline.core.packet;

/** Numbers as all devices here send them: the least byte first. */
final class LittleEndian {
    private LittleEndian() {}

    static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    static int u16(byte[] bytes, int at) {
        return u8(bytes, at) | u8(bytes, at + 1) << 8;
    }

    static int i16(byte[] bytes, int at) {
        return (short) u16(bytes, at);
    }

    static int i32(byte[] bytes, int at) {
        return u16(bytes, at) | u16(bytes, at + 2) << 16;
    }

    static long u32(byte[] bytes, int at) {
        return i32(bytes, at) & 0xFFFF_FFFFL;
    }

    static long i64(byte[] bytes, int at) {
        return u32(bytes, at) | (long) i32(bytes, at + 4) << 32;
    }

    static float f32(byte[] bytes, int at) {
        return Float.intBitsToFloat(i32(bytes, at));
    }

    static void putU16(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
    }

    static void putI64(byte[] bytes, int at, long value) {
        for (int index = 0; index < 8; index++) {
            bytes[at + index] = (byte) (value >> (8 * index));
        }
    }
}
