package org.plumbline.core.form;

import java.util.Locale;

/** How far a value can be trusted. */
public enum Confidence {
    /** At or below the noise of the channel, or a channel known to be weak. */
    LOW,
    /** Above the noise, and beyond its limit by less than it is uncertain by, or with a fair calibration. */
    MEDIUM,
    /** Beyond its limit by more than it is uncertain by, with a good calibration. */
    HIGH;

    /** The word in JSON and the database. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
