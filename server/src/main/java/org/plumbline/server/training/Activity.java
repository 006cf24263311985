package org.plumbline.server.training;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Choice;
import org.plumbline.server.web.Words;

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
            throw new IllegalArgumentException(Words.say("activity.minutes", String.valueOf(LONGEST_MINUTES)));
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException(Words.say("training.note.long", String.valueOf(LONGEST_NOTE)));
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
            return Choice.of(Kind.class, "kind", word);
        }
    }
}
