package org.plumbline.server.backup;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.EmbeddedDatabase;

/** The file of the embedded database: whether it can be read, and what to do where it cannot. */
public final class DatabaseFile {
    /** Where what waits for the database stands, and how its files end. */
    static final String SPOOL = "spool";

    private static final String SPOOL_FILES = "*.spool";

    /** Says, once, that an empty database is meant where one was. */
    public static final String BEGIN_ANEW = "--plumbline.begin-anew";

    /** Says, once, that an older state is meant where the newest is not whole. */
    private static final String GO_BACK = "--plumbline.go-back";

    /**
     * Who loses power loses what the system had not written yet, half a minute at most as Linux is by itself (vm.dirty_expire_centisecs),
     * while the head of the file may be written already.
     */
    private static final Duration LOST_WITH_POWER = Duration.ofMinutes(1);

    /** The same in states, where nothing was written for a while before: ten in a second for half a minute. */
    private static final long STATES_LOST_WITH_POWER = 300;

    private static final String REPLACE = "To put it in the place of that file, which is kept";

    private DatabaseFile() {}

    /** What whoever starts a server wants of its database. */
    public enum Wish {
        GO_ON,
        /** An empty one, though there was one. */
        BEGIN_ANEW,
        /** An older state, where the newest is not whole. */
        GO_BACK
    }

    /**
     * What is to be said of a file before it is opened for writing.
     *
     * @param refusal why it must not be; empty where it may
     * @param remark what whoever starts a server with it should know
     * @param goesBack whether it would go on from an older state than the file says it has
     */
    public record Standing(Optional<String> refusal, Optional<String> remark, boolean goesBack) {
        private static Standing refused(String why) {
            return new Standing(Optional.of(why), Optional.empty(), false);
        }
    }

    /**
     * Whether to go on with this file would go wrong: the database would take it for a new one, go back to an older state of it, or
     * make a new one where one was. Nothing is changed by asking.
     *
     * @param hadDatabase whether a server ran here with a database of its own
     */
    public static Standing look(Path dataDirectory, @Nullable String backups, Wish wish, boolean hadDatabase) {
        Path file = dataDirectory.resolve(EmbeddedCopy.FILE);
        try {
            boolean expected = wish != Wish.BEGIN_ANEW && (hadDatabase || isUsed(dataDirectory, backups));
            if (!Files.exists(file)) {
                return expected
                        ? Standing.refused(missing(dataDirectory, backups))
                        : new Standing(Optional.empty(), Optional.empty(), false);
            }
            Optional<DatabaseFileProbe.Found> found = DatabaseFileProbe.look(file);
            if (expected && found.filter(it -> !it.hasTables()).isPresent()) {
                return Standing.refused(untouched(dataDirectory, backups, "it holds none of what a server keeps"));
            }
            boolean isOlder = found.filter(it -> !it.whole()).isPresent();
            Instant written = Files.getLastModifiedTime(file).toInstant();
            if (isOlder && wish != Wish.GO_BACK && !lostPower(found.orElseThrow(), written)) {
                return Standing.refused(untouched(dataDirectory, backups, DatabaseFileProbe.cutShort(Files.size(file)))
                        + orBack(found.flatMap(DatabaseFileProbe.Found::until)));
            }
            return new Standing(
                    Optional.empty(),
                    found.filter(it -> !it.inOrder() || isOlder)
                            .flatMap(DatabaseFileProbe.Found::until)
                            .map(until -> notClosed(file, until)),
                    isOlder);
        } catch (DatabaseFileProbe.UnreadableFileException unreadable) {
            return Standing.refused(untouched(dataDirectory, backups, String.valueOf(unreadable.getMessage())));
        } catch (IOException unreadable) {
            return Standing.refused(untouched(dataDirectory, backups, EmbeddedDatabase.firstWords(unreadable)));
        }
    }

    /** Whether no more is lost than a machine loses that is switched off: a file that was cut later was written to later. */
    static boolean lostPower(DatabaseFileProbe.Found found, Instant written) {
        return !found.inOrder()
                && (found.lost() <= STATES_LOST_WITH_POWER
                        || found.until()
                                .map(until -> Duration.between(until, written).abs())
                                .filter(gap -> gap.compareTo(LOST_WITH_POWER) <= 0)
                                .isPresent());
    }

    private static String orBack(Optional<Instant> until) {
        return until.map(moment -> " Or go on with what is whole in it, as of " + moment + ": start once with "
                        + GO_BACK + "=true . The file as it is is kept beside it.")
                .orElse("");
    }

