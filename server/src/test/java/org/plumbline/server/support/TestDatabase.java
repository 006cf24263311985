package org.plumbline.server.support;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.plumbline.server.start.DataDirectoryInitializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of one's own, with the settings of the product. */
public final class TestDatabase implements AutoCloseable {
    private final DatabaseKind kind;
    private final String url;
    private final HikariDataSource dataSource = new HikariDataSource();

    private TestDatabase(DatabaseKind kind, String url) {
        this.kind = kind;
        this.url = url;
        dataSource.setJdbcUrl(url);
        dataSource.setMaximumPoolSize(8);
        dataSource.setMinimumIdle(0);
    }

    /** A database with nothing in it, not even tables. */
    public static TestDatabase empty(DatabaseKind kind) {
        return new TestDatabase(kind, kind == DatabaseKind.H2 ? inMemory() : Postgresql.createDatabase());
    }

    /** A database with every table and no rows. */
    public static TestDatabase migrated(DatabaseKind kind) {
        if (kind == DatabaseKind.POSTGRESQL) {
            return new TestDatabase(kind, Postgresql.createDatabaseLike(Template.NAME));
        }
        TestDatabase database = empty(kind);
        database.migrate();
        return database;
    }

    private static String inMemory() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;" + DataDirectoryInitializer.DIALECT;
    }

    /** Copying a database takes a tenth of the time of making its tables. */
    private static final class Template {
        private static final String NAME;

        static {
            try (TestDatabase template = new TestDatabase(DatabaseKind.POSTGRESQL, Postgresql.createDatabase())) {
                template.migrate();
                NAME = Postgresql.name(template.url);
                // only its connections are closed: the copies are made from it
                template.dataSource.close();
            }
        }
    }

    /** Brings it to the newest version. */
    public void migrate() {
        Flyway.configure().dataSource(dataSource).load().migrate();
    }

    /** Brings it to that version. */
    public void migrateTo(int version) {
        Flyway.configure()
                .dataSource(dataSource)
                .target(String.valueOf(version))
                .load()
                .migrate();
    }

    public DatabaseKind kind() {
        return kind;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** For what the product does in one transaction. */
    public TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    @Override
    public void close() {
        if (dataSource.isClosed()) {
            return;
        }
        if (kind == DatabaseKind.H2) {
            jdbc().sql("shutdown").update();
        }
        dataSource.close();
        if (kind == DatabaseKind.POSTGRESQL) {
            Postgresql.drop(url);
        }
    }
}
