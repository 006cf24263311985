package org.plumbline.core.form;

/** What a repetition's level owes to the repetitions before. */
public enum Recurrence {
    /** Nothing. */
    EACH,
    /** Two cautions running suggest to stop. */
    STOP_WHEN_RUNNING,
    /** A caution must recur in two of three repetitions, or be large by itself. */
    TWO_OF_THREE,
    /** The level rises by one a repetition at the most. */
    STEP_BY_STEP
}
