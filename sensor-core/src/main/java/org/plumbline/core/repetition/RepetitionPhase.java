package org.plumbline.core.repetition;

/** Where in a repetition the lifter is. */
public enum RepetitionPhase {
    /** Between repetitions or before the first. */
    READY,
    /** Going down: lowering the bar, descending into the squat. */
    ECCENTRIC,
    /** At the lowest point. */
    BOTTOM,
    /** Going up: pulling, standing up. */
    CONCENTRIC,
    /** Standing tall at the top: lockout. */
    TOP
}
