package org.plumbline.server.storage;

import java.io.EOFException;
import java.nio.BufferUnderflowException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.transaction.TransactionSystemException;

/** H2, the embedded database: whether a server uses it, and what it says where its file fails it, with the one list of its codes. */
public final class EmbeddedDatabase {
    /** An error of its file (twice), the database has been closed, and it is closed already. */
    private static final Set<Integer> CLOSED = Set.of(90028, 90031, 90098, 90121);

    /** The file is corrupted; there is no database where it was. */
    private static final Set<Integer> BROKEN = Set.of(90030, 90146);

    /** Of its store: reading failed, the file is corrupt, a chunk or a block of it is not found. */
    private static final Set<Integer> BROKEN_STORE = Set.of(1, 6, 9, 50);

    private static final String STORE_EXCEPTION = "org.h2.mvstore.MVStoreException";

    /** Of a file that it does not open: an error that it did not expect, and a format that it does not know. */
    private static final Set<Integer> NOT_OPENED = Set.of(50000, 90048);

    private static final String STORE = "org.h2.mvstore.";

    /** What reads and parses its file; where these fail as no program should, what they read is not what they wrote. */
    private static final Set<String> READERS =
            Set.of("Page", "Chunk", "FileStore", "MVStore", "RandomAccessStore", "SFChunk");

    /** As it ends its messages: the code, and the build. */
    private static final Pattern CODE = Pattern.compile("\\[(\\d{5})-\\d+]");

    /** As its store ends them: the version, and the code. */
    private static final Pattern STORE_CODE = Pattern.compile("\\[[\\d.]+/(\\d+)]");

    private EmbeddedDatabase() {}

    /** Whether it is the database of a server with these settings. */
    public static boolean isUsedBy(Environment environment) {
        return environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:file:");
    }

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

    /** Why its file could not be opened: the first that says so. Empty where the failure is another one. */
    public static Optional<Throwable> unopened(Throwable failure) {
        return causes(failure)
                .filter(cause -> has(CODE, cause, CLOSED)
                        || has(CODE, cause, BROKEN)
                        || has(CODE, cause, NOT_OPENED)
                        || cause.getClass().getName().startsWith(STORE))
                .findFirst();
    }

    /** What it says in a line, or what kind of failure it is where it says nothing. */
    public static String firstWords(Throwable failure) {
        return Stream.ofNullable(failure.getMessage())
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse(failure.getClass().getSimpleName());
    }

    private static boolean saysBroken(Throwable cause) {
        return has(CODE, cause, BROKEN)
                || isMisread(cause)
                || (cause.getClass().getName().equals(STORE_EXCEPTION) && has(STORE_CODE, cause, BROKEN_STORE));
    }

    /** It counts on what it wrote: of other bytes it runs over an end, and tells of that as it happened. */
    private static boolean isMisread(Throwable cause) {
        return (cause instanceof IndexOutOfBoundsException
                        || cause instanceof BufferUnderflowException
                        || cause instanceof NegativeArraySizeException
                        || cause instanceof EOFException)
                && Stream.of(cause.getStackTrace()).anyMatch(EmbeddedDatabase::reads);
    }

    private static boolean reads(StackTraceElement at) {
        return at.getClassName().startsWith(STORE)
                && READERS.contains(at.getClassName().substring(STORE.length()).split("\\$", 2)[0]);
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

    /** A failure and what caused it, the nearest first. A roll-back that fails too hides what it was for behind its own cause. */
    public static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, EmbeddedDatabase::causeOf);
    }

    private static @Nullable Throwable causeOf(Throwable failure) {
        @Nullable
        Throwable rolledBackFor =
                failure instanceof TransactionSystemException failed ? failed.getApplicationException() : null;
        return rolledBackFor == null ? failure.getCause() : rolledBackFor;
    }
}
