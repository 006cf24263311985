package org.plumbline.core.recording;

import java.nio.charset.StandardCharsets;

/**
 * Decimal numbers from bytes, without allocation for numbers as sensors write them.
 *
 * <p>Exact: a mantissa below 2^53 divided or multiplied by a power of ten up to 10^22 is correctly rounded (Clinger,
 * How to read floating point numbers accurately, 1990); anything longer goes to {@link Double#parseDouble}.
 */
final class DecimalParser {
    /** The answer of {@link #integer} where the text is not a whole number from 0 that fits. */
    static final long NOT_AN_INTEGER = -1;

    private static final long LARGEST_EXACT = 1L << 53;
    private static final int MOST_INTEGER_DIGITS = 18;
    private static final double[] POWERS = new double[23];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private DecimalParser() {}

    /** The number between the two positions, or NaN where they hold no finite decimal number. */
    static double decimal(byte[] bytes, int from, int to) {
        int position = from;
        boolean negative = false;
        if (position < to && (bytes[position] == '-' || bytes[position] == '+')) {
            negative = bytes[position] == '-';
            position++;
        }
        long mantissa = 0;
        int digits = 0;
        int decimals = 0;
        boolean exact = true;
        boolean point = false;
        for (; position < to; position++) {
            byte character = bytes[position];
            if (character >= '0' && character <= '9') {
                digits++;
                decimals += point ? 1 : 0;
                if (mantissa < LARGEST_EXACT / 10) {
                    mantissa = mantissa * 10 + (character - '0');
                } else {
                    exact = false;
                }
            } else if (character == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        if (position < to) {
            return isExponent(bytes, position, to) ? slow(bytes, from, to) : Double.NaN;
        }
        if (!exact || decimals >= POWERS.length) {
            return slow(bytes, from, to);
        }
        double value = mantissa / POWERS[decimals];
        return negative ? -value : value;
    }

    private static boolean isExponent(byte[] bytes, int from, int to) {
        int position = from;
        if (bytes[position] != 'e' && bytes[position] != 'E') {
            return false;
        }
        position++;
        if (position < to && (bytes[position] == '-' || bytes[position] == '+')) {
            position++;
        }
        if (position == to) {
            return false;
        }
        for (; position < to; position++) {
            if (bytes[position] < '0' || bytes[position] > '9') {
                return false;
            }
        }
        return true;
    }

    private static double slow(byte[] bytes, int from, int to) {
        return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    }

    /** A whole number from 0 with at most 18 digits, or {@link #NOT_AN_INTEGER}. */
    static long integer(byte[] bytes, int from, int to) {
        int count = to - from;
        if (count == 0 || count > MOST_INTEGER_DIGITS) {
            return NOT_AN_INTEGER;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return NOT_AN_INTEGER;
            }
            value = value * 10 + (bytes[i] - '0');
        }
        return value;
    }
}
