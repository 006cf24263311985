package org.plumbline.server.web;

/** The word that somebody gives back to say that they have read just this and nothing else: another sentence has another. */
public final class ReadBack {
    private ReadBack() {}

    /** @param about what it is about, as a stable word */
    public static String of(String about, String sentence) {
        return about + "-" + Integer.toHexString(sentence.hashCode());
    }
}
