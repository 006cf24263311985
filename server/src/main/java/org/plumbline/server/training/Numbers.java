package org.plumbline.server.training;

import org.jspecify.annotations.Nullable;

/** Numbers as people type them into forms; a decimal comma is one too. */
public final class Numbers {
    private Numbers() {}

    /**
     * @param what what the number is, to begin the message
     * @throws IllegalArgumentException where it is no number; the message is for the person
     */
    public static double decimal(String what, @Nullable String typed) {
        try {
            double number = Double.parseDouble(String.valueOf(typed).strip().replace(',', '.'));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException none) {
            // said below
        }
        throw new IllegalArgumentException(what + " must be a number, it was \"" + typed + "\".");
    }

    /**
     * @param what what the number is, to begin the message
     * @throws IllegalArgumentException where it is no whole number; the message is for the person
     */
    public static int whole(String what, @Nullable String typed) {
        try {
            return Integer.parseInt(String.valueOf(typed).strip());
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException(what + " must be a whole number, it was \"" + typed + "\".", none);
        }
    }
}
