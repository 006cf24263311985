package org.plumbline.server.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class NewerDatabaseTest {
    private final NewerDatabase strategy = new NewerDatabase();
    private final JdbcDataSource source = new JdbcDataSource();

    @BeforeEach
    void emptyDatabase() {
        source.setURL(
                "jdbc:h2:mem:newer-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1;" + DataDirectoryInitializer.DIALECT);
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

    private Flyway flyway() {
        return Flyway.configure().dataSource(source).load();
    }
}
