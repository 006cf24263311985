package org.plumbline.server.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tokens of programs, in SQL. */
@Repository
class ApiTokenRepository {
    /** Its last use is noted once in this while, not with every request. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    ApiTokenRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(UUID id, UUID person, String name, String hash, Set<ApiScope> scopes) {
        jdbc.sql("insert into api_token (id, person_id, name, token_hash, scopes, created_at)"
                        + " values (:id, :person, :name, :hash, :scopes, :now)")
                .param("id", id)
                .param("person", person)
                .param("name", name)
                .param("hash", hash)
                .param("scopes", ApiScope.join(scopes))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    List<ApiToken> of(UUID person) {
        return jdbc.sql("select id, person_id, name, scopes, created_at, last_used_at from api_token"
                        + " where person_id = :person order by created_at desc")
                .param("person", person)
                .query(ApiTokenRepository::token)
                .list();
    }

    Optional<ApiToken> byHash(String hash) {
        return jdbc.sql("select id, person_id, name, scopes, created_at, last_used_at from api_token"
                        + " where token_hash = :hash")
                .param("hash", hash)
                .query(ApiTokenRepository::token)
                .optional();
    }

    void used(ApiToken token) {
        Instant now = clock.instant();
        if (token.lastUsedAt() == null || token.lastUsedAt().isBefore(now.minus(NOTED_EVERY))) {
            jdbc.sql("update api_token set last_used_at = :now where id = :id")
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("id", token.id())
                    .update();
        }
    }

    boolean exists(UUID id) {
        return jdbc.sql("select count(*) from api_token where id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Ends every token of a person. */
    void deleteOf(UUID person) {
        jdbc.sql("delete from api_token where person_id = :person")
                .param("person", person)
                .update();
    }

    boolean delete(UUID person, UUID id) {
        return jdbc.sql("delete from api_token where id = :id and person_id = :person")
                        .param("id", id)
                        .param("person", person)
                        .update()
                > 0;
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
        return new ApiToken(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                ApiScope.split(row.getString("scopes")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }
}
