package org.plumbline.server.account;

import java.util.Locale;
import org.plumbline.server.web.Choice;

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
        return Choice.of(RecordKind.class, "kind", word);
    }
}
