package org.plumbline.server.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.RepetitionCurves;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Repetitions, flags and messages of a set in SQL. */
@Repository
class RepetitionRepository {
    private static final String REPETITION =
            "select set_id, completed_at, result, lumbar_flexion_curve, trunk_inclination_curve, hold_sag_curve"
                    + " from repetition ";

    private final JdbcClient jdbc;

    RepetitionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a complete repetition. Its flags take the place of those noted while it ran. */
    @Transactional
    void insert(UUID setId, StoredRepetition repetition) {
        AnalysisResult.Repetition result = repetition.result();
        jdbc.sql(
                        "insert into repetition (set_id, repetition_number, completed_at, peak_flexion_deg, result, lumbar_flexion_curve,"
                                + " trunk_inclination_curve, hold_sag_curve) values (:set, :number, :completed, :peak, :result,"
                                + " :flexion, :inclination, :sag)")
                .param("set", setId)
                .param("number", result.number())
                .param("completed", SetRepository.at(repetition.completedAt()))
                .param("peak", result.metrics().get(Metric.LUMBAR_FLEXION_PEAK.jsonName()))
                .param("result", StoredJson.write(result))
                .param("flexion", CurveBytes.encode(repetition.curves().lumbarFlexionDeg()))
                .param("inclination", CurveBytes.encode(repetition.curves().trunkInclinationDeg()))
                .param("sag", sag(repetition.curves()), Types.VARBINARY)
                .update();
        jdbc.sql("delete from form_flag where set_id = :set and repetition_number = :number")
                .param("set", setId)
                .param("number", result.number())
                .update();
        for (FormFlag flag : result.flags()) {
            insertFlag(setId, new StoredFlag(result.number(), flag), FlagPlace.of(flag, result));
        }
    }

    @Transactional
    void insertFlag(UUID setId, StoredFlag stored) {
        insertFlag(setId, stored, stored.flag().timeS());
    }

    private void insertFlag(UUID setId, StoredFlag stored, double placeS) {
        FormFlag flag = stored.flag();
        jdbc.sql("insert into form_flag (set_id, flag_number, repetition_number, flag, flag_level, metric, measured,"
                        + " limit_value, unit, time_s, moment_s, confidence, minimal_detectable_change) values (:set,"
                        + " (select coalesce(max(flag_number), 0) + 1 from form_flag where set_id = :set), :repetition,"
                        + " :flag, :level, :metric, :measured, :limit, :unit, :place, :moment, :confidence, :change)")
                .param("set", setId)
                .param("repetition", stored.repetitionNumber())
                .param("flag", flag.flag().jsonName())
                .param("level", flag.level())
                .param("metric", flag.metric())
                .param("measured", flag.value())
                .param("limit", flag.limit())
                .param("unit", flag.unit())
                .param("place", placeS)
                .param("moment", flag.timeS())
                .param("confidence", flag.confidence().jsonName())
                .param("change", flag.minimalDetectableChange())
                .update();
    }

    /** Whether a flag is there already, noted while it ran or with its repetition. */
    boolean hasFlag(UUID setId, StoredFlag stored) {
        boolean complete = stored.repetitionNumber() > 0
                && jdbc.sql("select count(*) from repetition where set_id = :set and repetition_number = :number")
                                .param("set", setId)
                                .param("number", stored.repetitionNumber())
                                .query(Integer.class)
                                .single()
                        > 0;
        return complete || flags(setId).contains(stored);
    }

    void insertMessage(UUID setId, StoredMessage message) {
        jdbc.sql("insert into set_message (set_id, message_number, time_s, message, message_theirs) values (:set,"
                        + " (select coalesce(max(message_number), 0) + 1 from set_message where set_id = :set),"
                        + " :time, :message, :theirs)")
                .param("set", setId)
                .param("time", message.timeS())
                .param("message", message.text())
                .param("theirs", message.theirs())
                .update();
    }

    /** Puts aside what was found, before a set is analysed anew. */
    void clear(UUID setId) {
        jdbc.sql("delete from repetition where set_id = :set")
                .param("set", setId)
                .update();
        jdbc.sql("delete from form_flag where set_id = :set")
                .param("set", setId)
                .update();
    }

    List<StoredRepetition> repetitions(UUID setId) {
        return repetitions(setId, 0, Integer.MAX_VALUE);
    }

    /** The repetitions of a set from a number on, at most so many. */
    List<StoredRepetition> repetitions(UUID setId, int fromNumber, int most) {
        return jdbc.sql(REPETITION + "where set_id = :set and repetition_number >= :from order by repetition_number"
                        + " fetch first :most rows only")
                .param("set", setId)
                .param("from", fromNumber)
                .param("most", most)
                .query((row, number) -> repetition(row))
                .list();
    }

