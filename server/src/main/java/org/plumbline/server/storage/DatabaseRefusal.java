package org.plumbline.server.storage;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a PostgreSQL says that takes nothing, or lets nobody in, by its codes (PostgreSQL, appendix A "Error Codes"). */
public final class DatabaseRefusal {
    /** disk_full. */
    private static final Set<String> DISK_FULL = Set.of("53100");

    /** read_only_sql_transaction, insufficient_privilege. */
    private static final Set<String> FORBIDDEN = Set.of("25006", "42501");

    /** invalid_authorization_specification, invalid_password, invalid_catalog_name. */
    private static final Set<String> NOT_LET_IN = Set.of("28000", "28P01", "3D000");

    /** Class 08, connection exceptions, and cannot_connect_now. */
    private static final Pattern UNREACHED = Pattern.compile("08...|57P03");

    private DatabaseRefusal() {}

    /** Whether the disk below it is full. */
    public static boolean isDiskFull(Throwable failure) {
        return says(failure, DISK_FULL::contains);
    }

    /** Whether it is read-only, or the server's user has not the rights. */
    public static boolean isForbidden(Throwable failure) {
        return says(failure, FORBIDDEN::contains);
    }

    /** Whether it was asked to be let in, and refused: it has no such user, password or database. */
    public static boolean isNotLetIn(Throwable failure) {
        return says(failure, NOT_LET_IN::contains);
    }

    /** Whether nothing answers at its address, or it is not ready yet. */
    public static boolean isUnreached(Throwable failure) {
        return says(failure, UNREACHED.asMatchPredicate());
    }

    private static boolean says(Throwable failure, Predicate<String> states) {
        return EmbeddedDatabase.causes(failure)
                .anyMatch(
                        cause -> cause instanceof SQLException said && states.test(String.valueOf(said.getSQLState())));
    }
}
