package org.plumbline.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

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

    private static RuntimeException sql(String said, Exception cause) {
        return new UncategorizedSQLException("select", "select 1", new SQLException(said, cause));
    }
}
