package org.plumbline.server.backup;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.plumbline.server.storage.EmbeddedDatabase;

/**
 * Takes a connection out of the pool once it says that its database is closed. The embedded database closes itself where memory runs
 * out, and still calls its connections valid; the next connection that is made opens it again.
 */
public final class ClosedDatabase implements SQLExceptionOverride {
    @java.lang.Override
    public Override adjudicate(SQLException said) {
        return EmbeddedDatabase.isClosed(said) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
