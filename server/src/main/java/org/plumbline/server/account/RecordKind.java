package org.plumbline.server.account;

import java.util.Locale;
import java.util.stream.Stream;

/** The parts of a person's record. Each is shared by itself. */
public enum RecordKind {
    /** Sets, repetitions, form, loads, effort, progress. */
    FORM,
    /** Pain, symptoms, check-ins. */
    PAIN,
    /** Prescriptions, restrictions, range of motion, adherence, checklists. */
    REHAB;

    /** The word that is stored and sent. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of that word.
     *
     * @throws IllegalArgumentException where there is none such; the message is for the person
     */
    public static RecordKind ofWord(String word) {
        return Stream.of(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("kind must be form, pain or rehab, it was \"" + word + "\"."));
    }
}
