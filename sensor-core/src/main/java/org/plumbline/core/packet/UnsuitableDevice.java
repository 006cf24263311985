package org.plumbline.core.packet;

import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Devices that are met often and cannot be used, and why, in words for the person who wears one. */
enum UnsuitableDevice {
    POLAR_H10("polar h10", null, "It has no gyroscope. Turning of the trunk cannot be measured with it."),
    POLAR_H9("polar h9", null, "It measures the heart only."),
    BANGLE("bangle.js", null, "It has no gyroscope. Turning of the trunk cannot be measured with it."),
    SENSORTAG_CC2650(
            "cc2650",
            "f000aa80-0451-4000-b000-000000000000",
            "It sends 10 samples a second and turns of up to 250 degrees a second: too few and too slow for a lift."),
    SENSORTAG_CC2541(
            "sensortag",
            "f000aa10-0451-4000-b000-000000000000",
            "Its motion sensors send too few samples a second for a lift."),
    THINGY_53(
            "thingy:53",
            null,
            "Its own software sends no motion data that others can read. With the TIMU software on it, it can be used."),
    BLUEST(
            null,
            "00e00000-0001-11e1-ac36-0002a5d5c51b",
            "It sends too few samples a second, in steps too coarse, for a lift."),
    META_WEAR(
            "metawear",
            "326a9000-85cb-9195-d9dd-464cfbbae75a",
            "It sends no time with its samples, and its two sensors apart. There is no decoder for it yet."),
    SLIME_VR("slimevr", null, "It sends a finished orientation, not what its sensors measure."),
    ADAFRUIT(
            null,
            "adaf0200-c332-42a8-93bd-25e905756cb8",
            "It sends acceleration and turning apart, without time. With the TIMU software on it, the board can be used."),
    ARDUINO_EXAMPLE(
            null,
            "19b10000-e8f2-537e-4f6c-d104768a1214",
            "Its address is that of a published example, and every board sends something else under it. With the TIMU"
                    + " software on it, the board can be used."),
    NICLA(
            null,
            "34c2e3bb-34aa-11eb-adc1-0242ac120002",
            "It sends acceleration and turning apart, without time. With the TIMU software on it, the board can be used."),
    NORDIC_UART(
            null,
            "6e400001-b5a3-f393-e0a9-e50e24dcca9e",
            "It sends text whose meaning is not known. With the TIMU software on it, the board can be used."),
    ACTIVITY_MONITOR(
            null,
            "0000183e-0000-1000-8000-00805f9b34fb",
            "It sends summaries of activity, not what its sensors measure.");

    private final @Nullable String namePart;
    private final @Nullable UUID identifier;
    private final String reason;

    UnsuitableDevice(@Nullable String namePart, @Nullable String identifier, String reason) {
        this.namePart = namePart;
        this.identifier = identifier == null ? null : UUID.fromString(identifier);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    boolean isMeant(String advertisedName, Collection<UUID> identifiers) {
        return (namePart != null && advertisedName.toLowerCase(Locale.ROOT).contains(namePart))
                || (identifier != null && identifiers.contains(identifier));
    }
}
