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
        return jdbc.sql("select completed_at, result, lumbar_flexion_curve, trunk_inclination_curve, hold_sag_curve"
                        + " from repetition where set_id = :set order by repetition_number")
                .param("set", setId)
                .query((row, number) -> repetition(row))
                .list();
    }

    /** The repetitions of many sets in one query, in order; a set without any is not among them. */
    Map<UUID, List<StoredRepetition>> repetitions(Collection<UUID> setIds) {
        Map<UUID, List<StoredRepetition>> found = new HashMap<>();
        if (!setIds.isEmpty()) {
            jdbc.sql(
                            "select set_id, completed_at, result, lumbar_flexion_curve, trunk_inclination_curve, hold_sag_curve"
                                    + " from repetition where set_id in (:sets) order by set_id, repetition_number")
                    .param("sets", setIds)
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
