package org.plumbline.server.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of this JVM, from binaries that Maven brings; every test gets a database of its own in it. */
final class Postgresql {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Postgresql() {}

    /** Why none can be started here, or empty where one runs. */
    static Optional<String> missing() {
        return Server.MISSING;
    }

    /** Makes an empty database and gives its address, with who may open it. */
    static String createDatabase() {
        return create("");
    }

    /** Makes a database that is a copy of another one, to which nobody may be connected. */
    static String createDatabaseLike(String template) {
        return create(" template " + template);
    }

    static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
    }

    /** Whether connections that are made from now on may write. */
    static void setReadOnly(String url, boolean readOnly) {
        execute("alter database " + name(url) + " set default_transaction_read_only = " + readOnly);
    }

    private static String create(String how) {
        String name = "plumbline_" + DATABASES.incrementAndGet();
        execute("create database " + name + how);
        return "jdbc:postgresql://localhost:" + Server.running().getPort() + "/" + name + "?user=postgres";
    }

    static void drop(String url) {
        execute("drop database " + name(url) + " with (force)");
    }

    private static void execute(String sql) {
        try (Connection connection = Server.running().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new AssertionError(sql, failed);
        }
    }

    private static final class Server {
        private static final Optional<EmbeddedPostgres> POSTGRES;
        private static final Optional<String> MISSING;

        static {
            Optional<EmbeddedPostgres> postgres = Optional.empty();
            Optional<String> missing = Optional.empty();
            try {
                // it ends with this JVM: the library sees to it
                postgres = Optional.of(EmbeddedPostgres.start());
            } catch (IOException | RuntimeException notStarted) {
                missing = Optional.of("a PostgreSQL that runs on this machine (tests bring one for Linux on amd64; "
                        + notStarted.getMessage() + ")");
            }
            POSTGRES = postgres;
            MISSING = missing;
        }

        static EmbeddedPostgres running() {
            return POSTGRES.orElseThrow(() -> new AssertionError(MISSING.orElseThrow()));
        }
    }
}
