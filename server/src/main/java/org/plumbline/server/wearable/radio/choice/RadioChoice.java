package org.plumbline.server.wearable.radio.choice;

import java.util.Objects;
import java.util.function.Supplier;
import org.plumbline.server.wearable.radio.Radio;
import org.plumbline.server.wearable.radio.recorded.RecordingRadio;
import org.plumbline.server.wearable.radio.recorded.ReplayRadio;

/**
 * The radio that the settings ask for. Simulated devices and recordings are played in this process; real radios run in one of
 * their own. A simulated radio is there only where it was asked for by its name.
 */
public final class RadioChoice {
    private final WearableProperties properties;
    private final Supplier<Radio> gateway;
    private final Supplier<Radio> simulated;

    /**
     * @param gateway makes the way to the process of a real radio, which tries the one or those that the settings ask for
     * @param simulated makes the radio with simulated devices
     */
    public RadioChoice(WearableProperties properties, Supplier<Radio> gateway, Supplier<Radio> simulated) {
        this.properties = properties;
        this.gateway = gateway;
        this.simulated = simulated;
    }

    /** Makes the radio, recorded where that is asked for. */
    public Radio radio() {
        Radio radio = chosen();
        return properties.recordFile() == null ? radio : new RecordingRadio(radio, properties.recordFile());
    }

    private Radio chosen() {
        return switch (properties.link()) {
            case AUTO, TINYB, DBUS -> gateway.get();
            case SIMULATED -> simulated.get();
            case REPLAY -> new ReplayRadio(Objects.requireNonNull(properties.replayFile()));
        };
    }
}
