package org.plumbline.server.wearable.station;

import org.jspecify.annotations.Nullable;

/**
 * A known sensor as a page shows it.
 *
 * @param address what it is known by
 * @param name what it advertised
 * @param family its family's name
 * @param placement name of the placement as in recordings, or null until somebody has said
 * @param mine whether it is the viewer's own; otherwise it is the house's
 * @param state where it stands
 * @param reason why, in plain words; empty where nobody would ask
 * @param canBlink whether it can be made to blink
 * @param rateHz the rate it keeps, null where nobody knows
 * @param signal how well it is heard
 */
public record SensorStatus(
        String address,
        String name,
        String family,
        @Nullable String placement,
        boolean mine,
        SensorState state,
        String reason,
        boolean canBlink,
        @Nullable Double rateHz,
        SensorSignal signal) {}
