package org.plumbline.server.account;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.stereotype.Component;

/**
 * The embedded database's file keeps the pages of erased rows until it is written anew. After somebody was erased it is, when
 * the server stops: nothing of them is left in the file then. On PostgreSQL that is the host's vacuum.
 */
@Component
public class ErasedPages implements SmartInitializingSingleton {
    /** Name of the embedded database's file in the data directory. */
    public static final String DATABASE_FILE = "plumbline.mv.db";

    private static final Logger LOG = LoggerFactory.getLogger(ErasedPages.class);
    private static final String SETTING = "erased_pages";

    /** Stands in the data directory while the file is written anew, and after that where this did not come to its end. */
    private static final String UNFINISHED = "rewriting-database";

    /** With what requests and sets may take before it, less than a service manager waits: docs/how-to/run-in-a-gym.md. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final DataSource database;
    private final Settings settings;
    private final Path file;
    private final Path unfinished;
    private final Duration patience;

    @Autowired
    ErasedPages(DataSource database, Settings settings, @Value("${plumbline.data-dir}") Path dataDirectory) {
        this(database, settings, dataDirectory, PATIENCE);
    }

    ErasedPages(DataSource database, Settings settings, Path dataDirectory, Duration patience) {
        this.database = database;
        this.settings = settings;
        this.file = dataDirectory.resolve(DATABASE_FILE);
        this.unfinished = dataDirectory.resolve(UNFINISHED);
        this.patience = patience;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (Files.exists(unfinished)) {
            remember();
        }
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
        if (hasRoom()) {
            defragmentInTime();
        } else {
            LOG.warn("After an erasure the database file is written anew, for which its disk has no room now."
                    + " It is tried at the next stop");
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

    /** Where the database does not come back from it, the server goes all the same, and the next one tries again. */
    private void defragmentInTime() {
        Thread writing = new Thread(this::tryToDefragment, "rewriting-database");
        writing.setDaemon(true);
        writing.start();
        try {
            writing.join(patience.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        if (writing.isAlive()) {
            LOG.warn(
                    "After an erasure the database file is written anew, which was not done after {} s. The server does not"
                            + " wait longer. It is tried at the next stop",
                    patience.toSeconds());
        }
    }

    private void tryToDefragment() {
        try {
            defragment();
        } catch (IOException | SQLException | RuntimeException failed) {
            LOG.warn(
                    "The database file could not be written anew after an erasure ({}). It is tried at the next stop",
                    NestedExceptionUtils.getMostSpecificCause(failed).toString());
        }
    }

    /** A connection of its own: the pool tells of each that its database is closed under. */
    private static DataSource beside(DataSource database) {
        return database instanceof HikariDataSource
                ? DataSourceBuilder.derivedFrom(database)
                        .type(SimpleDriverDataSource.class)
                        .build()
                : database;
    }

    private void defragment() throws IOException, SQLException {
        boolean written = false;
        try (Connection connection = beside(database).getConnection();
                Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                // the database is closed by it, so that this must be noted before; what is not done to its end, beside
                // it
                Files.writeString(unfinished, "");
                settings.put(SETTING, "no");
                statement.execute("shutdown defrag");
                written = true;
            }
        } catch (SQLException failed) {
            // a database that closed itself closes the connection too
            if (!written) {
                throw failed;
            }
        }
        Files.deleteIfExists(unfinished);
    }
}
