package org.plumbline.server.review;

import java.util.Locale;
import org.plumbline.server.web.Choice;
import org.plumbline.server.web.Words;

/** Why a flag is confirmed or dismissed. Few and fixed, so that they can be counted over many sets. */
public enum ReviewReason {
    SEEN(Verdict.CONFIRMED),
    CURVE(Verdict.CONFIRMED),
    FORM_HELD(Verdict.DISMISSED),
    LIMIT_TOO_LOW(Verdict.DISMISSED),
    SENSOR(Verdict.DISMISSED),
    NOT_A_REPETITION(Verdict.DISMISSED),
    OTHER(Verdict.DISMISSED);

    private final Verdict verdict;

    ReviewReason(Verdict verdict) {
        this.verdict = verdict;
    }

    /** What it says of the flag. */
    public Verdict verdict() {
        return verdict;
    }

    /** Whether it can be said of everything that one repetition raised, and not of one limit alone. */
    public boolean isOfAll() {
        return this != LIMIT_TOO_LOW;
    }

    /** The word in the database, in JSON and in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a person reads. */
    public String label() {
        return Words.say("review.reason." + word());
    }

    /** The same, of everything that one repetition raised. */
    public String labelOfAll() {
        return Words.say("review.reason.all." + word());
    }

    /**
     * The reason of that word.
     *
     * @throws IllegalArgumentException where there is none such; the message is for the person
     */
    public static ReviewReason ofWord(String word) {
        return Choice.of(ReviewReason.class, "reason", word);
    }
}
