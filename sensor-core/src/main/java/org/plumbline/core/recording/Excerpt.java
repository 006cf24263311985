package org.plumbline.core.recording;

import java.nio.charset.StandardCharsets;

/** A short, printable piece of what was found, for messages. */
final class Excerpt {
    private static final int LONGEST = 40;

    private Excerpt() {}

    static String of(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + 4 * LONGEST);
        return of(new String(bytes, from, Math.max(0, end - from), StandardCharsets.UTF_8));
    }

    /** The text in single quotes, cut to a length that fits a line, with nothing a terminal would act on. */
    static String of(String text) {
        if (text.isEmpty()) {
            return "nothing";
        }
        StringBuilder quoted = new StringBuilder("'");
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char character = text.charAt(i);
            quoted.append(Character.isISOControl(character) || isInvisible(character) ? '\u00b7' : character);
        }
        if (text.length() > LONGEST) {
            quoted.append("...");
        }
        return quoted.append("'").toString();
    }

    /** Marks that would reorder or hide the text around them. */
    private static boolean isInvisible(char character) {
        return Character.getType(character) == Character.FORMAT || Character.isSurrogate(character);
    }
}
