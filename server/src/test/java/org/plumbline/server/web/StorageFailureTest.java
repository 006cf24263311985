package org.plumbline.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.channels.ClosedByInterruptException;
import java.sql.SQLException;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class StorageFailureTest {
    @Test
    void aFullDiskIsToldFromADatabaseThatDoesNotAnswerAndBothFromFaultsOfOurs() {
        for (String said : new String[] {"No space left on device", "File too large", "Disk quota exceeded"}) {
            assertEquals(
                    StorageFailure.FULL,
                    StorageFailure.of(
                            new IllegalStateException(sql("General error [50000-240]", new IOException(said)))));
        }
        assertEquals(
                StorageFailure.SILENT,
                StorageFailure.of(
                        sql("The database has been closed [90098-240]", new IllegalStateException("closed"))));
        assertEquals(StorageFailure.SILENT, StorageFailure.of(new CannotCreateTransactionException("no connection")));
        assertEquals(StorageFailure.SILENT, StorageFailure.of(new DataAccessResourceFailureException("gone")));
        assertNull(StorageFailure.of(new DuplicateKeyException("twice")));
        assertNull(StorageFailure.of(new IOException("Broken pipe")));
        assertNull(StorageFailure.of(sql("Syntax error [42000-240]", new IllegalStateException("no space left"))));
    }

    @Test
    void aPostgresThatTakesNothingIsToldFromOneThatDoesNotAnswer() {
        assertEquals(
                StorageFailure.FULL,
                StorageFailure.of(sql("insert", new SQLException("could not extend file", "53100"))));
        for (String state : new String[] {"25006", "42501"}) {
            assertEquals(
                    StorageFailure.REFUSING,
                    StorageFailure.of(sql("insert", new SQLException("cannot execute INSERT", state))));
        }
        assertNull(StorageFailure.of(sql("insert", new SQLException("syntax error", "42601"))));
    }

    @Test
    void aRollBackThatFailsTooDoesNotHideThatTheDiskIsFull() {
        TransactionSystemException rolledBack =
                new TransactionSystemException("Could not roll back", new SQLException("Connection is closed"));
        assertEquals(StorageFailure.SILENT, StorageFailure.of(rolledBack));
        rolledBack.initApplicationException(
                sql("General error [50000-240]", new IOException("No space left on device")));
        assertEquals(StorageFailure.FULL, StorageFailure.of(rolledBack));
    }

    @Test
    void aBrokenDatabaseFileIsToldFromADatabaseThatWasClosed() {
        for (Exception said : List.of(
                new SQLException("File corrupted while reading record [90030-240]"),
                new SQLException("Database not found [90146-240]"),
                new MVStoreException(DataUtils.ERROR_FILE_CORRUPT, "File corrupted in chunk 7 [2.4.240/6]"),
                new MVStoreException(DataUtils.ERROR_CHUNK_NOT_FOUND, "Chunk 7 not found [2.4.240/9]"))) {
            assertEquals(StorageFailure.BROKEN, StorageFailure.of(sql("General error [50000-240]", said)));
        }
        MVStoreException interrupted =
                new MVStoreException(DataUtils.ERROR_READING_FAILED, "Reading failed [2.4.240/1]");
        interrupted.initCause(new ClosedByInterruptException());
        assertNull(StorageFailure.of(sql("General error [50000-240]", interrupted)));
        assertEquals(
                StorageFailure.SILENT,
                StorageFailure.of(sql("Database is already closed [90121-240]", new IllegalStateException("closed"))));
    }

    @Test
    void whatOtherBytesMakeOfTheReadersOfTheFileIsABrokenFileAndIsPutIntoWords() {
        RuntimeException misread =
                sql("General error [50000-240]", thrownIn("org.h2.mvstore.Page", new BufferUnderflowException()));
        assertEquals(StorageFailure.BROKEN, StorageFailure.of(misread));
        MVStoreException cutOff = new MVStoreException(DataUtils.ERROR_READING_FAILED, "Reading failed [2.4.240/1]");
        cutOff.initCause(new EOFException());

        MetDamage damage = new MetDamage();
        damage.note(misread);
        assertEquals("BufferUnderflowException", damage.what().orElseThrow());
        MetDamage other = new MetDamage();
        other.note(sql("General error [50000-240]", cutOff));
        assertEquals("EOFException", other.what().orElseThrow());
    }

    @Test
    void aMistakeOutsideTheReadersOfTheFileIsNoBrokenFile() {
        Exception ours = thrownIn("org.h2.command.Parser", new IndexOutOfBoundsException("7"));
        assertNull(StorageFailure.of(sql("General error [50000-240]", ours)));
    }

    private static Exception thrownIn(String type, Exception thrown) {
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("java.nio.Buffer", "nextGetIndex", "Buffer.java", 1),
            new StackTraceElement(type, "read", "Some.java", 1)
        });
        return thrown;
    }

    private static RuntimeException sql(String said, Exception cause) {
        return new UncategorizedSQLException("select", "select 1", new SQLException(said, cause));
    }
}
