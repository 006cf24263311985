package org.plumbline.server.rehab.pain;

/** What a person remembers of how it began. */
public enum SymptomMechanism implements Worded {
    LIFTING,
    /** A fall, a blow, an accident. */
    FALL,
    SLOWLY,
    /** Nothing they remember. */
    NOTHING
}
