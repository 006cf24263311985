package org.plumbline.server.account;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
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

    /** Nothing is worked on longer: the server stopped meanwhile, and the key is free again. */
    private static final Duration WORKED_ON = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    SentRequestRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A request that was sent.
     *
     * @param requestHash what it asked for
     * @param answer what was answered, or null while it is worked on
     */
    record Sent(String requestHash, @Nullable Answer answer) {}

    /** An answer as it is given again. */
    record Answer(
            int status, @Nullable String location, @Nullable String contentType, String body) {}

    /** Notes that a request is being worked on; false where one with its key was sent already. */
    boolean take(UUID personId, String keyHash, String requestHash) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("delete from sent_request where person_id = :person and (sent_at < :old or"
                        + " (status is null and sent_at < :given))")
                .param("person", personId)
                .param("old", now.minus(KEPT))
                .param("given", now.minus(WORKED_ON))
                .update();
        try {
            jdbc.sql("insert into sent_request (person_id, key_hash, request_hash, sent_at)"
                            + " values (:person, :key, :request, :now)")
                    .param("person", personId)
                    .param("key", keyHash)
                    .param("request", requestHash)
                    .param("now", now)
                    .update();
            return true;
        } catch (DuplicateKeyException sentAlready) {
            return false;
        }
    }

    Optional<Sent> find(UUID personId, String keyHash) {
        return jdbc.sql("select request_hash, status, location, content_type, answer from sent_request"
                        + " where person_id = :person and key_hash = :key")
                .param("person", personId)
                .param("key", keyHash)
                .query((row, number) -> {
                    @Nullable Integer status = row.getObject("status", Integer.class);
                    return new Sent(
                            row.getString("request_hash"),
                            status == null
                                    ? null
                                    : new Answer(
                                            status,
                                            row.getString("location"),
                                            row.getString("content_type"),
                                            row.getString("answer")));
                })
                .optional();
    }

    void answered(UUID personId, String keyHash, Answer answer) {
        jdbc.sql(
                        "update sent_request set status = :status, location = :location, content_type = :type, answer = :answer"
                                + " where person_id = :person and key_hash = :key")
                .param("status", answer.status())
                .param("location", answer.location())
                .param("type", answer.contentType())
                .param("answer", answer.body())
                .param("person", personId)
                .param("key", keyHash)
                .update();
    }

    /** Nothing came of it: it may be sent again. */
    void letGo(UUID personId, String keyHash) {
        jdbc.sql("delete from sent_request where person_id = :person and key_hash = :key")
                .param("person", personId)
                .param("key", keyHash)
                .update();
    }
}
