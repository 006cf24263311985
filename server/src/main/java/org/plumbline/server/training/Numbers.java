package org.plumbline.server.training;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Words;

/** Numbers as people type them into forms; a decimal comma is one too. */
public final class Numbers {
    /** As people write it: Java reads {@code 0x1p3} and {@code 5d} besides. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private Numbers() {}

    /**
     * @param what what the number is, to begin the message
     * @throws IllegalArgumentException where it is no number; the message is for the person
     */
    public static double decimal(String what, @Nullable String typed) {
        @Nullable Double number = decimal(typed);
        if (number == null) {
            throw new IllegalArgumentException(Words.say("frame.number.none", what, String.valueOf(typed)));
        }
        return number;
    }

    /** The number that was typed, or null where it is none. */
    public static @Nullable Double decimal(@Nullable String typed) {
        String text = String.valueOf(typed).strip().replace(',', '.');
        double number = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        return Double.isFinite(number) ? number : null;
    }

    /**
     * @param what what the number is, to begin the message
     * @throws IllegalArgumentException where it is no whole number; the message is for the person
     */
    public static int whole(String what, @Nullable String typed) {
        try {
            return Integer.parseInt(String.valueOf(typed).strip());
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException(Words.say("frame.number.not.whole", what, String.valueOf(typed)), none);
        }
    }
}
