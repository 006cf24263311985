package org.plumbline.server.web;

import org.jspecify.annotations.Nullable;

/**
 * The one rule for names and texts: what every database takes, and what people can see. PostgreSQL refuses NUL, half of a surrogate
 * pair is no character at all, and a name of nothing but spaces without width is none.
 */
public final class StorableText {
    private StorableText() {}

    /** Whether every character is one: no control character but those that part lines and columns, and no half of a pair. */
    public static boolean is(String text) {
        return text.codePoints().allMatch(StorableText::isCharacter);
    }

    private static boolean isCharacter(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\r' || character == '\t';
            case Character.SURROGATE -> false;
            default -> true;
        };
    }

    /** Whether there is anything in it that can be seen. */
    public static boolean isSeen(String text) {
        return text.codePoints().anyMatch(StorableText::isSeen);
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    // nothing by itself
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> !isEmptyLetter(character);
        };
    }

    /** Letters and signs by their kind that have no ink: fillers of Hangul, and the empty cell of Braille. */
    private static boolean isEmptyLetter(int character) {
        return character == 0x115F
                || character == 0x1160
                || character == 0x2800
                || character == 0x3164
                || character == 0xFFA0;
    }

    /** Whether it can be the name of somebody or something: seen, on one line, and not longer than that. */
    public static boolean isName(@Nullable String text, int longest) {
        return text != null
                && text.length() <= longest
                && isSeen(text)
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    /** The beginning of a text, never with half a character at its end. */
    public static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** What is said of a field whose text is none; null where it is one, or where nothing was written. */
    public static @Nullable String fault(String field, String text) {
        if (!is(text)) {
            return refusal(field);
        }
        return text.isBlank() || isSeen(text) ? null : unseen(field);
    }

    static String refusal(String field) {
        return Words.say("frame.text.refused", field);
    }

    static String unseen(String field) {
        return Words.say("frame.text.unseen", field);
    }
}
