package org.plumbline.server.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a disk that takes nothing and a database that does not answer from a fault of ours. */
enum StorageFailure {
    /** Nothing more can be written. */
    FULL(HttpStatus.INSUFFICIENT_STORAGE, "frame.storage.full"),
    /** The database is away, or too busy. */
    SILENT(HttpStatus.SERVICE_UNAVAILABLE, "frame.storage.silent");

    /** What operating systems say of a full disk, a quota that is used up, and a limit on the size of a file. */
    private static final Set<String> NO_ROOM =
            Set.of("no space left", "not enough space", "quota exceeded", "file too large");

    /** As H2 ends its messages: an error of its file, the file cannot be written (twice), the database has been closed. */
    private static final Pattern CLOSED = Pattern.compile("\\[(90028|90030|90031|90098)-");

    private final HttpStatus status;
    private final String words;

    StorageFailure(HttpStatus status, String words) {
        this.status = status;
        this.words = words;
    }

    HttpStatus status() {
        return status;
    }

    /** What a person is told. */
    String say() {
        return Words.say(words);
    }

    /** Which one it is, or null where it is another failure. */
    static @Nullable StorageFailure of(Throwable failure) {
        if (causes(failure).anyMatch(StorageFailure::isNoRoom)) {
            return FULL;
        }
        return causes(failure).anyMatch(StorageFailure::isNoAnswer) ? SILENT : null;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static boolean isNoRoom(Throwable cause) {
        String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return cause instanceof IOException && NO_ROOM.stream().anyMatch(said::contains);
    }

    private static boolean isNoAnswer(Throwable cause) {
        return cause instanceof DataAccessResourceFailureException
                || cause instanceof CannotCreateTransactionException
                || CLOSED.matcher(String.valueOf(cause.getMessage())).find();
    }
}
