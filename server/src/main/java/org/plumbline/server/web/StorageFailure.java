package org.plumbline.server.web;

import org.jspecify.annotations.Nullable;
import org.plumbline.server.storage.DatabaseRefusal;
import org.plumbline.server.storage.EmbeddedDatabase;
import org.plumbline.server.storage.FullDisk;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a disk that takes nothing and a database that does not answer from a fault of ours. */
enum StorageFailure {
    /** Nothing more can be written. */
    FULL(HttpStatus.INSUFFICIENT_STORAGE, "frame.storage.full"),
    /** The file of the embedded database is not as it was written, or not there: somebody has to put a backup back. */
    BROKEN(HttpStatus.SERVICE_UNAVAILABLE, "frame.storage.broken"),
    /** The database answers and takes nothing: it is read-only, or the user of this server has not the rights. */
    REFUSING(HttpStatus.SERVICE_UNAVAILABLE, "frame.storage.refusing"),
    /** The database is away, or too busy. */
    SILENT(HttpStatus.SERVICE_UNAVAILABLE, "frame.storage.silent");

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
        if (EmbeddedDatabase.causes(failure).anyMatch(FullDisk::isNoRoom)) {
            return FULL;
        }
        if (EmbeddedDatabase.isBroken(failure)) {
            return BROKEN;
        }
        if (DatabaseRefusal.isDiskFull(failure)) {
            return FULL;
        }
        if (DatabaseRefusal.isForbidden(failure)) {
            return REFUSING;
        }
        boolean silent = EmbeddedDatabase.isClosed(failure)
                || EmbeddedDatabase.causes(failure).anyMatch(StorageFailure::isNoAnswer);
        return silent ? SILENT : null;
    }

    private static boolean isNoAnswer(Throwable cause) {
        return cause instanceof DataAccessResourceFailureException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof TransactionSystemException;
    }
}
