package org.plumbline.server.training;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a lifter did besides lifting.
 *
 * @param id identity
 * @param kind what it was
 * @param doneOn the day
 * @param minutes how long
 * @param note anything to note, or null
 */
public record Activity(
        UUID id,
        Kind kind,
        LocalDate doneOn,
        int minutes,
        @Nullable String note) {
    private static final int LONGEST_MINUTES = 24 * 60;
    private static final int LONGEST_NOTE = 400;

    /** @throws IllegalArgumentException where it cannot be; the message is for the person */
    public Activity {
        if (minutes < 1 || minutes > LONGEST_MINUTES) {
            throw new IllegalArgumentException("Minutes go from 1 to " + LONGEST_MINUTES + ", it was " + minutes + ".");
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("The note is longer than " + LONGEST_NOTE + " characters.");
        }
    }

    /** What can be done. */
    public enum Kind {
        WALKING,
        MOBILITY,
        CYCLING,
        SWIMMING,
        WARM_UP,
        OTHER;

        /** The word in the database, in JSON and in forms. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The kind of that word.
         *
         * @throws IllegalArgumentException where there is none such; the message is for the person
         */
        public static Kind ofWord(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(
                    "kind must be walking, mobility, cycling, swimming, warm_up or other, it was \"" + word + "\".");
        }
    }
}
