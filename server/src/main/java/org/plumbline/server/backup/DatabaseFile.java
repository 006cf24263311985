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
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.PutBack;
import org.plumbline.server.web.EmbeddedDatabase;

/** The file of the embedded database: whether it can be read, and what to do where it cannot. */
public final class DatabaseFile {
    /** Where what waits for the database stands, and how its files end. */
    static final String SPOOL = "spool";

    private static final String SPOOL_FILES = "*.spool";

    /** Says, once, that an empty database is meant where one was. */
    public static final String BEGIN_ANEW = "--plumbline.begin-anew";

    /** A file that a first start left when it was killed amid making its tables is far smaller, B. */
    private static final long MOST_OF_A_FIRST_START = 4L << 20;

    /** Says, once, that an older state is meant where the newest is not whole. */
    private static final String GO_BACK = "--plumbline.go-back";

    /**
     * Who loses power loses what the system had not written yet, half a minute at most as Linux is by itself (vm.dirty_expire_centisecs),
     * while the head of the file may be written already.
     */
    private static final Duration LOST_WITH_POWER = Duration.ofMinutes(1);

    /** The same in states, where nothing was written for a while before: ten in a second for half a minute. */
    private static final long STATES_LOST_WITH_POWER = 300;

    static final String REPLACE = "To put it in the place of that file, which is kept";

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
     * @param goesBack since when it would go on from an older state than the file says it has; empty where from the newest
     * @param beginsAnew whether the first start here was broken off before anybody was in it
     */
    public record Standing(
            Optional<String> refusal, Optional<String> remark, Optional<Instant> goesBack, boolean beginsAnew) {
        private static final Standing NEW = new Standing(Optional.empty(), Optional.empty(), Optional.empty(), false);

        private static Standing refused(String why) {
            return new Standing(Optional.of(why), Optional.empty(), Optional.empty(), false);
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
                return expected ? Standing.refused(missing(dataDirectory, backups)) : Standing.NEW;
            }
            if (wish == Wish.GO_ON && !expected && isBrokenOff(file)) {
                return new Standing(Optional.empty(), Optional.empty(), Optional.empty(), true);
            }
            Optional<DatabaseFileProbe.Found> found = DatabaseFileProbe.look(file);
            if (expected && found.filter(it -> !it.hasTables()).isPresent()) {
                return Standing.refused(untouched(dataDirectory, backups, "it holds none of what a server keeps"));
            }
            return found.map(it -> it.whole() ? whole(file, it) : older(dataDirectory, backups, wish, it))
                    .orElse(Standing.NEW);
        } catch (DatabaseFileProbe.UnreadableFileException unreadable) {
            return Standing.refused(untouched(dataDirectory, backups, String.valueOf(unreadable.getMessage())));
        } catch (IOException unreadable) {
            return Standing.refused(untouched(dataDirectory, backups, EmbeddedDatabase.firstWords(unreadable)));
        }
    }

    private static Standing whole(Path file, DatabaseFileProbe.Found found) {
        Optional<String> remark =
                found.inOrder() ? Optional.empty() : found.until().map(until -> notClosed(file, until));
        return new Standing(Optional.empty(), remark, Optional.empty(), false);
    }

    private static Standing older(
            Path dataDirectory, @Nullable String backups, Wish wish, DatabaseFileProbe.Found found) {
        Path file = dataDirectory.resolve(EmbeddedCopy.FILE);
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            Optional<EmbeddedCopy.Content> content = content(file);
            Instant until = found.until().orElse(written);
            if (content.isPresent() && lostPower(found, written)) {
                return new Standing(Optional.empty(), Optional.of(notClosed(file, until)), Optional.of(until), false);
            }
            if (content.isPresent() && wish == Wish.GO_BACK) {
                String said = "The database file " + file + " goes on as of " + until
                        + ", as was asked for: what was written after that is missing";
                return new Standing(Optional.empty(), Optional.of(said), Optional.of(until), false);
            }
            return Standing.refused(untouched(dataDirectory, backups, DatabaseFileProbe.cutShort(Files.size(file)))
                    + content.map(whole -> orBack(until, whole)).orElse(""));
        } catch (IOException unreadable) {
            return Standing.refused(untouched(dataDirectory, backups, EmbeddedDatabase.firstWords(unreadable)));
        }
    }

    /** What would be gone on with; empty where it cannot be read, or nobody and nothing is in it. */
    private static Optional<EmbeddedCopy.Content> content(Path file) {
        try {
            return Optional.of(EmbeddedCopy.read(file)).filter(content -> content.people() + content.sets() > 0);
        } catch (SQLException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether nobody is in it, and it is no larger than what a first start leaves that was killed. */
    private static boolean isBrokenOff(Path file) throws IOException {
        return Files.size(file) <= MOST_OF_A_FIRST_START && content(file).isEmpty();
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

    private static String orBack(Instant until, EmbeddedCopy.Content content) {
        return " Or go on with what is whole in it, as of " + until + ", with " + content.people() + " people and "
                + content.sets() + " sets: start once with " + GO_BACK
                + "=true . The file as it is is kept beside it.";
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

    /** Puts the file aside, so that another one is made. */
    public static Path putAside(Path dataDirectory, Clock clock) throws IOException {
        Path kept = dataDirectory.resolve(Restore.replacedName(clock));
        return Files.move(dataDirectory.resolve(EmbeddedCopy.FILE), kept);
    }

    /** Ends the links and keys of an older state, as where a backup is put back. */
    public static void endOldRights(Path dataDirectory, Instant until, Clock clock) throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            OldRights.end(
                    dataDirectory.resolve(EmbeddedCopy.FILE), new PutBack(until.truncatedTo(ChronoUnit.SECONDS), now));
        } catch (SQLException failed) {
            throw new IOException(EmbeddedDatabase.firstWords(failed), failed);
        }
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

    static String wayOut(Path dataDirectory, @Nullable String backups, String toDoWhat) {
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
