package org.plumbline.server.wearable.radio;

import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkException;

/** A way to speak Bluetooth Low Energy as the central: it scans, connects and hears the bytes of notifications. */
public interface Radio {
    /** Short name of the kind of radio, for example {@code tinyb}. */
    String kind();

    /** Whether what it hears is simulated, at whatever remove. */
    default boolean isSimulated() {
        return false;
    }

    /** Whether the radio can be used here; where not, what is missing and what to install. Never throws. */
    LinkAvailability probe();

    /**
     * Opens the radio. Of each kind at most one session is open in a process.
     *
     * @throws LinkException where it cannot be used, with the reason that {@link #probe} gives
     */
    RadioSession open(RadioListener listener) throws LinkException;
}
