package org.plumbline.server.wearable.station;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.packet.DeviceFamily;
import org.plumbline.core.packet.DeviceSuitability;
import org.plumbline.server.wearable.radio.DiscoveredDevice;
import org.plumbline.server.web.StorableText;
import org.plumbline.server.web.Words;

/**
 * The sensors that were paired over one radio, and whose each is. Nobody sees, places or wears a sensor of somebody else; one that
 * nobody claimed is the house's and open to all. Whoever changes something holds the station; reading takes no lock, for the thread
 * of the radio waits for nobody's database.
 */
final class SensorRegistry {
    /** What the database takes; a Bluetooth name has 248 bytes at most. */
    private static final int LONGEST_NAME = 248;

    private static final int LONGEST_ADDRESS = 60;

    private final KnownSensorRepository repository;
    private final String radioKind;
    private final Map<String, WantedSensor> sensors = new ConcurrentHashMap<>();
    private long paired;

    SensorRegistry(KnownSensorRepository repository, String radioKind) {
        this.repository = repository;
        this.radioKind = radioKind;
    }

    String radioKind() {
        return radioKind;
    }

    /** Those that are remembered, in the order in which they were paired. */
    List<WantedSensor> load() {
        repository.all(radioKind).forEach(this::take);
        return all();
    }

    private WantedSensor take(KnownSensor sensor) {
        WantedSensor wanted = new WantedSensor(sensor, paired++);
        sensors.put(sensor.address(), wanted);
        return wanted;
    }

    List<WantedSensor> all() {
        return inOrder(sensors.values().stream().toList());
    }

    /** A person's own sensors, then those of the house. */
    List<WantedSensor> openTo(UUID person) {
        return inOrder(sensors.values().stream()
                        .filter(wanted -> wanted.sensor.isOpenTo(person))
                        .toList())
                .stream()
                .sorted(Comparator.comparing((WantedSensor wanted) -> !wanted.sensor.isOf(person)))
                .toList();
    }

    private static List<WantedSensor> inOrder(List<WantedSensor> some) {
        return some.stream()
                .sorted(Comparator.comparingLong(wanted -> wanted.order))
                .toList();
    }

    /** What of a person's own fits or, where they have none that does, what of the house's. */
    List<WantedSensor> wornBy(UUID person, Predicate<WantedSensor> fits) {
        List<WantedSensor> open = openTo(person).stream().filter(fits).toList();
        List<WantedSensor> own =
                open.stream().filter(wanted -> wanted.sensor.isOf(person)).toList();
        return own.isEmpty() ? open : own;
    }

    /** The placed sensors that this person wears, from the pelvis up. */
    List<PlacedSensor> placed(UUID person) {
        List<PlacedSensor> placed = new ArrayList<>();
        List<WantedSensor> worn = wornBy(
                person,
                wanted -> wanted.loop != null && wanted.sensor.placement().isPresent());
        for (WantedSensor wanted : worn) {
            SensorLoop loop = wanted.loop;
            KnownSensor sensor = wanted.sensor;
            if (loop != null) {
                sensor.placement()
                        .ifPresent(placement -> placed.add(new PlacedSensor(sensor, placement, wanted.stream, loop)));
            }
        }
        placed.sort(Comparator.comparing(PlacedSensor::placement));
        return placed;
    }

    int streaming() {
        return (int) sensors.values().stream().filter(WantedSensor::isStreaming).count();
    }

    @Nullable
    WantedSensor byAddress(String address) {
        return sensors.get(address);
    }

    /**
     * A sensor that is open to this person.
     *
     * @throws NoSuchSensorException where there is none; somebody else's is no other thing than one that is not there
     */
    WantedSensor known(UUID person, String address) {
        WantedSensor wanted = sensors.get(address);
        if (wanted == null || !wanted.sensor.isOpenTo(person)) {
            throw new NoSuchSensorException(Words.say("sensors.no.such"));
        }
        return wanted;
    }

    /**
     * Remembers a device as this person's.
     *
     * @throws IllegalArgumentException where it cannot be used; the message is for the person
     */
    WantedSensor pair(UUID person, DiscoveredDevice device) {
        DeviceSuitability suitability = DeviceSuitability.ofAdvertisement(device.name(), device.serviceUuids());
        DeviceFamily family =
                suitability.family().orElseThrow(() -> new IllegalArgumentException(suitability.reason()));
        String address = device.address();
        if (address.length() > LONGEST_ADDRESS) {
            throw new IllegalArgumentException(Words.say("sensors.no.address"));
        }
        // whoever made it may have written anything there
        boolean named = StorableText.is(device.name()) && StorableText.isSeen(device.name());
        String name = StorableText.shortened(named ? device.name() : address, LONGEST_NAME);
        KnownSensor sensor = new KnownSensor(address, name, family, Optional.empty(), true, Optional.of(person));
        repository.save(radioKind, sensor);
        return take(sensor);
    }

    void change(WantedSensor wanted, KnownSensor to) {
        repository.save(radioKind, to);
        wanted.sensor = to;
    }

    /** Says where a sensor sits; another one of the same wearer that sat there sits nowhere then. Null for nowhere. */
    void place(WantedSensor placed, @Nullable SensorPlacement placement) {
        for (WantedSensor other : sensors.values()) {
            if (other != placed
                    && placement != null
                    && other.sensor.owner().equals(placed.sensor.owner())
                    && other.sensor.placement().equals(Optional.of(placement))) {
                change(other, other.sensor.at(Optional.empty()));
            }
        }
        change(placed, placed.sensor.at(Optional.ofNullable(placement)));
    }

    void forget(WantedSensor wanted) {
        sensors.remove(wanted.sensor.address(), wanted);
    }

    void erase(WantedSensor wanted) {
        repository.delete(radioKind, wanted.sensor.address());
    }

    void clear() {
        sensors.clear();
    }
}
