package org.plumbline.server.rehab.pain;

/** How it began. */
public enum PainOnset implements Worded {
    SUDDEN,
    GRADUAL,
    UNKNOWN
}
