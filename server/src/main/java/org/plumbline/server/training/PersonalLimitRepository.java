package org.plumbline.server.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FlagLevels;
import org.plumbline.core.form.FormRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Limits of persons in SQL. */
@Repository
class PersonalLimitRepository {
    private final JdbcClient jdbc;

    PersonalLimitRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PersonalLimit limit, UUID setBy) {
        LimitValue value = limit.value();
        jdbc.sql("insert into personal_limit (id, lifter_id, exercise, form_rule, metric, notice, caution, stop, most,"
                        + " set_as, set_by, set_at, reason) values (:id, :lifter, :exercise, :rule, :metric, :notice,"
                        + " :caution, :stop, :most, :as, :by, :at, :reason)")
                .param("id", limit.id())
                .param("lifter", limit.lifterId())
                .param("exercise", limit.exercise())
                .param("rule", value.rule() == null ? null : value.rule().name())
                .param("metric", value.metric() == null ? null : value.metric().jsonName())
                .param(
                        "notice",
                        value.levels() == null ? null : level(value.levels().notice()))
                .param(
                        "caution",
                        value.levels() == null ? null : level(value.levels().caution()))
                .param(
                        "stop",
                        value.levels() == null ? null : level(value.levels().stop()))
                .param("most", value.most())
                .param("as", limit.setAs().word())
                .param("by", setBy)
                .param("at", SetRepository.at(limit.setAt()))
                .param("reason", limit.reason())
                .update();
    }

    /** Ends what stands of the same thing and was set as the same. */
    void endSame(PersonalLimit limit, UUID by) {
        LimitValue value = limit.value();
        jdbc.sql("update personal_limit set ended_at = :at, ended_by = :by where lifter_id = :lifter"
                        + " and exercise = :exercise and ended_at is null and "
                        + (value.rule() == null ? "metric = :of" : "form_rule = :of")
                        + " and " + limit.setAs().replaced())
                .param("at", SetRepository.at(limit.setAt()))
                .param("by", by)
                .param("lifter", limit.lifterId())
                .param("exercise", limit.exercise())
                .param(
                        "of",
                        value.rule() != null
                                ? value.rule().name()
                                : value.metric() == null ? "" : value.metric().jsonName())
                .update();
    }

    int end(UUID lifterId, UUID id, Capacity as, UUID by, Instant at) {
        return jdbc.sql("update personal_limit set ended_at = :at, ended_by = :by where lifter_id = :lifter"
                        + " and id = :id and ended_at is null and " + as.replaced())
                .param("at", SetRepository.at(at))
                .param("by", by)
                .param("lifter", lifterId)
                .param("id", id)
                .update();
    }

    /** The limits of a lifter, oldest first; those that stand, or all there ever were. */
    List<PersonalLimit> of(UUID lifterId, @Nullable String exercise, boolean standing) {
        return jdbc.sql("select l.*, p.name as set_by_name from personal_limit l left join person p on p.id = l.set_by"
                        + " where l.lifter_id = :lifter" + (exercise == null ? "" : " and l.exercise = :exercise")
                        + (standing ? " and l.ended_at is null" : "") + " order by l.exercise, l.set_at, l.id")
                .param("lifter", lifterId)
                .params(exercise == null ? Map.of() : Map.of("exercise", exercise))
                .query((row, number) -> limit(row))
                .list();
    }

    /**
     * What was done to a rule by another person.
     *
     * @param at when
     */
    record Deed(String exercise, FormRule rule, Capacity as, String by, Instant at) {}

    /** What others did to a lifter's limits and the lifter has not seen, the newest first. What a plan brings is told by the plan. */
    List<Deed> unseen(UUID lifterId) {
        return jdbc.sql("select l.exercise, l.form_rule, l.set_as, p.name as by_name, l.set_at as done_at"
                        + " from personal_limit l join person p on p.id = l.set_by where l.lifter_id = :lifter"
                        + " and l.form_rule is not null and l.set_by <> l.lifter_id and l.seen_at is null"
                        + " union all"
                        + " select l.exercise, l.form_rule, l.set_as, p.name, l.ended_at from personal_limit l"
                        + " join person p on p.id = l.ended_by where l.lifter_id = :lifter"
                        + " and l.form_rule is not null and l.ended_by <> l.lifter_id"
                        + " and (l.seen_at is null or l.seen_at < l.ended_at)"
                        // one limit in the place of another is one change
                        + " and not exists (select 1 from personal_limit n where n.lifter_id = l.lifter_id"
                        + " and n.exercise = l.exercise and n.form_rule = l.form_rule and n.set_at = l.ended_at)"
                        + " order by done_at desc")
                .param("lifter", lifterId)
                .query((row, number) -> new Deed(
                        row.getString("exercise"),
                        FormRule.valueOf(row.getString("form_rule")),
                        Capacity.ofWord(row.getString("set_as")),
                        row.getString("by_name"),
                        row.getObject("done_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What was done after {@code upTo} stays unseen. */
    void seen(UUID lifterId, String exercise, Instant upTo) {
        jdbc.sql("update personal_limit set seen_at = :at where lifter_id = :lifter and exercise = :exercise"
                        + " and set_at <= :at and (seen_at is null or (seen_at < ended_at and seen_at < :at))")
                .param("at", SetRepository.at(upTo))
                .param("lifter", lifterId)
                .param("exercise", exercise)
                .update();
    }

    private static PersonalLimit limit(ResultSet row) throws SQLException {
        Capacity as = Capacity.ofWord(row.getString("set_as"));
        OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new PersonalLimit(
                row.getObject("id", UUID.class),
                row.getObject("lifter_id", UUID.class),
                row.getString("exercise"),
                value(row, as),
                as,
                row.getString("set_by_name"),
                row.getObject("set_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                endedAt == null ? null : endedAt.toInstant());
    }

    private static LimitValue value(ResultSet row, Capacity as) throws SQLException {
        String metric = row.getString("metric");
        if (metric != null) {
            return LimitValue.most(LimitValue.metricOf(metric), row.getDouble("most"));
        }
        FormRule rule = FormRule.valueOf(row.getString("form_rule"));
        Double notice = row.getObject("notice", Double.class);
        Double caution = row.getObject("caution", Double.class);
        Double stop = row.getObject("stop", Double.class);
        return notice == null && caution == null && stop == null
                ? LimitValue.off(rule)
                : LimitValue.levels(rule, notice, caution, stop, as);
    }

    private static @Nullable Double level(double level) {
        return Double.compare(level, FlagLevels.ABSENT) == 0 ? null : level;
    }
}
