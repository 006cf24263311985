package org.plumbline.server.account;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * The embedded database's file keeps the pages of erased rows until it is written anew. After somebody was erased it is, when
 * the server stops: nothing of them is left in the file then. On PostgreSQL that is the host's vacuum.
 */
@Component
public class ErasedPages {
    /** Name of the embedded database's file in the data directory. */
    public static final String DATABASE_FILE = "plumbline.mv.db";

    private static final Logger LOG = LoggerFactory.getLogger(ErasedPages.class);
    private static final String SETTING = "erased_pages";

    private final DataSource database;
    private final Settings settings;
    private final Path file;

    ErasedPages(DataSource database, Settings settings, @Value("${plumbline.data-dir}") Path dataDirectory) {
        this.database = database;
        this.settings = settings;
        this.file = dataDirectory.resolve(DATABASE_FILE);
    }

    /** Somebody was erased: the file is to be written anew, even if the server is killed before it stops. */
    void remember() {
        settings.put(SETTING, "yes");
    }

    @PreDestroy
    void write() {
        try {
            if (settings.get(SETTING).filter("yes"::equals).isEmpty()) {
                return;
            }
        } catch (RuntimeException silent) {
            // it stands there for the next stop, and whoever looks after the server knows that the database does not
            // answer
            LOG.debug("Whether the database file is to be written anew is not known", silent);
            return;
        }
        try {
            if (hasRoom()) {
                defragment();
            } else {
                LOG.warn("After an erasure the database file is written anew, for which its disk has no room now."
                        + " It is tried at the next stop");
            }
        } catch (SQLException | RuntimeException failed) {
            LOG.warn(
                    "The database file could not be written anew after an erasure ({}). It is tried at the next stop",
                    NestedExceptionUtils.getMostSpecificCause(failed).toString());
        }
    }

    /** A copy is written beside it. Begun without room, it would be noted as done. */
    private boolean hasRoom() {
        try {
            return !Files.exists(file) || Files.getFileStore(file).getUsableSpace() > Files.size(file);
        } catch (IOException unknown) {
            return true;
        }
    }

    private void defragment() throws SQLException {
        boolean written = false;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                // the database is closed by it, so that this must be noted before
                settings.put(SETTING, "no");
                statement.execute("shutdown defrag");
                written = true;
            }
        } catch (SQLException failed) {
            // a database that closed itself closes the connection too, which the pool takes for a failure
            if (!written) {
                remember();
                throw failed;
            }
        }
    }
}
