package org.plumbline.server.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.zaxxer.hikari.SQLExceptionOverride.Override;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ClosedDatabaseTest {
    @Test
    void aConnectionGoesWhereItsDatabaseIsClosedAndStaysAfterAnythingElse() {
        ClosedDatabase closed = new ClosedDatabase();
        assertEquals(Override.MUST_EVICT, closed.adjudicate(new SQLException("closed", "90098", 90098)));
        assertEquals(Override.MUST_EVICT, closed.adjudicate(new SQLException("closed already", "90121", 90121)));
        assertEquals(Override.CONTINUE_EVICT, closed.adjudicate(new SQLException("no such table", "42S02", 42102)));
    }
}
