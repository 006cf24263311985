package org.plumbline.server.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.RecordKind;

/**
 * A set that a person began all the same, after they were asked.
 *
 * @param lifterId who
 * @param setId the set, or null where it is not known or was deleted
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
        @Nullable UUID setId,
        Instant chosenAt,
        LocalDate day,
        Question question,
        String sentence,
        String exercise,
        boolean simulated,
        @Nullable Double loadKg,
        @Nullable Double capKg) {
    /** The same of another set, begun in the place of that one. */
    BegunAnyway of(UUID set) {
        return new BegunAnyway(lifterId, set, chosenAt, day, question, sentence, exercise, simulated, loadKg, capKg);
    }

    /** What is asked before a set. */
    public enum Question {
        /** They were told to lift no further for now, or to answer something first: a matter of pain. */
        TOLD(RecordKind.PAIN),
        /** The plan leaves the exercise out for now. */
        RESTRICTED(RecordKind.REHAB),
        /** The load is above the plan's. */
        ABOVE_CAP(RecordKind.REHAB);

        private final RecordKind kind;

        Question(RecordKind kind) {
            this.kind = kind;
        }

        /** The part of the record it comes from. */
        public RecordKind kind() {
            return kind;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Question ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
