package org.plumbline.server.account;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Forms that somebody has sent a short while ago, in SQL. */
@Repository
class SentFormRepository {
    /** Long enough for a slow network, and short enough that nobody goes back to a page of earlier and means it anew. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    SentFormRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes that a form is being worked on; false where it was sent already. */
    boolean take(UUID personId, String contentHash) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("delete from sent_form where person_id = :person and sent_at < :old")
                .param("person", personId)
                .param("old", now.minus(KEPT))
                .update();
        try {
            jdbc.sql("insert into sent_form (person_id, content_hash, sent_at) values (:person, :hash, :now)")
                    .param("person", personId)
                    .param("hash", contentHash)
                    .param("now", now)
                    .update();
            return true;
        } catch (DuplicateKeyException sentAlready) {
            return false;
        }
    }

    /** Where the first time led to; empty while it has not led anywhere. */
    Optional<String> answer(UUID personId, String contentHash) {
        return jdbc.sql("select answered_with from sent_form where person_id = :person and content_hash = :hash"
                        + " and answered_with is not null")
                .param("person", personId)
                .param("hash", contentHash)
                .query(String.class)
                .optional();
    }

    void answered(UUID personId, String contentHash, String with) {
        jdbc.sql("update sent_form set answered_with = :answer where person_id = :person and content_hash = :hash")
                .param("answer", with)
                .param("person", personId)
                .param("hash", contentHash)
                .update();
    }

    /** Nothing came of it: it may be sent again. */
    void letGo(UUID personId, String contentHash) {
        jdbc.sql("delete from sent_form where person_id = :person and content_hash = :hash")
                .param("person", personId)
                .param("hash", contentHash)
                .update();
    }
}
