package org.plumbline.server.storage;

import java.sql.SQLException;
import java.util.Set;

/** What a PostgreSQL says that answers and takes nothing, by its codes (PostgreSQL, appendix A "Error Codes"). */
public final class DatabaseRefusal {
    /** disk_full. */
    private static final Set<String> DISK_FULL = Set.of("53100");

    /** read_only_sql_transaction, insufficient_privilege. */
    private static final Set<String> FORBIDDEN = Set.of("25006", "42501");

    private DatabaseRefusal() {}

    /** Whether the disk below it is full. */
    public static boolean isDiskFull(Throwable failure) {
        return says(failure, DISK_FULL);
    }

    /** Whether it is read-only, or the server's user has not the rights. */
    public static boolean isForbidden(Throwable failure) {
        return says(failure, FORBIDDEN);
    }

    private static boolean says(Throwable failure, Set<String> states) {
        return EmbeddedDatabase.causes(failure)
                .anyMatch(cause ->
                        cause instanceof SQLException said && states.contains(String.valueOf(said.getSQLState())));
    }
}
