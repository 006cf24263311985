package org.plumbline.server.backup;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.plumbline.server.account.PutBack;
import org.plumbline.server.storage.EmbeddedDatabase;

/** Backups of a server that is stopped: made and put back by commands. */
public final class Restore {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    /** How the folder begins in which a backup is tried. */
    private static final String TRIED = ".restore";

    private Restore() {}

    /** Deletes what a restore left that was killed: a whole copy of the database. */
    public static void clearLeftovers(Path dataDirectory) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(dataDirectory, TRIED + "*")) {
            left.forEach(EmbeddedCopy::discard);
        } catch (IOException stays) {
            // it is in nobody's way
        }
    }

    /** A backup that cannot be put back. The message says why. */
    public static final class UnusableBackupException extends Exception {
        private static final long serialVersionUID = 1L;

        UnusableBackupException(String message) {
            super(message);
        }
    }

    /**
     * What was done.
     *
     * @param people people in the database that was put back
     * @param sets sets in it
     * @param madeAt when the backup was made
     * @param tokens keys of programs in it, which reach nothing any more
     * @param compared whether a checksum said that it is the file that was made
     * @param replaced where what stood before is kept, empty where nothing stood
     */
    public record Restored(
            long people, long sets, Instant madeAt, int tokens, boolean compared, Optional<Path> replaced) {}

    /**
     * Checks a backup, and only then puts it in the place of the database, which is kept beside it. Links and keys of it are ended
     * before it stands there.
     *
     * @param dataDirectory of a server that does not run
     * @throws UnusableBackupException where it is not whole or none; nothing was touched
     */
    public static Restored restore(Path backup, Path dataDirectory, Clock clock)
            throws IOException, UnusableBackupException {
        if (!Files.isRegularFile(backup)) {
            throw new UnusableBackupException(
                    backup + (Files.isDirectory(backup) ? " is a folder: name a file in it" : " is not there"));
        }
        boolean compared = BackupFolder.checksumBeside(backup).isPresent();
        if (!BackupFolder.isWhole(backup)) {
            throw new UnusableBackupException(backup + " does not match its checksum");
        }
        clearLeftovers(dataDirectory);
        Path tried = Files.createTempDirectory(dataDirectory, TRIED);
        try {
            Path file = tried.resolve(EmbeddedCopy.FILE);
            EmbeddedCopy.Content content;
            int tokens;
            Instant madeAt;
            try {
                EmbeddedCopy.Tried whole = EmbeddedCopy.tryOut(backup, file);
                content = whole.content();
                madeAt = BackupFolder.madeAt(backup).orElse(whole.writtenAt());
                tokens = OldRights.end(file, new PutBack(madeAt, clock.instant().truncatedTo(ChronoUnit.SECONDS)));
            } catch (IOException | SQLException unreadable) {
                throw new UnusableBackupException(
                        backup + " is no backup that can be read: " + EmbeddedDatabase.firstWords(unreadable));
            }
            Optional<Path> replaced = setAside(dataDirectory, clock);
            EmbeddedCopy.move(file, dataDirectory.resolve(EmbeddedCopy.FILE));
            UpgradeBackup.forget(dataDirectory);
            return new Restored(content.people(), content.sets(), madeAt, tokens, compared, replaced);
        } finally {
            EmbeddedCopy.discard(tried);
        }
    }

    /** What waited for the database that is replaced belongs to it. */
    private static Optional<Path> setAside(Path dataDirectory, Clock clock) throws IOException {
        String moment = MOMENT.format(clock.instant().atOffset(ZoneOffset.UTC));
        Path spool = dataDirectory.resolve(DatabaseFile.SPOOL);
        if (Files.isDirectory(spool)) {
            EmbeddedCopy.move(spool, dataDirectory.resolve(DatabaseFile.SPOOL + "-replaced-" + moment));
        }
        Path standing = dataDirectory.resolve(EmbeddedCopy.FILE);
        if (!Files.exists(standing)) {
            return Optional.empty();
        }
        Path replaced = dataDirectory.resolve(replacedName(moment));
        EmbeddedCopy.move(standing, replaced);
        return Optional.of(replaced);
    }

    /** Name of a database file that another one takes the place of. */
    static String replacedName(Clock clock) {
        return replacedName(MOMENT.format(clock.instant().atOffset(ZoneOffset.UTC)));
    }

    private static String replacedName(String moment) {
        return "plumbline-replaced-" + moment + ".mv.db";
    }

    /**
     * Makes a backup of a server that does not run.
     *
     * @param name where, or empty for a place among the others
     */
    public static Path backup(String databaseUrl, Path dataDirectory, Optional<Path> name, Clock clock)
            throws IOException, UnusableBackupException {
        if (!Files.isRegularFile(dataDirectory.resolve(EmbeddedCopy.FILE))) {
            throw new UnusableBackupException("there is no database in " + dataDirectory);
        }
        Path target = name.orElseGet(() -> BackupFolder.in(dataDirectory, null).nameFor(clock.instant()));
        try (Connection connection = DriverManager.getConnection(databaseUrl)) {
            EmbeddedCopy.make(connection, target);
        } catch (SQLException unreadable) {
            throw new UnusableBackupException(
                    "the database cannot be read: " + EmbeddedDatabase.firstWords(unreadable));
        }
        return target;
    }
}
