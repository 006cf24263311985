package org.plumbline.server.rehab.pain;

/** How soon somebody who can examine a person should hear of what they ticked. */
public enum SymptomTier implements Worded {
    /** Now. */
    EMERGENCY(3),
    /** The same day or within a few days. */
    URGENT(2),
    /** When it suits. */
    ROUTINE(1),
    /** Nothing was ticked; which rules nothing out. */
    NOTHING_TICKED(-1);

    private final int level;

    SymptomTier(int level) {
        this.level = level;
    }

    /** The level whose colour and shape it has on pages; nothing ticked is not assessed, and never green. */
    public int level() {
        return level;
    }
}
