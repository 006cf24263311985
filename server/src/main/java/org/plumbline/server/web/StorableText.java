package org.plumbline.server.web;

/** Text that every database takes. PostgreSQL refuses NUL, and half of a surrogate pair is no character at all. */
public final class StorableText {
    private StorableText() {}

    public static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == 0 || Character.isLowSurrogate(letter)) {
                return false;
            }
            if (Character.isHighSurrogate(letter)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The beginning of a text, never with half a character at its end. */
    public static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** What is said of a field whose text is none. */
    public static String refusal(String field) {
        return Words.say("frame.text.refused", field);
    }
}
