package org.plumbline.server.wearable.station;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.packet.DeviceFamily;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Remembers sensors over restarts. Those of a simulated or replayed radio are kept apart from real ones. */
@Repository
class KnownSensorRepository {
    private final JdbcClient jdbc;
    private final Clock clock;

    KnownSensorRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of a kind of radio, in the order in which they were paired. */
    List<KnownSensor> all(String radio) {
        return jdbc.sql(
                        "select address, name, family, placement, wanted, person_id from known_sensor where radio = :radio"
                                + " order by paired_at, address")
                .param("radio", radio)
                .query((row, number) -> new KnownSensor(
                        row.getString("address"),
                        row.getString("name"),
                        DeviceFamily.valueOf(row.getString("family")),
                        Optional.ofNullable(row.getString("placement")).flatMap(SensorPlacement::ofFileName),
                        row.getBoolean("wanted"),
                        Optional.ofNullable(row.getObject("person_id", UUID.class))))
                .list();
    }

    @Transactional
    public void save(String radio, KnownSensor sensor) {
        int changed = jdbc.sql("update known_sensor set name = :name, family = :family, placement = :placement,"
                        + " wanted = :wanted, person_id = :person where radio = :radio and address = :address")
                .param("radio", radio)
                .param("address", sensor.address())
                .param("name", sensor.name())
                .param("family", sensor.family().name())
                .param(
                        "placement",
                        sensor.placement().map(SensorPlacement::fileName).orElse(null))
                .param("wanted", sensor.wanted())
                .param("person", sensor.owner().orElse(null))
                .update();
        if (changed == 0) {
            jdbc.sql(
                            "insert into known_sensor (radio, address, name, family, placement, wanted, person_id,"
                                    + " paired_at) values (:radio, :address, :name, :family, :placement, :wanted, :person, :now)")
                    .param("radio", radio)
                    .param("address", sensor.address())
                    .param("name", sensor.name())
                    .param("family", sensor.family().name())
                    .param(
                            "placement",
                            sensor.placement().map(SensorPlacement::fileName).orElse(null))
                    .param("wanted", sensor.wanted())
                    .param("person", sensor.owner().orElse(null))
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        }
    }

    /** Those of every kind of radio. */
    void deleteOf(UUID person) {
        jdbc.sql("delete from known_sensor where person_id = :person")
                .param("person", person)
                .update();
    }

    void delete(String radio, String address) {
        jdbc.sql("delete from known_sensor where radio = :radio and address = :address")
                .param("radio", radio)
                .param("address", address)
                .update();
    }
}
