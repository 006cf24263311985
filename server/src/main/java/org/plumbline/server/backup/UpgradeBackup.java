package org.plumbline.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.storage.EmbeddedDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The backup that is made before a newer Plumbline changes the embedded database. Each step of a change stands as soon as it is done,
 * so a server that is killed between two of them leaves a database that neither version knows.
 */
public final class UpgradeBackup {
    /** While a change goes on this file in the data directory says which backup was made before it. */
    private static final String NOTE = "upgrading";

    private static final Logger LOG = LoggerFactory.getLogger(UpgradeBackup.class);

    private final Path dataDirectory;
    private final @Nullable String backups;

    public UpgradeBackup(Path dataDirectory, @Nullable String backups) {
        this.dataDirectory = dataDirectory;
        this.backups = backups;
    }

    /**
     * Makes it, but where an earlier start was broken off: the database is between two versions then, and its backup is there.
     *
     * @throws IOException where it cannot be made; nothing was changed
     */
    public void make(DataSource database, Clock clock) throws IOException {
        if (noted().isPresent()) {
            return;
        }
        LOG.info("The database is of an earlier Plumbline: a backup is made before it is changed");
        Path name =
                BackupFolder.in(dataDirectory, backups).nameFor(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        try (Connection connection = database.getConnection()) {
            EmbeddedCopy.make(connection, name);
        } catch (SQLException failed) {
            throw new IOException(EmbeddedDatabase.firstWords(failed), failed);
        }
        Files.writeString(note(), name.toString());
    }

    /** The change is done. */
    public void done() throws IOException {
        forget(dataDirectory);
    }

    /** What to tell the person whose database could not be changed. */
    public String wayOut() {
        DatabaseFileAdvice advice = new DatabaseFileAdvice(dataDirectory, backups);
        return noted().map(advice::beforeUpgrade).orElseGet(() -> advice.wayOut(DatabaseFileAdvice.REPLACE));
    }

    /** The database that was being changed is another one's now. */
    static void forget(Path dataDirectory) throws IOException {
        Files.deleteIfExists(dataDirectory.resolve(NOTE));
    }

    /** The backup of a change that was broken off, as long as it stands. */
    private Optional<Path> noted() {
        try {
            return Optional.of(Path.of(Files.readString(note()).strip())).filter(Files::isRegularFile);
        } catch (IOException | InvalidPathException none) {
            return Optional.empty();
        }
    }

    private Path note() {
        return dataDirectory.resolve(NOTE);
    }
}
