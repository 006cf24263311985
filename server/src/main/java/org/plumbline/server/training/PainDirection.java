package org.plumbline.server.training;

import java.util.Locale;

/** Where pain goes over weeks. One day up or down is no direction. */
public enum PainDirection {
    /** A sustained rise. */
    RISING,
    STEADY,
    EASING,
    /** Too few days were logged to say. */
    TOO_FEW;

    /** The word that is sent, and the end of its message key. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
