package org.plumbline.server.training;

import java.util.Locale;
import org.plumbline.server.web.Choice;

/** What a person said about a movement. */
public enum CorrectionKind {
    /** It was counted and is no repetition. */
    NOT_REPETITION,
    /** It was set aside and is a repetition. */
    REPETITION;

    /** The word in the database, in JSON and in forms. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of that word.
     *
     * @throws IllegalArgumentException where there is none such; the message is for the person
     */
    public static CorrectionKind ofWord(String word) {
        return Choice.of(CorrectionKind.class, "kind", word);
    }
}
