package org.plumbline.server.rehab.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Prescriptions in SQL: versions are written, never changed. */
@Repository
class PrescriptionRepository {
    private static final String SELECT = "select p.*, t.name as therapist_name, s.name as signer_name,"
            + " lag(p.ends_on) over (partition by p.series_id order by p.version) as ends_on_before"
            + " from prescription p"
            + " left join person t on t.id = p.therapist_id left join person s on s.id = p.phase_signed_by";

    private final JdbcClient jdbc;

    PrescriptionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param signer who signed the phase, or null */
    void insert(Prescription version, @Nullable UUID signer) {
        PrescribedWork work = version.work();
        Signature signature = version.phaseSignature();
        jdbc.sql(
                        "insert into prescription (id, person_id, therapist_id, series_id, version, exercise, sets, repetitions,"
                                + " hold_s, load_cap_kg, tempo_down_s, tempo_pause_s, tempo_up_s, times_a_week_least,"
                                + " times_a_week_most, equipment, note, phase, phase_signed_by, phase_signed_at, starts_on, ends_on,"
                                + " written_at, change_reason, ended) values (:id, :person, :therapist, :series, :version, :exercise, :sets,"
                                + " :repetitions, :hold, :cap, :down, :pause, :up, :least, :most, :equipment, :note, :phase, :signer,"
                                + " :signed, :starts, :ends, :written, :reason, :ended)")
                .param("id", version.id())
                .param("person", version.personId())
                .param("therapist", version.therapistId())
                .param("series", version.series())
                .param("version", version.version())
                .param("exercise", work.exercise())
                .param("sets", work.sets())
                .param("repetitions", work.repetitions())
                .param("hold", work.holdS())
                .param("cap", work.loadCapKg())
                .param("down", work.tempo().downS())
                .param("pause", work.tempo().pauseS())
                .param("up", work.tempo().upS())
                .param("least", work.timesAWeekLeast())
                .param("most", work.timesAWeekMost())
                .param("equipment", work.equipment())
                .param("note", work.note())
                .param("phase", version.phase().word())
                .param("signer", signer)
                .param("signed", signature == null ? null : Days.sql(signature.at()))
                .param("starts", version.startsOn())
                .param("ends", version.endsOn())
                .param("written", Days.sql(version.writtenAt()))
                .param("reason", version.changeReason())
                .param("ended", version.ended())
                .update();
        work.limits()
                .forEach((metric, most) -> jdbc.sql(
                                "insert into prescription_limit (prescription_id, metric, most) values (:id, :metric, :most)")
                        .param("id", version.id())
                        .param("metric", metric.jsonName())
                        .param("most", most)
                        .update());
    }

    /** Every version of every prescription of these people, by series and version. */
    List<Prescription> versions(List<UUID> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        Map<UUID, Map<Metric, Double>> limits = limits(people);
        return jdbc.sql(SELECT + " where p.person_id in (:people) order by p.series_id, p.version")
                .param("people", people)
                .query((row, number) -> version(row, limits))
                .list();
    }

    /** Who signed the phase of a version, by identity. */
    Optional<UUID> signer(UUID version) {
        return jdbc.sql("select phase_signed_by from prescription where id = :id and phase_signed_by is not null")
                .param("id", version)
                .query(UUID.class)
                .optional();
    }

    private Map<UUID, Map<Metric, Double>> limits(List<UUID> people) {
        Map<UUID, Map<Metric, Double>> limits = new HashMap<>();
        jdbc.sql("select l.prescription_id, l.metric, l.most from prescription_limit l"
                        + " join prescription p on p.id = l.prescription_id where p.person_id in (:people)")
                .param("people", people)
                .query(row -> {
                    UUID id = row.getObject(1, UUID.class);
                    double most = row.getDouble(3);
                    LimitableMetrics.ofName(row.getString(2))
                            .ifPresent(metric -> limits.computeIfAbsent(id, any -> new EnumMap<>(Metric.class))
                                    .put(metric, most));
                });
        return limits;
    }

    private static Prescription version(ResultSet row, Map<UUID, Map<Metric, Double>> limits) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        PrescribedWork work = new PrescribedWork(
                row.getString("exercise"),
                row.getInt("sets"),
                row.getInt("repetitions"),
                row.getObject("hold_s", Double.class),
                row.getObject("load_cap_kg", Double.class),
                new Tempo(
                        row.getObject("tempo_down_s", Double.class),
                        row.getObject("tempo_pause_s", Double.class),
                        row.getObject("tempo_up_s", Double.class)),
                row.getInt("times_a_week_least"),
                row.getInt("times_a_week_most"),
                limits.getOrDefault(id, Map.of()),
                row.getString("equipment"),
                row.getString("note"));
        Instant signed = Days.instant(row.getObject("phase_signed_at", OffsetDateTime.class));
        return new Prescription(
                id,
                row.getObject("series_id", UUID.class),
                row.getInt("version"),
                row.getObject("person_id", UUID.class),
                row.getObject("therapist_id", UUID.class),
                row.getString("therapist_name"),
                work,
                Phase.ofWord(row.getString("phase")),
                signed == null ? null : new Signature(row.getString("signer_name"), signed),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                Objects.requireNonNull(Days.instant(row.getObject("written_at", OffsetDateTime.class))),
                row.getString("change_reason"),
                row.getObject("ends_on_before", LocalDate.class),
                row.getBoolean("ended"));
    }
}
