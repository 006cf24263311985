package org.plumbline.server.account;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One-time links in SQL, by their hash. */
@Repository
class OneTimeLinkRepository {
    private final JdbcClient jdbc;
    private final Clock clock;

    OneTimeLinkRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(String hash, OneTimeLink link, Duration lasts) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("insert into one_time_link (token_hash, purpose, person_id, roles, made_by, made_at, expires_at)"
                        + " values (:hash, :purpose, :person, :roles, :by, :now, :expires)")
                .param("hash", hash)
                .param("purpose", link.purpose().name().toLowerCase(Locale.ROOT))
                .param("person", link.personId())
                .param("roles", Role.join(link.roles()))
                .param("by", link.madeBy())
                .param("now", now)
                .param("expires", now.plus(lasts))
                .update();
    }

    /** A link that was not used and is not too old. */
    Optional<OneTimeLink> open(String hash) {
        return jdbc.sql("select purpose, person_id, roles, made_by from one_time_link"
                        + " where token_hash = :hash and used_at is null and expires_at > :now")
                .param("hash", hash)
                .param("now", OffsetDateTime.now(clock))
                .query((row, number) -> new OneTimeLink(
                        OneTimeLink.Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                        row.getObject("person_id", UUID.class),
                        Role.split(row.getString("roles")),
                        row.getObject("made_by", UUID.class)))
                .optional();
    }

    /** Uses a link up; false where somebody else was quicker. */
    boolean use(String hash) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbc.sql("update one_time_link set used_at = :now"
                                + " where token_hash = :hash and used_at is null and expires_at > :now")
                        .param("now", now)
                        .param("hash", hash)
                        .update()
                == 1;
    }

    /**
     * Invitations that still open, newest first.
     *
     * @param madeBy whose, or null for all
     */
    List<OpenInvitation> invitations(@Nullable UUID madeBy, int most) {
        return jdbc.sql("select l.token_hash, l.roles, p.name, l.made_at, l.expires_at from one_time_link l"
                        + " left join person p on p.id = l.made_by"
                        + " where l.purpose = 'invitation' and l.used_at is null and l.expires_at > :now"
                        + (madeBy == null ? "" : " and l.made_by = :by")
                        + " order by l.made_at desc, l.token_hash limit " + most)
                .param("now", OffsetDateTime.now(clock))
                .param("by", madeBy)
                .query((row, number) -> new OpenInvitation(
                        row.getString("token_hash"),
                        Role.split(row.getString("roles")),
                        row.getString("name"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * Takes an invitation back; false where it does not open any more.
     *
     * @param madeBy who must have made it, or null for anybody
     */
    boolean withdrawInvitation(String hash, @Nullable UUID madeBy) {
        return jdbc.sql("delete from one_time_link where token_hash = :hash and purpose = 'invitation'"
                                + " and used_at is null"
                                + (madeBy == null ? "" : " and made_by = :by"))
                        .param("hash", hash)
                        .param("by", madeBy)
                        .update()
                > 0;
    }

    /** Earlier links of the same kind and person open nothing any more. */
    void withdraw(OneTimeLink link) {
        jdbc.sql("delete from one_time_link where purpose = :purpose and used_at is null"
                        + (link.personId() == null ? " and person_id is null" : " and person_id = :person"))
                .param("purpose", link.purpose().name().toLowerCase(Locale.ROOT))
                .param("person", link.personId())
                .update();
    }
}