    /**
     * Keeps the file as it is beside itself.
     *
     * @return the copy
     */
    public static Path keep(Path dataDirectory, Clock clock) throws IOException {
        Path kept = dataDirectory.resolve(Restore.replacedName(clock));
        return Files.copy(dataDirectory.resolve(EmbeddedCopy.FILE), kept);
    }

    private static String notClosed(Path file, Instant until) {
        return "The database file " + file
                + " was not closed in order: the server was killed or lost its power, or the file comes from"
                + " a backup. It goes on from " + until
                + ", when it was last written. If there was more, the file lost its"
                + " end meanwhile";
    }

    /** Makes an empty database where there is none, so that whoever opens it from then on can ask for one that is there. */
    public static void makeIfMissing(Path dataDirectory, String url) {
        if (isThere(dataDirectory)) {
            return;
        }
        try {
            DriverManager.getConnection(url).close();
        } catch (SQLException failed) {
            throw new IllegalStateException("No database could be made in " + dataDirectory, failed);
        }
    }

    private static boolean isThere(Path dataDirectory) {
        return Files.exists(dataDirectory.resolve(EmbeddedCopy.FILE));
    }

    /** Whether something stands here that only a server with a database leaves: backups of it, samples that wait for it, a list of those who were erased from it. */
    private static boolean isUsed(Path dataDirectory, @Nullable String backups) throws IOException {
        return BackupFolder.in(dataDirectory, backups).newest().isPresent()
                || holds(dataDirectory.resolve(SPOOL), SPOOL_FILES)
                || Files.exists(dataDirectory.resolve(ErasedPeople.LIST));
    }

    private static boolean holds(Path folder, String names) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, names)) {
            return found.iterator().hasNext();
        }
    }

    private static String missing(Path dataDirectory, @Nullable String backups) {
        return "There is no database file " + dataDirectory.resolve(EmbeddedCopy.FILE)
                + ", though this data directory was used before. Nothing was changed. If it is on a disk that is not"
                + " mounted, or was moved, put it back there. " + wayOut(dataDirectory, backups, "To put it back")
                + " To begin anew with an empty database, start once with " + BEGIN_ANEW + "=true .";
    }

    /** What to tell the person whose server runs with a file that is broken. */
    static String broken(Path dataDirectory, @Nullable String backups, String why) {
        return "The database file " + dataDirectory.resolve(EmbeddedCopy.FILE) + " is broken (" + why
                + "). Stop the server. " + wayOut(dataDirectory, backups, REPLACE);
    }

    /** What to tell the person whose server runs with a file that is not at its place any more. */
    static String gone(Path dataDirectory) {
        String directory = " --data-dir " + dataDirectory;
        return "The database file " + dataDirectory.resolve(EmbeddedCopy.FILE)
                + " was moved away, deleted or replaced while the server runs. The server goes on with the one it opened, of"
                + " which nothing is left when it stops. Before you stop it, make a backup: java -jar server.jar backup"
                + directory + " . Then stop it, and put that backup back: java -jar server.jar restore" + directory
                + " FILE";
    }

    /** What to tell the person of a start that failed, where it is the file that cannot be read. */
    public static Optional<String> explain(Throwable failure, Path dataDirectory, @Nullable String backups) {
        return EmbeddedDatabase.unopened(failure)
                .map(cause -> unreadable(dataDirectory, EmbeddedDatabase.firstWords(cause), "")
                        + waysOut(dataDirectory, backups));
    }

    private static String untouched(Path dataDirectory, @Nullable String backups, String why) {
        return unreadable(dataDirectory, why, "Nothing was changed. ") + waysOut(dataDirectory, backups);
    }

    private static String unreadable(Path dataDirectory, String why, String changed) {
        return "The database file " + dataDirectory.resolve(EmbeddedCopy.FILE) + " cannot be read (" + why + "). "
                + changed;
    }

    private static String waysOut(Path dataDirectory, @Nullable String backups) {
        return wayOut(dataDirectory, backups, REPLACE) + " To begin anew, move that file away and start once with "
                + BEGIN_ANEW + "=true .";
    }

    private static String wayOut(Path dataDirectory, @Nullable String backups, String toDoWhat) {
        BackupFolder folder = BackupFolder.in(dataDirectory, backups);
        try {
            Optional<BackupFolder.Backup> newest = folder.newest();
            if (newest.isPresent()) {
                return "The newest backup is " + newest.get().file() + ", made at "
                        + newest.get().madeAt() + ". " + toDoWhat + ": java -jar server.jar restore --data-dir "
                        + dataDirectory + " " + newest.get().file() + " .";
            }
        } catch (IOException unreadable) {
            // as if there were none
        }
        return "There is no backup in " + folder.path()
                + ". If you have one elsewhere: java -jar server.jar restore --data-dir " + dataDirectory
                + " FILE .";
    }
}
