package org.plumbline.server.training;

import java.util.Locale;

/** What has become of a set. */
public enum SetState {
    /** Samples are coming in. */
    RUNNING,
    /** The lifter ended it, or its stream was over. */
    FINISHED,
    /** The server stopped while it ran, or its stream broke off; what had come in until then is kept. */
    INTERRUPTED,
    /** Its recording could be read only up to a malformed row, or a part of it could not be written. */
    PARTIAL;

    /** The word in the database, in JSON and on pages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SetState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
