package org.plumbline.server.review;

import java.util.Locale;

/** What a person says of a flag. */
public enum Verdict {
    /** What the flag says did happen. */
    CONFIRMED,
    /** It did not, or it does not matter for this person. */
    DISMISSED;

    /** The word in the database, in JSON and in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Verdict ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
