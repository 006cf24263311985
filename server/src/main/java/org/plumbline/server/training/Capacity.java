package org.plumbline.server.training;

import java.util.Locale;
import org.plumbline.core.form.LimitOrigin;

/** As what a person acts for a lifter. */
public enum Capacity {
    /** For themselves. */
    LIFTER,
    COACH,
    /** What a therapist sets holds whatever the others set, and only ever lowers a limit. */
    THERAPIST;

    /** The word in the database and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Capacity ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    LimitOrigin origin() {
        return this == THERAPIST ? LimitOrigin.THERAPIST : LimitOrigin.PERSON;
    }

    /** What is replaced by what this one sets: a therapist's own, or what lifter and coaches set. */
    String replaced() {
        return this == THERAPIST ? "set_as = 'therapist'" : "set_as <> 'therapist'";
    }
}
