package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What counts as a database that does not come back. */
class StorageWatchTest {
    private final WaitingWrites waiting = new WaitingWrites();

    @Test
    void aPoolThatIsMerelyBusyIsNoDeadDatabase() throws SQLException {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
            pool.setMaximumPoolSize(1);
            pool.setConnectionTimeout(250);
            try (Connection taken = pool.getConnection()) {
                SQLException timeout = assertThrows(SQLException.class, pool::getConnection);
                assertTrue(taken.isValid(1));
                assertFalse(StorageWatch.isShut(timeout, false));
                assertTrue(StorageWatch.isShut(timeout, true), "writes fail besides");
            }
        }
    }

    @Test
    void aDatabaseThatRefusesConnectionsIsDead() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";IFEXISTS=TRUE");
            pool.setInitializationFailTimeout(-1);
            pool.setConnectionTimeout(500);
            SQLException refused = assertThrows(SQLException.class, pool::getConnection);
            assertTrue(StorageWatch.isShut(refused, false), String.valueOf(refused));
        }
    }

    @Test
    void aBacklogThatIsWrittenSlowlyIsNoStandstill() {
        for (int seconds = 5; seconds < 600; seconds += 5) {
            assertFalse(waiting.getNowhere(seconds, seconds), "something was written, the oldest still waits");
        }
    }

    @Test
    void aBacklogOfWhichNothingIsWrittenIsOne() {
        assertFalse(waiting.getNowhere(25, 7));
        assertTrue(waiting.getNowhere(30, 7));
        assertTrue(waiting.getNowhere(35, 7));
        assertFalse(waiting.getNowhere(33, 7), "it shrank");
    }
}
