package org.plumbline.core.form;

import java.util.Locale;

/** How far a value can be trusted. */
public enum Confidence {
    /** At or below the noise of the channel, or a channel known to be weak. */
    LOW,
    /** Above the noise, not yet repeated or with a fair calibration. */
    MEDIUM,
    /** Well above the noise with a good calibration. */
    HIGH;

    /** The word in JSON and the database. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
