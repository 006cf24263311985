package org.plumbline.server.rehab.pain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rounds of the symptom questions in SQL. */
@Repository
class SymptomRepository {
    private static final String CHECK =
            "select id, lifter_id, said_at, on_day, because, set_id, tier, mechanism, questions_version from symptom_check";

    private final JdbcClient jdbc;

    SymptomRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(SymptomCheck check) {
        SymptomMechanism mechanism = check.mechanism();
        jdbc.sql(
                        "insert into symptom_check (id, lifter_id, said_at, on_day, because, set_id, tier, mechanism,"
                                + " questions_version) values (:id, :lifter, :said, :day, :because, :set, :tier, :mechanism, :version)")
                .param("id", check.id())
                .param("lifter", check.lifterId())
                .param("said", PainRepository.at(check.saidAt()))
                .param("day", check.day())
                .param("because", check.because().word())
                .param("set", check.setId())
                .param("tier", check.tier().word())
                .param("mechanism", mechanism == null ? null : mechanism.word())
                .param("version", check.version())
                .update();
        check.answers()
                .forEach((question, answer) -> jdbc.sql(
                                "insert into symptom_answer (check_id, question, answer) values (:check, :question, :answer)")
                        .param("check", check.id())
                        .param("question", question.word())
                        .param("answer", answer)
                        .update());
    }

    /** The newest first. */
    List<SymptomCheck> newest(UUID lifterId, int limit, int offset) {
        return withAnswers(
                jdbc.sql(CHECK + " where lifter_id = :lifter order by said_at desc, id limit :limit offset :offset")
                        .param("lifter", lifterId)
                        .param("limit", limit)
                        .param("offset", offset)
                        .query(SymptomRepository::check)
                        .list());
    }

    private List<SymptomCheck> withAnswers(List<SymptomCheck> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<UUID, Map<SymptomQuestion, Boolean>> answers =
                answers(bare.stream().map(SymptomCheck::id).toList());
        return bare.stream().map(check -> with(check, answers)).toList();
    }

    /** The rounds of any of these people on one of these days. */
    List<SymptomCheck> between(Collection<UUID> lifters, LocalDate from, LocalDate to) {
        return withAnswers(jdbc.sql(CHECK + " where lifter_id in (:lifters) and on_day between :from and :to")
                .param("lifters", lifters)
                .param("from", from)
                .param("to", to)
                .query(SymptomRepository::check)
                .list());
    }

    /** The rounds of a person from a moment on, without the single answers. */
    List<SymptomCheck> since(UUID lifterId, Instant from) {
        return jdbc.sql(CHECK + " where lifter_id = :lifter and said_at >= :from")
                .param("lifter", lifterId)
                .param("from", PainRepository.at(from))
                .query(SymptomRepository::check)
                .list();
    }

    Optional<SymptomCheck> find(UUID id) {
        return jdbc.sql(CHECK + " where id = :id")
                .param("id", id)
                .query(SymptomRepository::check)
                .optional()
                .map(check -> with(check, answers(List.of(id))));
    }

    private Map<UUID, Map<SymptomQuestion, Boolean>> answers(List<UUID> checks) {
        Map<UUID, Map<SymptomQuestion, Boolean>> answers = new java.util.HashMap<>();
        jdbc.sql("select check_id, question, answer from symptom_answer where check_id in (:checks)")
                .param("checks", checks)
                .query(row -> {
                    UUID check = row.getObject("check_id", UUID.class);
                    boolean answer = row.getBoolean("answer");
                    // a question of an older version that is asked no more stays in the table and is not shown
                    known(row.getString("question"))
                            .ifPresent(question -> answers.computeIfAbsent(
                                            check, id -> new EnumMap<>(SymptomQuestion.class))
                                    .put(question, answer));
                });
        return answers;
    }

    private static Optional<SymptomQuestion> known(String word) {
        for (SymptomQuestion question : SymptomQuestion.values()) {
            if (question.word().equals(word)) {
                return Optional.of(question);
            }
        }
        return Optional.empty();
    }

    private static SymptomCheck with(SymptomCheck check, Map<UUID, Map<SymptomQuestion, Boolean>> answers) {
        return new SymptomCheck(
                check.id(),
                check.lifterId(),
                check.saidAt(),
                check.day(),
                check.because(),
                check.setId(),
                check.tier(),
                check.mechanism(),
                check.version(),
                answers.getOrDefault(check.id(), Map.of()));
    }

    private static SymptomCheck check(ResultSet row, int number) throws SQLException {
        return new SymptomCheck(
                row.getObject("id", UUID.class),
                row.getObject("lifter_id", UUID.class),
                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                row.getObject("on_day", LocalDate.class),
                Worded.ofWord(SymptomReason.class, "because", row.getString("because"))
                        .orElse(SymptomReason.OWN),
                row.getObject("set_id", UUID.class),
                Worded.ofWord(SymptomTier.class, "tier", row.getString("tier")).orElseThrow(),
                Worded.ofWord(SymptomMechanism.class, "mechanism", row.getString("mechanism"))
                        .orElse(null),
                row.getInt("questions_version"),
                Map.of());
    }
}
