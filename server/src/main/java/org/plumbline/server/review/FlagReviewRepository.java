package org.plumbline.server.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.training.StoredFlag;
import org.plumbline.server.training.SummaryFilter;
import org.plumbline.server.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Judgements of flags, and the flags nobody has judged, in SQL. */
@Repository
class FlagReviewRepository {
    private static final String SELECT =
            "select v.*, p.name from flag_review v left join person p on p.id = v.reviewer_id where ";

    /** A flag of a counted repetition that is worth a look and that nobody has judged. */
    private static final String OPEN = " f.flag_level >= 2 and f.repetition_number > 0"
            + " and exists (select 1 from repetition r where r.set_id = f.set_id"
            + "   and r.repetition_number = f.repetition_number)"
            + " and not exists (select 1 from flag_review v where v.set_id = f.set_id and v.flag = f.flag"
            + "   and v.metric = f.metric and abs(v.time_s - f.time_s) < " + FlagReview.SAME_S + ")";

    /**
     * The training sets {@code m} of {@code :lifters} since {@code :since} that have a flag. By way of a table of the lifters, so
     * that the index is entered once for each of them at that moment: of a list of lifters and a moment, H2 would take the moment
     * alone and go through everybody's sets. In a simulated set nobody lifted, so that nothing happened that could be judged; of the
     * sample people all is simulated. Bends of which a range of motion was read are rehab, and no work of a coach.
     */
    private static final String FLAGGED_SETS = "unnest(cast(:lifters as uuid array)) l(id) join set_summary m"
            + " on m.lifter_id = l.id and m.started_at >= :since and m.flagged > 0 and m.source <> 'replay'"
            + " and (not m.simulated or exists (select 1 from person s where s.id = m.lifter_id and s.sample))"
            + " and " + SummaryFilter.notOfRehab("m.set_id");

    /** Whether nobody said anything of a set {@code m}: all its flags are open then, as its summary counts them. */
    private static final String UNTOUCHED = "not exists (select 1 from flag_review t where t.set_id = m.set_id)";

    private final JdbcClient jdbc;

    FlagReviewRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets nobody else judge a flag of the set until the transaction ends. */
    void holdSet(UUID setId) {
        jdbc.sql("select id from training_set where id = :set for update")
                .param("set", setId)
                .query(UUID.class)
                .optional();
    }

    void insert(FlagReview review) {
        jdbc.sql(
                        "insert into flag_review (id, set_id, reviewer_id, repetition_number, flag, flag_level, metric, measured,"
                                + " limit_value, unit, time_s, verdict, reason, note, reviewed_at) values (:id, :set, :reviewer,"
                                + " :repetition, :flag, :level, :metric, :measured, :limit, :unit, :place, :verdict, :reason,"
                                + " :note, :reviewed)")
                .param("id", review.id())
                .param("set", review.setId())
                .param("reviewer", review.reviewerId())
                .param("repetition", review.repetition())
                .param("flag", review.flag())
                .param("level", review.level())
                .param("metric", review.metric())
                .param("measured", review.measured())
                .param("limit", review.limit())
                .param("unit", review.unit())
                .param("place", review.placeS())
                .param("verdict", review.reason().verdict().word())
                .param("reason", review.reason().word())
                .param("note", review.note())
                .param("reviewed", RepetitionCommentRepository.at(review.reviewedAt()))
                .update();
    }

    int delete(UUID id, UUID setId, UUID reviewerId) {
        return jdbc.sql("delete from flag_review where id = :id and set_id = :set and reviewer_id = :reviewer")
                .param("id", id)
                .param("set", setId)
                .param("reviewer", reviewerId)
                .update();
    }

    List<FlagReview> ofSet(UUID setId) {
        return jdbc.sql(SELECT + "v.set_id = :set order by v.reviewed_at, v.id")
                .param("set", setId)
                .query(FlagReviewRepository::row)
                .list();
    }

    /** A judgement with what a table of labels needs of its set. */
    record Label(
            FlagReview review,
            UUID lifterId,
            String exercise,
            Instant startedAt,
            @Nullable Double loadKg,
            boolean simulated) {}

