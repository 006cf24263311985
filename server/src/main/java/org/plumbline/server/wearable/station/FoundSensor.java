package org.plumbline.server.wearable.station;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plumbline.core.packet.DeviceSuitability;
import org.plumbline.core.packet.DeviceSuitability.Verdict;
import org.plumbline.server.wearable.radio.DiscoveredDevice;

/**
 * A device that was heard and is not paired.
 *
 * @param address what it is known by
 * @param name what it advertises; may be empty
 * @param rssiDbm strength of its signal, dBm; nearer is higher
 * @param family name of its family, empty where unknown
 * @param usable whether it can be paired
 * @param reason why it cannot, or what is to be made sure of; may be empty
 */
public record FoundSensor(String address, String name, int rssiDbm, String family, boolean usable, String reason) {
    /** Those that are not paired, the nearest first of those that can be. */
    static List<FoundSensor> among(Collection<DiscoveredDevice> heard, SensorRegistry paired) {
        return heard.stream()
                .filter(device -> paired.byAddress(device.address()) == null)
                .flatMap(device -> of(device).stream())
                .sorted(Comparator.comparing((FoundSensor sensor) -> !sensor.usable())
                        .thenComparing(FoundSensor::rssiDbm, Comparator.reverseOrder()))
                .toList();
    }

    /** What is known of a device by what it advertises; empty where it is a stranger without a name, as most phones are. */
    private static Optional<FoundSensor> of(DiscoveredDevice device) {
        DeviceSuitability suitability = DeviceSuitability.ofAdvertisement(device.name(), device.serviceUuids());
        if (suitability.verdict() == Verdict.UNKNOWN && device.name().isEmpty()) {
            return Optional.empty();
        }
        boolean usable = suitability.verdict() == Verdict.CONFIRMED || suitability.verdict() == Verdict.LIKELY;
        return Optional.of(new FoundSensor(
                device.address(),
                device.name(),
                device.rssiDbm(),
                suitability.family().map(Families::name).orElse(""),
                usable,
                suitability.reason()));
    }
}
