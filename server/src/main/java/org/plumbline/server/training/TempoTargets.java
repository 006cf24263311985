package org.plumbline.server.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.TempoTarget;
import org.plumbline.server.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Durations that a person's repetitions are meant to have. A therapist's target holds whatever the others set. */
@Service
public class TempoTargets {
    private static final double LONGEST_S = 60;

    private final JdbcClient jdbc;
    private final Clock clock;

    TempoTargets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A target with who set it.
     *
     * @param setBy name of who set it, or null where they are no longer here
     */
    public record StandingTempo(
            UUID id,
            String exercise,
            TempoTarget target,
            Capacity setAs,
            @Nullable String setBy,
            Instant setAt) {}

    /** The targets that stand for an exercise: at most one of the lifter and coaches, and one of a therapist. */
    public List<StandingTempo> standing(UUID lifterId, String exercise) {
        return read(lifterId, exercise, "t.ended_at is null", Map.of());
    }

    private List<StandingTempo> read(UUID lifterId, String exercise, String which, Map<String, Object> of) {
        return jdbc.sql("select t.*, p.name as set_by_name from tempo_target t left join person p on p.id = t.set_by"
                        + " where t.lifter_id = :lifter and t.exercise = :exercise and " + which
                        + " order by t.set_at")
                .param("lifter", lifterId)
                .param("exercise", exercise)
                .params(of)
                .query((row, number) -> set(row))
                .list();
    }

    /** The target of a set begun now. */
    public Optional<TempoTarget> of(UUID lifterId, String exercise) {
        return holding(standing(lifterId, exercise));
    }

    /** The target of a set that was begun at a moment, but for those of these identities. */
    Optional<TempoTarget> at(UUID lifterId, String exercise, Instant moment, Set<UUID> brought) {
        String stood = "t.set_at <= :moment and (t.ended_at is null or t.ended_at > :moment)";
        return holding(read(lifterId, exercise, stood, Map.of("moment", SetRepository.at(moment))).stream()
                .filter(tempo -> !brought.contains(tempo.id()))
                .toList());
    }

    private static Optional<TempoTarget> holding(List<StandingTempo> standing) {
        return standing.stream()
                .filter(set -> set.setAs() == Capacity.THERAPIST)
                .findFirst()
                .or(() -> standing.stream().findFirst())
                .map(StandingTempo::target);
    }

    /**
     * Sets a target in the place of the one that stood.
     *
     * @param target NaN where a phase is free
     * @throws IllegalArgumentException where no phase has a target or a duration is none; the message is for the person
     */
    @Transactional
    public void set(UUID by, Capacity as, UUID lifterId, String exercise, TempoTarget target) {
        boolean any = false;
        for (double phaseS :
                new double[] {target.eccentricS(), target.bottomS(), target.concentricS(), target.topS()}) {
            any |= !Double.isNaN(phaseS);
            if (phaseS < 0 || phaseS > LONGEST_S) {
                throw new IllegalArgumentException(Words.say("tempo.refused.phase"));
            }
        }
        if (!any) {
            throw new IllegalArgumentException(Words.say("tempo.refused.none"));
        }
        end(by, as, lifterId, exercise);
        jdbc.sql("insert into tempo_target (id, lifter_id, exercise, eccentric_s, bottom_s, concentric_s, top_s,"
                        + " set_as, set_by, set_at) values (:id, :lifter, :exercise, :eccentric, :bottom, :concentric,"
                        + " :top, :as, :by, :at)")
                .param("id", UUID.randomUUID())
                .param("lifter", lifterId)
                .param("exercise", exercise)
                .param("eccentric", known(target.eccentricS()))
                .param("bottom", known(target.bottomS()))
                .param("concentric", known(target.concentricS()))
                .param("top", known(target.topS()))
                .param("as", as.word())
                .param("by", by)
                .param("at", SetRepository.at(now()))
                .update();
    }

    /** Takes the target back. */
    @Transactional
    public void end(UUID by, Capacity as, UUID lifterId, String exercise) {
        jdbc.sql("update tempo_target set ended_at = :at, ended_by = :by where lifter_id = :lifter"
                        + " and exercise = :exercise and ended_at is null and " + as.replaced())
                .param("at", SetRepository.at(now()))
                .param("by", by)
                .param("lifter", lifterId)
                .param("exercise", exercise)
                .update();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static StandingTempo set(ResultSet row) throws SQLException {
        return new StandingTempo(
                row.getObject("id", UUID.class),
                row.getString("exercise"),
                new TempoTarget(
                        number(row, "eccentric_s"),
                        number(row, "bottom_s"),
                        number(row, "concentric_s"),
                        number(row, "top_s")),
                Capacity.ofWord(row.getString("set_as")),
                row.getString("set_by_name"),
                row.getObject("set_at", OffsetDateTime.class).toInstant());
    }

    private static double number(ResultSet row, String column) throws SQLException {
        Double value = row.getObject(column, Double.class);
        return value == null ? Double.NaN : value;
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
