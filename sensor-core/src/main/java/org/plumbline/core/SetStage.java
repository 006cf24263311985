package org.plumbline.core;

/** What the lifter is asked to do, or is doing. */
public enum SetStage {
    /** Stand still: the neutral pose is being looked for. */
    STAND_STILL,
    /** Bow slowly, then stand still again; or say that the set begins. */
    BOW,
    /** The set runs: repetitions are counted. */
    LIFTING,
    /** The set is over. */
    ENDED
}
