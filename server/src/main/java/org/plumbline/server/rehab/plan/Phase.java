package org.plumbline.server.rehab.plan;

import java.util.Locale;

/** Whether somebody stands by while the person trains. */
public enum Phase {
    SUPERVISED,
    /** On their own, once a therapist has signed for it. */
    INDEPENDENT;

    /** The word in the database and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The phase of that word.
     *
     * @throws IllegalArgumentException where there is none such
     */
    public static Phase ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
