package org.plumbline.server.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is shared with whom, in SQL. A share that was revoked stays as a row with its end. */
@Repository
class RecordShareRepository {
    private final JdbcClient jdbc;
    private final Clock clock;

    RecordShareRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean isShared(UUID owner, UUID viewer, RecordKind kind) {
        return jdbc.sql("select count(*) from record_share where owner_id = :owner and viewer_id = :viewer"
                                + " and kind = :kind and revoked_at is null")
                        .param("owner", owner)
                        .param("viewer", viewer)
                        .param("kind", kind.word())
                        .query(Long.class)
                        .single()
                > 0;
    }

    void grant(UUID owner, UUID viewer, RecordKind kind) {
        if (isShared(owner, viewer, kind)) {
            return;
        }
        jdbc.sql("insert into record_share (id, owner_id, viewer_id, kind, granted_at)"
                        + " values (:id, :owner, :viewer, :kind, :now)")
                .param("id", UUID.randomUUID())
                .param("owner", owner)
                .param("viewer", viewer)
                .param("kind", kind.word())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void revoke(UUID owner, UUID viewer, RecordKind kind) {
        jdbc.sql("update record_share set revoked_at = :now where owner_id = :owner and viewer_id = :viewer"
                        + " and kind = :kind and revoked_at is null")
                .param("now", OffsetDateTime.now(clock))
                .param("owner", owner)
                .param("viewer", viewer)
                .param("kind", kind.word())
                .update();
    }

    /** Who shares this kind with the viewer, by name. */
    List<Person> owners(UUID viewer, RecordKind kind) {
        return jdbc.sql("select p.id, p.name, p.load_unit, p.roles, p.sample from person p where p.disabled_at is null"
                        + " and exists (select 1 from record_share s where s.owner_id = p.id"
                        + " and s.viewer_id = :viewer and s.kind = :kind and s.revoked_at is null)"
                        + " order by lower(p.name), p.id")
                .param("viewer", viewer)
                .param("kind", kind.word())
                .query(PersonRepository::person)
                .list();
    }

    /** What an owner shares now: one line for each viewer and kind. */
    List<Share> sharesOf(UUID owner) {
        return jdbc.sql("select viewer_id, kind, granted_at from record_share where owner_id = :owner"
                        + " and revoked_at is null order by granted_at, viewer_id, kind")
                .param("owner", owner)
                .query((row, number) -> new Share(
                        row.getObject("viewer_id", UUID.class),
                        RecordKind.ofWord(row.getString("kind")),
                        row.getObject("granted_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
