package org.plumbline.server.start;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Takes a connection out of the pool once it says that its database is closed. The embedded database closes itself where memory runs
 * out, and still calls its connections valid; the next connection that is made opens it again.
 */
public final class ClosedDatabase implements SQLExceptionOverride {
    /** Codes of H2: the database has been closed, and it is closed already. */
    private static final Set<Integer> CLOSED = Set.of(90098, 90121);

    @java.lang.Override
    public Override adjudicate(SQLException said) {
        return CLOSED.contains(said.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
