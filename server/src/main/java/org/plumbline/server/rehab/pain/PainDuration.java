package org.plumbline.server.rehab.pain;

/** How long it has been there. */
public enum PainDuration implements Worded {
    TODAY,
    DAYS,
    OVER_A_WEEK,
    WEEKS,
    MONTHS
}
