package org.plumbline.core.repetition;

/** Why a set is over by itself. */
public enum SetEndReason {
    /** No repetition came for longer than a set pauses: half a minute, and the longest hold of the exercise on top. */
    PAUSED,
    /** The lifter has walked away from the bar. */
    WALKED_AWAY
}
