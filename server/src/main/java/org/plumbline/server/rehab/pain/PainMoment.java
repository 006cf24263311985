package org.plumbline.server.rehab.pain;

/** When, beside training, something was felt. */
public enum PainMoment implements Worded {
    BEFORE,
    /** Said after STOP. */
    DURING,
    AFTER,
    HOURS_24,
    HOURS_48,
    HOURS_72,
    /** Any other time. */
    OTHER;

    /** Whether it answers how the days after training were. */
    public boolean isFollowUp() {
        return this == HOURS_24 || this == HOURS_48 || this == HOURS_72;
    }
}
