package org.plumbline.server.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.server.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Comments on repetitions in SQL. */
@Repository
class RepetitionCommentRepository {
    private static final String SELECT =
            "select c.id, c.set_id, c.moment_s, c.author_id, p.name, c.content, c.written_at,"
                    + " c.edited_at from repetition_comment c left join person p on p.id = c.author_id where ";

    private final JdbcClient jdbc;

    RepetitionCommentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RepetitionComment> ofSet(UUID setId) {
        return jdbc.sql(SELECT + "c.set_id = :set and c.deleted_at is null order by c.written_at, c.id")
                .param("set", setId)
                .query(RepetitionCommentRepository::row)
                .list();
    }

    Optional<RepetitionComment> find(UUID id) {
        return jdbc.sql(SELECT + "c.id = :id and c.deleted_at is null")
                .param("id", id)
                .query(RepetitionCommentRepository::row)
                .optional();
    }

    /** What others wrote on a lifter's sets and the lifter has not seen, newest first. */
    List<RepetitionComment> unseen(UUID lifterId, int most) {
        return jdbc.sql(SELECT + "c.seen_at is null and c.deleted_at is null and c.author_id <> :lifter"
                        + " and c.set_id in (select id from training_set where lifter_id = :lifter and deleted_at is null)"
                        + " order by c.written_at desc, c.id limit " + most)
                .param("lifter", lifterId)
                .query(RepetitionCommentRepository::row)
                .list();
    }

    /** Of these comments, what others wrote is seen. */
    void seen(List<UUID> ids, UUID lifterId, Instant now) {
        if (!ids.isEmpty()) {
            jdbc.sql("update repetition_comment set seen_at = :now"
                            + " where id in (:ids) and seen_at is null and author_id <> :lifter")
                    .param("now", at(now))
                    .param("ids", ids)
                    .param("lifter", lifterId)
                    .update();
        }
    }

    void insert(RepetitionComment comment) {
        jdbc.sql("insert into repetition_comment (id, set_id, moment_s, author_id, content, written_at)"
                        + " values (:id, :set, :moment, :author, :content, :written)")
                .param("id", comment.id())
                .param("set", comment.setId())
                .param("moment", comment.momentS())
                .param("author", comment.authorId())
                .param("content", comment.content())
                .param("written", at(comment.writtenAt()))
                .update();
    }

    int edit(UUID id, UUID authorId, String content, Instant now) {
        return jdbc.sql("update repetition_comment set content = :content, edited_at = :now"
                        + " where id = :id and author_id = :author and deleted_at is null")
                .param("content", content)
                .param("now", at(now))
                .param("id", id)
                .param("author", authorId)
                .update();
    }

    int delete(UUID id, UUID authorId, Instant now) {
        return jdbc.sql("update repetition_comment set deleted_at = :now"
                        + " where id = :id and author_id = :author and deleted_at is null")
                .param("now", at(now))
                .param("id", id)
                .param("author", authorId)
                .update();
    }

    int restore(UUID id, UUID setId, UUID authorId) {
        return jdbc.sql("update repetition_comment set deleted_at = null"
                        + " where id = :id and set_id = :set and author_id = :author")
                .param("id", id)
                .param("set", setId)
                .param("author", authorId)
                .update();
    }

    void forget(Instant deletedBefore) {
        jdbc.sql("delete from repetition_comment where deleted_at < :before")
                .param("before", at(deletedBefore))
                .update();
    }

    /** Takes a person's name off what they wrote; what they had deleted goes for good. */
    void forgetAuthor(UUID personId) {
        jdbc.sql("delete from repetition_comment where author_id = :person and deleted_at is not null")
                .param("person", personId)
                .update();
        jdbc.sql("update repetition_comment set author_id = null where author_id = :person")
                .param("person", personId)
                .update();
    }

    private static RepetitionComment row(ResultSet row, int number) throws SQLException {
        OffsetDateTime edited = row.getObject("edited_at", OffsetDateTime.class);
        return new RepetitionComment(
                row.getObject("id", UUID.class),
                row.getObject("set_id", UUID.class),
                row.getDouble("moment_s"),
                row.getObject("author_id", UUID.class),
                Objects.requireNonNullElseGet(row.getString("name"), () -> Words.say("person.left")),
                row.getString("content"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                edited == null ? null : edited.toInstant());
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
