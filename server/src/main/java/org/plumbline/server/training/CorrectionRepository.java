package org.plumbline.server.training;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.plumbline.server.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Corrections of the count in SQL. */
@Repository
class CorrectionRepository {
    private final JdbcClient jdbc;

    CorrectionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID setId, UUID lifterId, Correction correction) {
        jdbc.sql("insert into correction (id, set_id, kind, start_s, end_s, lifter_id, made_at)"
                        + " values (:id, :set, :kind, :start, :end, :lifter, :made)")
                .param("id", correction.id())
                .param("set", setId)
                .param("kind", correction.kind().word())
                .param("start", correction.startS())
                .param("end", correction.endS())
                .param("lifter", lifterId)
                .param("made", SetRepository.at(correction.madeAt()))
                .update();
    }

    void delete(UUID setId, UUID id) {
        jdbc.sql("delete from correction where set_id = :set and id = :id")
                .param("set", setId)
                .param("id", id)
                .update();
    }

    /** The corrections of a set in the order of the movements they speak of. */
    List<Correction> of(UUID setId) {
        return jdbc.sql("select c.id, c.kind, c.start_s, c.end_s, l.name, c.made_at from correction c"
                        + " left join person l on l.id = c.lifter_id where c.set_id = :set order by c.start_s, c.id")
                .param("set", setId)
                .query((row, number) -> new Correction(
                        row.getObject("id", UUID.class),
                        CorrectionKind.ofWord(row.getString("kind")),
                        row.getDouble("start_s"),
                        row.getDouble("end_s"),
                        Objects.requireNonNullElseGet(row.getString("name"), () -> Words.say("person.left")),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Takes a person's name off the corrections they made: the sets were analysed with them. */
    void forgetAuthor(UUID personId) {
        jdbc.sql("update correction set lifter_id = null where lifter_id = :person")
                .param("person", personId)
                .update();
    }
}
