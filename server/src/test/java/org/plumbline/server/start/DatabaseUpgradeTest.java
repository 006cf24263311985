package org.plumbline.server.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.server.backup.Restore;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseUpgradeTest {
    @TempDir
    Path data;

    private DatabaseUpgrade strategy;
    private final JdbcDataSource source = new JdbcDataSource();

    @BeforeEach
    void emptyDatabase() {
        source.setURL(
                "jdbc:h2:mem:newer-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1;" + DataDirectoryInitializer.DIALECT);
        strategy = of(source.getURL());
    }

    private void fileOfStep(String step) {
        source.setURL("jdbc:h2:file:" + data.resolve("plumbline") + ";TRACE_LEVEL_FILE=0;"
                + DataDirectoryInitializer.DIALECT);
        strategy = of(source.getURL());
        Flyway.configure().dataSource(source).target(step).load().migrate();
    }

    private long backups() throws IOException {
        try (Stream<Path> made = Files.list(data.resolve("backups"))) {
            return made.filter(file -> file.toString().endsWith(".zip")).count();
        }
    }

    @Test
    void whatANewerPlumblineHasWrittenIsRefusedAndLeftAlone() {
        strategy.migrate(flyway());
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql(
                        "insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                                + " execution_time, success) values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 'x', 1, true)")
                .update();

        StartRefusedException refused = assertThrows(StartRefusedException.class, () -> strategy.migrate(flyway()));

        assertTrue(String.valueOf(refused.getMessage()).contains("newer Plumbline (step 9999"), refused.getMessage());
        assertEquals(
                1,
                jdbc.sql("select count(*) from flyway_schema_history where version = '9999'")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void anOlderDatabaseIsBroughtUpToDate() {
        Flyway.configure().dataSource(source).target("4").load().migrate();

        strategy.migrate(flyway());

        assertEquals(0, flyway().info().pending().length);
    }

    @Test
    void aDatabaseThatIsChangedIsBackedUpBeforeTheFirstStepAndAStartBrokenOffAmidItNamesThatBackup() throws Exception {
        fileOfStep("27");
        // as a kill leaves it: the step is done, and not yet written down
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("alter table repetition add column hold_sag_curve bytea").update();

        StartRefusedException refused = assertThrows(StartRefusedException.class, () -> strategy.migrate(flyway()));
        StartRefusedException again = assertThrows(StartRefusedException.class, () -> strategy.migrate(flyway()));

        String said = String.valueOf(refused.getMessage());
        assertTrue(said.contains("The backup made before the first step is " + data.resolve("backups")), said);
        assertTrue(said.contains("java -jar server.jar restore"), said);
        assertEquals(
                said.substring(said.indexOf("The backup")),
                again.getMessage().substring(again.getMessage().indexOf("The backup")));
        assertEquals(1, backups(), "what is half changed is no backup");
        Restore.restore(Path.of(Files.readString(data.resolve("upgrading")).strip()), data, Clock.systemUTC());
        assertFalse(Files.exists(data.resolve("upgrading")), "the next change begins with a backup of its own");
    }

    @Test
    void whereTheBackupOfABrokenChangeIsGoneAnotherIsMade() throws Exception {
        fileOfStep("27");
        Files.writeString(
                data.resolve("upgrading"), data.resolve("backups/gone.zip").toString());

        strategy.migrate(flyway());

        assertEquals(1, backups());
        assertFalse(Files.exists(data.resolve("upgrading")));
    }

    @Test
    void anOldDatabaseFileIsBackedUpAndBroughtUpToDate() throws Exception {
        fileOfStep("4");

        strategy.migrate(flyway());

        assertEquals(0, flyway().info().pending().length);
        assertTrue(Files.isDirectory(data.resolve("backups")));
        assertFalse(Files.exists(data.resolve("upgrading")));
    }

    private DatabaseUpgrade of(String url) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", Map.of("spring.datasource.url", url, "plumbline.data-dir", data.toString())));
        return new DatabaseUpgrade(environment, Clock.systemUTC());
    }

    private Flyway flyway() {
        return Flyway.configure().dataSource(source).load();
    }
}
