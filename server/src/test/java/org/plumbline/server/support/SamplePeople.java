package org.plumbline.server.support;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People for tests of repositories: rows that everything else of a person hangs on. */
public final class SamplePeople {
    private SamplePeople() {}

    /** Adds a person and gives their identity. */
    public static UUID add(JdbcClient jdbc, String name) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into person (id, name, load_unit, sample, created_at) values (:id, :name, 'kg', false, :now)")
                .param("id", id)
                .param("name", name)
                .param("now", Instant.parse("2026-01-05T08:00:00Z").atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }
}
