package org.plumbline.server.training;

import java.util.Locale;

/** Where the samples of a set came from. */
public enum SetSource {
    /** The simulated lifter. Shown as simulated wherever the set is shown. */
    SIMULATED,
    /** Sensors on a person, or what stands in for them: {@code simulated} of the set says which. */
    SENSORS,
    /** A stored recording, played as if it were live. */
    REPLAY,
    /** A recording somebody uploaded. */
    UPLOAD;

    /** The word in the database, in JSON and on pages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SetSource ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
