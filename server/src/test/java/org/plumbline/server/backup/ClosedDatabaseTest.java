package org.plumbline.server.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.zaxxer.hikari.SQLExceptionOverride.Override;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.junit.jupiter.api.Test;

class ClosedDatabaseTest {
    @Test
    void aConnectionGoesWhereItsDatabaseIsClosedAndStaysAfterAnythingElse() {
        ClosedDatabase closed = new ClosedDatabase();
        assertEquals(Override.MUST_EVICT, closed.adjudicate(fromH2(ErrorCode.DATABASE_IS_CLOSED)));
        assertEquals(Override.MUST_EVICT, closed.adjudicate(fromH2(ErrorCode.DATABASE_CALLED_AT_SHUTDOWN)));
        assertEquals(Override.CONTINUE_EVICT, closed.adjudicate(fromH2(ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1)));
    }

    private static SQLException fromH2(int code) {
        return DbException.get(code).getSQLException();
    }
}