    List<Label> labels(Collection<UUID> lifterIds) {
        if (lifterIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        "select v.*, p.name, s.lifter_id, s.exercise, s.started_at, s.load_kg, s.simulated from flag_review v"
                                + " left join person p on p.id = v.reviewer_id join training_set s on s.id = v.set_id"
                                + " where s.lifter_id in (:lifters) and s.deleted_at is null and "
                                + SummaryFilter.notOfRehab("s.id")
                                + " order by v.reviewed_at, v.id")
                .param("lifters", lifterIds)
                .query((row, number) -> new Label(
                        row(row, number),
                        row.getObject("lifter_id", UUID.class),
                        row.getString("exercise"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("load_kg", Double.class),
                        row.getBoolean("simulated")))
                .list();
    }

    /** Sets with a flag nobody has judged, newest first. */
    List<UUID> openSets(Collection<UUID> lifterIds, @Nullable String exercise, Instant since, int limit, int offset) {
        if (lifterIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select m.set_id from " + FLAGGED_SETS + " where (" + UNTOUCHED
                        + " or exists (select 1 from form_flag f where f.set_id = m.set_id and " + OPEN + "))"
                        + (exercise == null ? "" : " and m.exercise = :exercise")
                        + " order by m.started_at desc, m.set_id offset :offset rows fetch first :limit rows only")
                .params(exercise == null ? Map.of() : Map.of("exercise", exercise))
                .param("lifters", lifterIds.toArray(UUID[]::new))
                .param("since", RepetitionCommentRepository.at(since))
                .param("offset", offset)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** The flags of those sets that nobody has judged, in the order of the sets' begin, newest first, then of repetitions. */
    List<OpenFlag> open(Collection<UUID> setIds) {
        if (setIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        "select f.*, s.lifter_id, s.exercise, s.started_at, s.load_kg, s.simulated from form_flag f"
                                + " join training_set s on s.id = f.set_id where f.set_id in (:sets) and " + OPEN
                                + " order by s.started_at desc, f.set_id, f.repetition_number, f.flag_level desc, f.flag_number")
                .param("sets", setIds)
                .query((row, number) -> new OpenFlag(
                        row.getObject("set_id", UUID.class),
                        row.getObject("lifter_id", UUID.class),
                        row.getString("exercise"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("load_kg", Double.class),
                        row.getBoolean("simulated"),
                        row.getInt("repetition_number"),
                        StoredFlag.read(row).flag()))
                .list();
    }

    /** Repetitions of each lifter's sets since a moment with a flag that nobody has judged; none for who has none. */
    Map<UUID, Integer> openRepetitions(Collection<UUID> lifterIds, Instant since, RosterFilter filter) {
        Map<UUID, Integer> open = new HashMap<>();
        if (!lifterIds.isEmpty()) {
            Map<String, Object> parameters = new HashMap<>();
            String where = clause(filter, parameters);
            jdbc.sql("select m.lifter_id, sum(case when " + UNTOUCHED + " then m.flagged else"
                            + " (select count(distinct f.repetition_number) from form_flag f where f.set_id = m.set_id and "
                            + OPEN + ") end) as reps from " + FLAGGED_SETS + where + " group by m.lifter_id")
                    .params(parameters)
                    .param("lifters", lifterIds.toArray(UUID[]::new))
                    .param("since", RepetitionCommentRepository.at(since))
                    .query(row -> {
                        if (row.getInt("reps") > 0) {
                            open.put(row.getObject("lifter_id", UUID.class), row.getInt("reps"));
                        }
                    });
        }
        return open;
    }

    /** What a filter asks of a row {@code m} of {@code set_summary}; its values go to the parameters. */
    private static String clause(RosterFilter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder();
        add(where, parameters, " and m.exercise = :exercise", "exercise", filter.exercise());
        add(where, parameters, " and m.load_kg >= :least", "least", filter.leastKg());
        add(where, parameters, " and m.load_kg <= :most", "most", filter.mostKg());
        return where.toString();
    }

    private static void add(
            StringBuilder where, Map<String, Object> parameters, String clause, String name, @Nullable Object value) {
        if (value != null) {
            where.append(clause);
            parameters.put(name, value);
        }
    }

    /** Takes a person's name off their judgements. */
    void forgetReviewer(UUID personId) {
        jdbc.sql("update flag_review set reviewer_id = null where reviewer_id = :person")
                .param("person", personId)
                .update();
    }

    private static FlagReview row(ResultSet row, int number) throws SQLException {
        return new FlagReview(
                row.getObject("id", UUID.class),
                row.getObject("set_id", UUID.class),
                row.getObject("reviewer_id", UUID.class),
                Objects.requireNonNullElseGet(row.getString("name"), () -> Words.say("person.left")),
                row.getInt("repetition_number"),
                row.getString("flag"),
                row.getInt("flag_level"),
                row.getString("metric"),
                row.getDouble("measured"),
                row.getDouble("limit_value"),
                row.getString("unit"),
                row.getDouble("time_s"),
                ReviewReason.ofWord(row.getString("reason")),
                row.getString("note"),
                row.getObject("reviewed_at", OffsetDateTime.class).toInstant());
    }
}
