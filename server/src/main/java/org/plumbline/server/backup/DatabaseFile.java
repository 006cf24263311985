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
import org.plumbline.server.storage.DiskRoom;
import org.plumbline.server.storage.EmbeddedDatabase;
import org.plumbline.server.storage.FullDisk;

/** The file of the embedded database: whether it can be read, and what to do where it cannot. */
public final class DatabaseFile {
    /** Where what waits for the database stands, and how its files end. */
    static final String SPOOL = "spool";

    private static final String SPOOL_FILES = "*.spool";

    /** Says, once, that an empty database is meant where one was. */
    public static final String BEGIN_ANEW = "--plumbline.begin-anew";

    /** Stands in the data directory while a first start makes its tables. */
    private static final String BEGINNING = "beginning";

    /** A file that a first start left when it was killed amid that is far smaller, B. */
    private static final long MOST_OF_A_FIRST_START = 4L << 20;

    /** Says, once, that an older state is meant where the newest is not whole. */
    static final String GO_BACK = "--plumbline.go-back";

    /**
     * Who loses power loses what the system had not written yet, half a minute at most as Linux is by itself (vm.dirty_expire_centisecs),
     * while the head of the file may be written already.
     */
    private static final Duration LOST_WITH_POWER = Duration.ofMinutes(1);

    /** The same in states, where nothing was written for a while before: ten in a second for half a minute. */
    private static final long STATES_LOST_WITH_POWER = 300;

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
        private static final Standing NOTHING_TO_SAY =
                new Standing(Optional.empty(), Optional.empty(), Optional.empty(), false);

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
        DatabaseFileAdvice advice = new DatabaseFileAdvice(dataDirectory, backups);
        try {
            boolean expected = wish != Wish.BEGIN_ANEW && (hadDatabase || isUsed(dataDirectory, backups));
            if (!Files.exists(file)) {
                return expected ? Standing.refused(advice.missing()) : Standing.NOTHING_TO_SAY;
            }
            if (!Files.isRegularFile(file)) {
                return Standing.refused(advice.untouched("it is no file"));
            }
            if (wish == Wish.GO_ON && !expected && Files.exists(beginning(dataDirectory)) && isBrokenOff(file)) {
                return new Standing(Optional.empty(), Optional.empty(), Optional.empty(), true);
            }
            DatabaseFileProbe.Found found = DatabaseFileProbe.look(file).orElse(null);
            if (found == null) {
                // another program has it open, which whoever opens it is told
                return Standing.NOTHING_TO_SAY;
            }
            if (expected && !found.hasTables()) {
                return Standing.refused(advice.untouched("it holds none of what a server keeps"));
            }
            return found.whole() ? whole(found, advice) : older(file, found, wish, advice);
        } catch (DatabaseFileProbe.UnreadableFileException unreadable) {
            return Standing.refused(advice.untouched(String.valueOf(unreadable.getMessage())));
        } catch (IOException unreadable) {
            return Standing.refused(advice.untouched(EmbeddedDatabase.firstWords(unreadable)));
        }
    }

    private static Standing whole(DatabaseFileProbe.Found found, DatabaseFileAdvice advice) {
        Optional<String> remark =
                found.inOrder() ? Optional.empty() : found.until().map(advice::notClosed);
        return new Standing(Optional.empty(), remark, Optional.empty(), false);
    }

    private static Standing older(Path file, DatabaseFileProbe.Found found, Wish wish, DatabaseFileAdvice advice)
            throws IOException {
        Instant written = Files.getLastModifiedTime(file).toInstant();
        Instant until = found.until().orElse(written);
        EmbeddedCopy.Content content = content(file).orElse(null);
        if (content != null && lostPower(found, written)) {
            return new Standing(Optional.empty(), Optional.of(advice.notClosed(until)), Optional.of(until), false);
        }
        if (content != null && wish == Wish.GO_BACK) {
            return new Standing(Optional.empty(), Optional.of(advice.wentBack(until)), Optional.of(until), false);
        }
        return Standing.refused(advice.untouched(DatabaseFileProbe.cutShort(Files.size(file)))
                + (content == null ? "" : advice.orBack(until, content)));
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

    /**
     * Makes an empty database where there is none, so that whoever opens it from then on can ask for one that is there. That its tables
     * are being made is noted until {@link #begun}: a file of another place that is broken is not taken for one that was begun here.
     */
    public static void makeIfMissing(Path dataDirectory, String url) {
        if (isThere(dataDirectory)) {
            return;
        }
        try {
            Files.writeString(beginning(dataDirectory), "");
            DriverManager.getConnection(url).close();
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException("No database could be made in " + dataDirectory, failed);
        }
    }

    /** The first start has made its tables. */
    public static void begun(Path dataDirectory) {
        try {
            Files.deleteIfExists(beginning(dataDirectory));
        } catch (IOException stays) {
            // that a database was made is noted elsewhere, and counts for more
        }
    }

    private static Path beginning(Path dataDirectory) {
        return dataDirectory.resolve(BEGINNING);
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

    /** What to tell the person of a start that failed, where it is the disk that takes nothing, or the file that cannot be read. */
    public static Optional<String> explain(Throwable failure, Path dataDirectory, @Nullable String backups) {
        DatabaseFileAdvice advice = new DatabaseFileAdvice(dataDirectory, backups);
        // a database that could not write closes itself, and says no more than that it is closed
        return EmbeddedDatabase.causes(failure)
                .filter(FullDisk::isNoRoom)
                .findFirst()
                .or(() -> DiskRoom.refusal(dataDirectory))
                .map(refused -> advice.noRoom(EmbeddedDatabase.firstWords(refused)))
                .or(() -> EmbeddedDatabase.unopened(failure)
                        .map(cause -> advice.unreadable(EmbeddedDatabase.firstWords(cause))));
    }
}
