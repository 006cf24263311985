package org.plumbline.server.web;

import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What H2, the embedded database, says where its file fails it: the one list of its codes, for all who must tell. */
public final class EmbeddedDatabase {
    /** An error of its file (twice), the database has been closed, and it is closed already. */
    private static final Set<Integer> CLOSED = Set.of(90028, 90031, 90098, 90121);

    /** The file is corrupted; there is no database where it was. */
    private static final Set<Integer> BROKEN = Set.of(90030, 90146);

    /** Of its store: reading failed, the file is corrupt, a chunk or a block of it is not found. */
    private static final Set<Integer> BROKEN_STORE = Set.of(1, 6, 9, 50);

    private static final String STORE_EXCEPTION = "org.h2.mvstore.MVStoreException";

    /** As it ends its messages: the code, and the build. */
    private static final Pattern CODE = Pattern.compile("\\[(\\d{5})-\\d+]");

    /** As its store ends them: the version, and the code. */
    private static final Pattern STORE_CODE = Pattern.compile("\\[[\\d.]+/(\\d+)]");

    private EmbeddedDatabase() {}

    /** Whether it closed its file or was closed: another connection may open it again. */
    public static boolean isClosed(Throwable failure) {
        return causes(failure).anyMatch(cause -> has(CODE, cause, CLOSED)) || isBroken(failure);
    }

    /** Whether its file is not as it was written: trying again helps nobody. */
    public static boolean isBroken(Throwable failure) {
        // whoever is interrupted while reading closes the file, which is not broken by it
        return causes(failure).noneMatch(ClosedChannelException.class::isInstance)
                && causes(failure).anyMatch(EmbeddedDatabase::saysBroken);
    }

    private static boolean saysBroken(Throwable cause) {
        return has(CODE, cause, BROKEN)
                || (cause.getClass().getName().equals(STORE_EXCEPTION) && has(STORE_CODE, cause, BROKEN_STORE));
    }

    private static boolean has(Pattern where, Throwable cause, Set<Integer> codes) {
        Matcher code = where.matcher(String.valueOf(cause.getMessage()));
        while (code.find()) {
            if (codes.contains(Integer.valueOf(code.group(1)))) {
                return true;
            }
        }
        return false;
    }

    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
