package org.plumbline.server.training;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.core.calibration.StoredCalibration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The last good calibration of each lifter's sensors, for sets with the sensors left as they are. Whether it still holds is for
 * the analysis to see at the next standing pause.
 */
@Service
public class KeptCalibrations {
    /** Nobody wears sensors longer; what is older is of another day. */
    private static final Duration OLDEST = Duration.ofHours(12);

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptCalibrations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a calibration in the place of the one before. */
    @Transactional
    public void keep(UUID lifterId, String sensors, StoredCalibration calibration) {
        jdbc.sql("delete from kept_calibration where lifter_id = :lifter and sensors = :sensors")
                .param("lifter", lifterId)
                .param("sensors", sensors)
                .update();
        jdbc.sql("insert into kept_calibration (lifter_id, sensors, kept_at, numbers)"
                        + " values (:lifter, :sensors, :kept, :numbers)")
                .param("lifter", lifterId)
                .param("sensors", sensors)
                .param("kept", SetRepository.at(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .param("numbers", StoredJson.write(calibration.toNumbers()))
                .update();
    }

    /** The calibration of these sensors, as old as it is now; empty where there is none of today. */
    public Optional<StoredCalibration> find(UUID lifterId, String sensors) {
        return jdbc.sql(
                        "select kept_at, numbers from kept_calibration where lifter_id = :lifter and sensors = :sensors")
                .param("lifter", lifterId)
                .param("sensors", sensors)
                .query((row, number) -> {
                    Duration since = Duration.between(
                            row.getObject("kept_at", OffsetDateTime.class).toInstant(), clock.instant());
                    return ofJson(row.getString("numbers")).olderBy(Math.max(0, since.toMillis() / 1e3));
                })
                .optional()
                .filter(calibration -> calibration.ageS() <= OLDEST.toSeconds());
    }

    static StoredCalibration ofJson(String numbers) {
        return StoredCalibration.ofNumbers(StoredJson.read(numbers, double[].class));
    }
}
