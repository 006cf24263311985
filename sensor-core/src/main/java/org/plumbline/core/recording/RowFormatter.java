package org.plumbline.core.recording;

import java.nio.charset.StandardCharsets;

/** Numbers to bytes, so that reading them gives exactly the same numbers. */
final class RowFormatter {
    private static final int DECIMALS = 6;
    private static final double SCALE = 1e6;
    private static final int LONGEST_NUMBER = 32;

    private byte[] bytes = new byte[512];
    private int length;
    private final byte[] digits = new byte[LONGEST_NUMBER];

    void clear() {
        length = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void append(byte[] text) {
        if (length + text.length + LONGEST_NUMBER > bytes.length) {
            byte[] larger = new byte[2 * (length + text.length + LONGEST_NUMBER)];
            System.arraycopy(bytes, 0, larger, 0, length);
            bytes = larger;
        }
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
    }

    void append(char character) {
        bytes[length++] = (byte) character;
    }

    void append(long value) {
        append(value, 0);
    }

    /** At most six decimals where they say it exactly, all that are needed where they do not. */
    void append(double value) {
        double scaled = Math.rint(value * SCALE);
        if (scaled / SCALE != value || Math.abs(scaled) >= 1L << 53) {
            append(Double.toString(value).getBytes(StandardCharsets.US_ASCII));
            return;
        }
        if (value < 0 || 1 / value < 0) {
            append('-');
        }
        long unscaled = (long) Math.abs(scaled);
        int decimals = DECIMALS;
        while (decimals > 0 && unscaled % 10 == 0) {
            unscaled /= 10;
            decimals--;
        }
        append(unscaled, decimals);
    }

    private void append(long value, int decimals) {
        int count = 0;
        long rest = value;
        while (rest > 0 || count <= decimals) {
            digits[count++] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        while (count > 0) {
            count--;
            bytes[length++] = digits[count];
            if (count == decimals && decimals > 0) {
                bytes[length++] = '.';
            }
        }
    }
}
