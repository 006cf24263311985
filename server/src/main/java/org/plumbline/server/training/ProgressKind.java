package org.plumbline.server.training;

import java.util.Locale;
import org.plumbline.server.web.Choice;

/** What of a lifter's training is followed over weeks. */
public enum ProgressKind {
    /** Heaviest load of each session, kg. */
    LOAD("kg"),
    /** Most repetitions of a set at the heaviest load of each session. */
    REPETITIONS("reps"),
    /** Estimated one-repetition maximum of each session as a range, kg. */
    E1RM("kg"),
    /** Median peak lumbar flexion of each set, degrees. */
    FLEXION("deg"),
    /** Median axial rotation of each set, peak to peak, degrees. */
    TWIST("deg"),
    /** Largest form-drift index of each set, in smallest detectable changes. */
    DRIFT("×"),
    /** Training days of each week, Monday to Sunday. */
    FREQUENCY("days");

    private final String unit;

    ProgressKind(String unit) {
        this.unit = unit;
    }

    /** Unit of the values as stored. Loads are shown in the unit the reader chose. */
    public String unit() {
        return unit;
    }

    /** Whether its values are loads in kilograms. */
    public boolean isLoad() {
        return this == LOAD || this == E1RM;
    }

    /** The word in addresses and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of that word.
     *
     * @throws IllegalArgumentException where there is none such; the message is for the person
     */
    public static ProgressKind ofWord(String word) {
        return Choice.of(ProgressKind.class, "what", word);
    }
}
