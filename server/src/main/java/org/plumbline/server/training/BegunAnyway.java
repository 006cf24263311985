package org.plumbline.server.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A set that a person began all the same, after they were asked.
 *
 * @param lifterId who
 * @param chosenAt when
 * @param day the day, in the server's time zone
 * @param question what they were asked
 * @param sentence the words they saw
 * @param exercise name of the exercise
 * @param simulated whether the set is simulated, so that nobody lifts it
 * @param loadKg load, kg, or null where not said
 * @param capKg the most the plan said, kg, or null where that was not the question
 */
public record BegunAnyway(
        UUID lifterId,
        Instant chosenAt,
        LocalDate day,
        Question question,
        String sentence,
        String exercise,
        boolean simulated,
        @Nullable Double loadKg,
        @Nullable Double capKg) {
    /** What a person gives back to say that they have read this question, and no other. */
    public String answer() {
        return question.word() + "-" + Integer.toHexString(sentence.hashCode());
    }

    /** What is asked before a set. */
    public enum Question {
        /** They were told to lift no further that day. */
        TOLD,
        /** The load is above the plan's. */
        ABOVE_CAP;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Question ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
