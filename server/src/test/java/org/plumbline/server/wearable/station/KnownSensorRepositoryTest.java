package org.plumbline.server.wearable.station;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.packet.DeviceFamily;
import org.plumbline.server.support.BothDatabases;
import org.springframework.jdbc.core.simple.JdbcClient;

class KnownSensorRepositoryTest {
    private static final KnownSensor LOWER =
            new KnownSensor("AA:00", "WT901", DeviceFamily.WITMOTION, Optional.empty(), true, Optional.empty());
    private static final KnownSensor UPPER = new KnownSensor(
            "AA:01",
            "Movella DOT",
            DeviceFamily.MOVELLA_DOT,
            Optional.of(SensorPlacement.THORAX),
            false,
            Optional.empty());

    @BothDatabases
    void sensorsAreKeptByRadioInTheOrderOfTheirPairing(JdbcClient jdbc) {
        at(jdbc, 0).save("bluetooth", UPPER);
        at(jdbc, 1).save("bluetooth", LOWER);
        at(jdbc, 2).save("simulated", LOWER.wanted(false));
        assertEquals(List.of(UPPER, LOWER), at(jdbc, 3).all("bluetooth"));
        assertEquals(List.of(LOWER.wanted(false)), at(jdbc, 3).all("simulated"));
    }

    @BothDatabases
    void whatIsSavedAgainKeepsItsPlaceInTheOrder(JdbcClient jdbc) {
        at(jdbc, 0).save("bluetooth", LOWER);
        at(jdbc, 1).save("bluetooth", UPPER);
        KnownSensor placed = LOWER.at(Optional.of(SensorPlacement.PELVIS));
        at(jdbc, 2).save("bluetooth", placed);
        assertEquals(List.of(placed, UPPER), at(jdbc, 3).all("bluetooth"));
        at(jdbc, 3).delete("bluetooth", LOWER.address());
        assertEquals(List.of(UPPER), at(jdbc, 3).all("bluetooth"));
    }

    @BothDatabases
    void aSensorIsItsOwnersUntilTheyGiveItBackOrGo(JdbcClient jdbc) {
        UUID person = UUID.randomUUID();
        jdbc.sql("insert into person (id, name, load_unit, sample, created_at) values (:id, 'Ada', 'kg', false, :now)")
                .param("id", person)
                .param("now", Instant.parse("2026-03-02T17:00:00Z").atOffset(ZoneOffset.UTC))
                .update();
        KnownSensor hers = LOWER.ownedBy(Optional.of(person));
        at(jdbc, 0).save("bluetooth", hers);
        at(jdbc, 1).save("bluetooth", UPPER.ownedBy(Optional.of(person)));
        at(jdbc, 2).save("bluetooth", UPPER);
        assertEquals(List.of(hers, UPPER), at(jdbc, 3).all("bluetooth"), "one is given back to the house");
        jdbc.sql("delete from person where id = :id").param("id", person).update();
        assertEquals(List.of(UPPER), at(jdbc, 3).all("bluetooth"), "hers went with her");
    }

    private static KnownSensorRepository at(JdbcClient jdbc, int seconds) {
        Instant now = Instant.parse("2026-03-02T17:00:00Z").plusSeconds(seconds);
        return new KnownSensorRepository(jdbc, Clock.fixed(now, ZoneOffset.UTC));
    }
}
