package org.plumbline.server.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests of programs that brought a key, in SQL. */
@Repository
class SentRequestRepository {
    /** A program that could not reach the server tries again within this. */
    private static final Duration KEPT = Duration.ofDays(1);

    /** Nothing is worked on longer: the server could not note the answer. */
    private static final Duration WORKED_ON = Duration.ofMinutes(10);

    private static final String THAT_ATTEMPT = "r.person_id = :person and r.key_hash = :key and r.sent_at = :at";

    /** An upload of which no set stands in the log; one that is being read now may be in it, to be taken back. */
    private static final String LEFT_NOTHING =
            "r.upload and not exists (select 1 from training_set s where s.lifter_id = r.person_id"
                    + " and s.source = 'upload' and coalesce(s.brought_at, s.started_at) >= r.sent_at";

    private static final String AS_READ = LEFT_NOTHING + " and s.state <> 'running')";
    private static final String AT_ALL = LEFT_NOTHING + ")";

    private final JdbcClient jdbc;
    private final Clock clock;

    SentRequestRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One attempt at a request.
     *
     * @param at when it was begun, which tells it from a later one under the same key
     */
    record Attempt(UUID personId, String keyHash, Instant at) {}

    /**
     * A request that was sent.
     *
     * @param requestHash what it asked for
     * @param answer what was answered, or null where that is not known (yet)
     * @param lost whether nobody will know it any more
     */
    record Sent(String requestHash, @Nullable Answer answer, boolean lost) {}

    /** What of an answer is given again. */
    record Answer(int status, @Nullable String location) {}

    /**
     * Notes that a request is being worked on; empty where one with its key was sent already.
     *
     * @param upload whether it brings a recording
     */
    Optional<Attempt> take(UUID personId, String keyHash, String requestHash, boolean upload) {
        purge();
        Attempt attempt = new Attempt(personId, keyHash, clock.instant().truncatedTo(ChronoUnit.MICROS));
        try {
            jdbc.sql("insert into sent_request (person_id, key_hash, request_hash, upload, sent_at)"
                            + " values (:person, :key, :request, :upload, :now)")
                    .param("person", personId)
                    .param("key", keyHash)
                    .param("request", requestHash)
                    .param("upload", upload)
                    .param("now", at(attempt.at()))
                    .update();
            return Optional.of(attempt);
        } catch (DuplicateKeyException sentAlready) {
            return Optional.empty();
        }
    }

    /** Forgets what is old, whoever sent it. */
    void purge() {
        jdbc.sql("delete from sent_request where sent_at < :old")
                .param("old", at(clock.instant().minus(KEPT)))
                .update();
    }

    /**
     * Settles at a start what the stopped server worked on, as nobody works on it any more. An upload may be sent again, unless one of
     * that person's was taken in meanwhile: of one that was not, nothing stands in the log. Anything else may have been carried out.
     */
    void settle() {
        jdbc.sql("delete from sent_request r where r.status is null and " + AS_READ)
                .update();
        jdbc.sql("update sent_request set lost = true where status is null").update();
    }

    /** Settles an attempt that broke off, likewise. */
    void settle(Attempt attempt) {
        of(attempt, "delete from sent_request r where " + THAT_ATTEMPT + " and " + AT_ALL)
                .update();
        of(attempt, "update sent_request r set lost = true where " + THAT_ATTEMPT)
                .update();
    }

    Optional<Sent> find(UUID personId, String keyHash) {
        Instant given = clock.instant().minus(WORKED_ON);
        return jdbc.sql("select request_hash, sent_at, lost, status, location from sent_request"
                        + " where person_id = :person and key_hash = :key")
                .param("person", personId)
                .param("key", keyHash)
                .query((row, number) -> {
                    @Nullable Integer status = row.getObject("status", Integer.class);
                    Instant sentAt =
                            row.getObject("sent_at", OffsetDateTime.class).toInstant();
                    return new Sent(
                            row.getString("request_hash"),
                            status == null ? null : new Answer(status, row.getString("location")),
                            status == null && (row.getBoolean("lost") || sentAt.isBefore(given)));
                })
                .optional();
    }

    void answered(Attempt attempt, Answer answer) {
        of(attempt, "update sent_request r set status = :status, location = :location where " + THAT_ATTEMPT)
                .param("status", answer.status())
                .param("location", answer.location())
                .update();
    }

    /** Nothing came of it: it may be sent again. */
    void letGo(Attempt attempt) {
        of(attempt, "delete from sent_request r where " + THAT_ATTEMPT).update();
    }

    private JdbcClient.StatementSpec of(Attempt attempt, String sql) {
        return jdbc.sql(sql)
                .param("person", attempt.personId())
                .param("key", attempt.keyHash())
                .param("at", at(attempt.at()));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
