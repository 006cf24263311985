package org.plumbline.server.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has read whose record, in SQL. Lines are only ever added. */
@Repository
class RecordReadRepository {
    private final JdbcClient jdbc;
    private final Clock clock;

    RecordReadRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(UUID owner, UUID reader, String what) {
        jdbc.sql("insert into record_read (owner_id, reader_id, what, read_at) values (:owner, :reader, :what, :now)")
                .param("owner", owner)
                .param("reader", reader)
                .param("what", what)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Reads of an owner's record, newest first. */
    List<RecordRead> readsOf(UUID owner, int limit, int offset) {
        return jdbc.sql("select r.what, r.read_at, p.name from record_read r left join person p on p.id = r.reader_id"
                        + " where r.owner_id = :owner order by r.read_at desc, r.id desc"
                        + " offset :offset rows fetch first :limit rows only")
                .param("owner", owner)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> new RecordRead(
                        row.getString("name"),
                        row.getString("what"),
                        row.getObject("read_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
