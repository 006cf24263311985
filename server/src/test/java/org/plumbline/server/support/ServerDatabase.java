package org.plumbline.server.support;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which database a server in a test is given: a data directory on PostgreSQL has the same one after a restart. */
final class ServerDatabase {
    private static final Map<Path, String> URLS = new ConcurrentHashMap<>();

    private ServerDatabase() {}

    static Map<String, String> settings(Path dataDirectory) {
        if (DatabaseKind.chosen() == DatabaseKind.H2) {
            return Map.of();
        }
        return Map.of(
                "--spring.datasource.url",
                URLS.computeIfAbsent(dataDirectory, any -> Postgresql.createDatabase()),
                // many servers of one JVM share one PostgreSQL
                "--spring.datasource.hikari.minimum-idle",
                "1");
    }
}
