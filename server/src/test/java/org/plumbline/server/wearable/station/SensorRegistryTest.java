package org.plumbline.server.wearable.station;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.plumbline.core.packet.DeviceFamily;
import org.plumbline.server.support.BothDatabases;
import org.plumbline.server.support.SamplePeople;
import org.plumbline.server.wearable.radio.DiscoveredDevice;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sensors that were paired. */
class SensorRegistryTest {
    @BothDatabases
    void aSensorWhoseNameHasHalfACharacterIsKnownByItsAddress(JdbcClient jdbc) {
        UUID person = SamplePeople.add(jdbc, "Ada");
        SensorRegistry registry = new SensorRegistry(new KnownSensorRepository(jdbc, Clock.systemUTC()), "bluetooth");
        registry.pair(person, device("AA:00", "WT901 \ud83d"));
        registry.pair(person, device("AA:01", "WT901 \ud83d\ude00"));
        registry.pair(person, device("AA:02", "WT" + "9".repeat(245) + "\ud83d\ude00"));

        SensorRegistry again = new SensorRegistry(new KnownSensorRepository(jdbc, Clock.systemUTC()), "bluetooth");
        assertEquals(
                List.of("AA:00", "WT901 \ud83d\ude00", "WT" + "9".repeat(245)),
                again.load().stream().map(one -> one.sensor.name()).toList());
    }

    private static DiscoveredDevice device(String address, String name) {
        return new DiscoveredDevice(address, name, -60, Set.of(DeviceFamily.WITMOTION.service()));
    }
}