    Optional<StoredRepetition> find(UUID setId, int number) {
        return jdbc.sql(REPETITION + "where set_id = :set and repetition_number = :number")
                .param("set", setId)
                .param("number", number)
                .query((row, at) -> repetition(row))
                .optional();
    }

    int count(UUID setId) {
        return jdbc.sql("select count(*) from repetition where set_id = :set")
                .param("set", setId)
                .query(Integer.class)
                .single();
    }

    /** The numbers before and after one, as far as there are such repetitions. */
    NumbersBeside beside(UUID setId, int number) {
        return jdbc.sql("select (select max(repetition_number) from repetition where set_id = :set"
                        + " and repetition_number < :number) as number_before, (select min(repetition_number)"
                        + " from repetition where set_id = :set and repetition_number > :number) as number_after")
                .param("set", setId)
                .param("number", number)
                .query((row, at) -> new NumbersBeside(
                        row.getObject("number_before", Integer.class), row.getObject("number_after", Integer.class)))
                .single();
    }

    /** What was found in the repetition within which a moment lies. Read one by one: a set may have very many. */
    Optional<AnalysisResult.Repetition> at(UUID setId, double momentS) {
        return jdbc.sql("select result from repetition where set_id = :set order by repetition_number")
                .param("set", setId)
                .query(rows -> {
                    while (rows.next()) {
                        AnalysisResult.Repetition result =
                                StoredJson.read(rows.getString(1), AnalysisResult.Repetition.class);
                        if (result.spans(momentS)) {
                            return Optional.of(result);
                        }
                    }
                    return Optional.empty();
                });
    }

    /** The repetitions with the gravest cautions of a set, the gravest first, at most so many. */
    List<Integer> gravest(UUID setId, int most) {
        return jdbc.sql("select f.repetition_number from form_flag f join repetition r on r.set_id = f.set_id"
                        + " and r.repetition_number = f.repetition_number where f.set_id = :set and f.flag_level >= 2"
                        + " group by f.repetition_number order by max(f.flag_level) desc, f.repetition_number"
                        + " fetch first :most rows only")
                .param("set", setId)
                .param("most", most)
                .query(Integer.class)
                .list();
    }

    /** The repetitions of many sets that have one of these numbers, in one query, in order; a set without any is not among them. */
    Map<UUID, List<StoredRepetition>> repetitions(Collection<UUID> setIds, Collection<Integer> numbers) {
        Map<UUID, List<StoredRepetition>> found = new HashMap<>();
        if (!setIds.isEmpty() && !numbers.isEmpty()) {
            jdbc.sql(REPETITION + "where set_id in (:sets) and repetition_number in (:numbers)"
                            + " order by set_id, repetition_number")
                    .param("sets", setIds)
                    .param("numbers", numbers)
                    .query(row -> {
                        found.computeIfAbsent(row.getObject("set_id", UUID.class), any -> new ArrayList<>())
                                .add(repetition(row));
                    });
        }
        return found;
    }

    /** Flags in the order they were noted. */
    List<StoredFlag> flags(UUID setId) {
        return jdbc.sql("select * from form_flag where set_id = :set order by flag_number")
                .param("set", setId)
                .query((row, number) -> StoredFlag.read(row))
                .list();
    }

    List<StoredMessage> messages(UUID setId) {
        return jdbc.sql(
                        "select time_s, message, message_theirs from set_message where set_id = :set order by message_number")
                .param("set", setId)
                .query((row, number) -> new StoredMessage(
                        row.getDouble("time_s"), row.getString("message"), row.getString("message_theirs")))
                .list();
    }

    private static byte @Nullable [] sag(RepetitionCurves curves) {
        return curves.holdSagDeg().length == 0 ? null : CurveBytes.encode(curves.holdSagDeg());
    }

    private static StoredRepetition repetition(ResultSet row) throws SQLException {
        Instant completedAt =
                row.getObject("completed_at", OffsetDateTime.class).toInstant();
        byte @Nullable [] sag = row.getBytes("hold_sag_curve");
        RepetitionCurves curves = new RepetitionCurves(
                CurveBytes.decode(row.getBytes("lumbar_flexion_curve")),
                CurveBytes.decode(row.getBytes("trunk_inclination_curve")),
                sag == null ? RepetitionCurves.NO_HOLD : CurveBytes.decode(sag));
        return new StoredRepetition(
                completedAt, StoredJson.read(row.getString("result"), AnalysisResult.Repetition.class), curves);
    }
}
