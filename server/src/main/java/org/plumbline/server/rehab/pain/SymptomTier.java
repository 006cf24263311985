package org.plumbline.server.rehab.pain;

/** How soon somebody who can examine a person should hear of what they ticked. */
public enum SymptomTier implements Worded {
    /** Now. */
    EMERGENCY,
    /** The same day or within a few days. */
    URGENT,
    /** When it suits. */
    ROUTINE,
    /** Nothing was ticked; which rules nothing out. */
    NOTHING_TICKED
}
