package org.plumbline.server.account;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
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

    /** One line for each owner, in one statement; none where the same was read a moment ago. */
    void addAll(Collection<UUID> owners, UUID reader, String what, Duration momentAgo) {
        if (owners.isEmpty()) {
            return;
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("insert into record_read (owner_id, reader_id, what, read_at) select p.id, cast(:reader as uuid),"
                        + " cast(:what as varchar(60)), cast(:now as timestamp(6) with time zone)"
                        + " from unnest(cast(:owners as uuid array)) o(id) join person p on p.id = o.id"
                        + " where not exists (select 1 from record_read r where r.owner_id = p.id"
                        + " and r.reader_id = :reader and r.what = :what and r.read_at > :since)")
                .param("owners", owners.toArray(UUID[]::new))
                .param("reader", reader)
                .param("what", what)
                .param("now", now)
                .param("since", now.minus(momentAgo))
                .update();
    }

    /** Reads of an owner's record, newest first; those of one page, its charts among them, are one line. */
    List<RecordRead> readsOf(UUID owner, int limit, int offset) {
        return jdbc.sql("select r.what, p.name, max(r.read_at) as read_at, count(*) as times"
                        + " from record_read r left join person p on p.id = r.reader_id where r.owner_id = :owner"
                        + " group by r.reader_id, p.name, r.what, date_trunc('minute', r.read_at)"
                        + " order by read_at desc, r.what"
                        + " offset :offset rows fetch first :limit rows only")
                .param("owner", owner)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> new RecordRead(
                        row.getString("name"),
                        row.getString("what"),
                        row.getObject("read_at", OffsetDateTime.class).toInstant(),
                        row.getInt("times")))
                .list();
    }
}
