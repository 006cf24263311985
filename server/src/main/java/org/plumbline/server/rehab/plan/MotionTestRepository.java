package org.plumbline.server.rehab.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Range-of-motion tests in SQL. */
@Repository
class MotionTestRepository {
    private final JdbcClient jdbc;

    MotionTestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(MotionTest test, UUID recordedBy) {
        jdbc.sql(
                        "insert into range_of_motion_test (id, person_id, recorded_by, set_id, taken_at, simulated, placement,"
                                + " algorithm, note) values (:id, :person, :by, :set, :at, :simulated, :placement, :algorithm, :note)")
                .param("id", test.id())
                .param("person", test.personId())
                .param("by", recordedBy)
                .param("set", test.setId())
                .param("at", Days.sql(test.takenAt()))
                .param("simulated", test.simulated())
                .param("placement", test.placement())
                .param("algorithm", test.algorithm())
                .param("note", test.note())
                .update();
        for (MotionRange range : test.ranges()) {
            MotionRange.Reason reason = range.notAssessed();
            jdbc.sql("insert into range_of_motion_value (test_id, metric, bends, median_deg, least_deg, most_deg,"
                            + " detectable_deg, not_assessed) values (:test, :metric, :bends, :median, :least, :most,"
                            + " :detectable, :reason)")
                    .param("test", test.id())
                    .param("metric", range.metric().jsonName())
                    .param("bends", range.bends())
                    .param("median", range.medianDeg())
                    .param("least", range.leastDeg())
                    .param("most", range.mostDeg())
                    .param("detectable", range.detectableDeg())
                    .param("reason", reason == null ? null : reason.word())
                    .update();
        }
    }

    void delete(UUID id) {
        jdbc.sql("delete from range_of_motion_test where id = :id")
                .param("id", id)
                .update();
    }

    /** Those of a person, newest first. */
    List<MotionTest> of(UUID personId) {
        Map<UUID, List<MotionRange>> ranges = new HashMap<>();
        jdbc.sql("select v.* from range_of_motion_value v join range_of_motion_test t on t.id = v.test_id"
                        + " where t.person_id = :person")
                .param("person", personId)
                .query(row -> {
                    MotionRange range = range(row);
                    if (range != null) {
                        ranges.computeIfAbsent(row.getObject("test_id", UUID.class), any -> new ArrayList<>())
                                .add(range);
                    }
                });
        ranges.values().forEach(list -> list.sort(Comparator.comparing(MotionRange::metric)));
        return jdbc.sql("select t.*, p.name as recorder_name from range_of_motion_test t"
                        + " left join person p on p.id = t.recorded_by where t.person_id = :person"
                        + " order by t.taken_at desc, t.id")
                .param("person", personId)
                .query((row, number) -> test(row, ranges))
                .list();
    }

    private static MotionTest test(ResultSet row, Map<UUID, List<MotionRange>> ranges) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new MotionTest(
                id,
                row.getObject("person_id", UUID.class),
                row.getString("recorder_name"),
                row.getObject("set_id", UUID.class),
                Objects.requireNonNull(Days.instant(row.getObject("taken_at", OffsetDateTime.class))),
                row.getBoolean("simulated"),
                row.getString("placement"),
                row.getString("algorithm"),
                row.getString("note"),
                List.copyOf(ranges.getOrDefault(id, List.of())));
    }

    /** Null for a metric that this version does not know. */
    private static @Nullable MotionRange range(ResultSet row) throws SQLException {
        String name = row.getString("metric");
        Metric known = MotionRange.METRICS.stream()
                .filter(metric -> metric.jsonName().equals(name))
                .findFirst()
                .orElse(null);
        if (known == null) {
            return null;
        }
        String reason = row.getString("not_assessed");
        return new MotionRange(
                known,
                row.getInt("bends"),
                row.getObject("median_deg", Double.class),
                row.getObject("least_deg", Double.class),
                row.getObject("most_deg", Double.class),
                row.getDouble("detectable_deg"),
                reason == null ? null : MotionRange.Reason.ofWord(reason));
    }
}
