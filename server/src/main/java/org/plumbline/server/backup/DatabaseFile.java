package org.plumbline.server.backup;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file of the embedded database: whether it can be read, and what to do where it cannot. */
public final class DatabaseFile {
    /** Codes of H2: a general error of its store, an error of the file, it is corrupt, it cannot be read or written. */
    private static final Set<Integer> UNREADABLE = Set.of(50000, 90028, 90030, 90031, 90048, 90098);

    private static final String STORE = "org.h2.mvstore";

    /** Says, once, that an empty database is meant where one was. */
    public static final String BEGIN_ANEW = "--plumbline.begin-anew";

    private static final String REPLACE = "To put it in the place of that file, which is kept";

    private DatabaseFile() {}

    /**
     * Why a start with this file would go wrong, where that can be told before: the database would take it for a new one, or make
     * a new one where one was.
     *
     * @param mustBeThere whether a database that was here must be here still
     * @param hadDatabase whether a server ran here with a database of its own
     */
    public static Optional<String> refuse(
            Path dataDirectory, @Nullable String backups, boolean mustBeThere, boolean hadDatabase) {
        Path file = dataDirectory.resolve(EmbeddedCopy.FILE);
        try {
            if (!Files.exists(file)) {
                return mustBeThere && (hadDatabase || isUsed(dataDirectory))
                        ? Optional.of(missing(dataDirectory, backups))
                        : Optional.empty();
            }
            return Files.size(file) == 0
                    ? Optional.of(sentence(dataDirectory, backups, "it is empty"))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.of(sentence(dataDirectory, backups, String.valueOf(unreadable.getMessage())));
        }
    }

    public static boolean isThere(Path dataDirectory) {
        return Files.exists(dataDirectory.resolve(EmbeddedCopy.FILE));
    }

    /** Whether something stands here that only a server with a database leaves: backups of it, or samples that wait for it. */
    private static boolean isUsed(Path dataDirectory) throws IOException {
        return new BackupFolder(dataDirectory.resolve("backups")).newest().isPresent()
                || holds(dataDirectory.resolve("spool"), "*.spool");
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
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean ofTheFile = (cause instanceof SQLException said && UNREADABLE.contains(said.getErrorCode()))
                    || cause.getClass().getName().startsWith(STORE);
            if (ofTheFile) {
                String why =
                        String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
                return Optional.of(sentence(dataDirectory, backups, why));
            }
        }
        return Optional.empty();
    }

    private static String sentence(Path dataDirectory, @Nullable String backups, String why) {
        Path file = dataDirectory.resolve(EmbeddedCopy.FILE);
        return "The database file " + file + " cannot be read (" + why + "). Nothing was changed. "
                + wayOut(dataDirectory, backups, REPLACE)
                + " To begin anew, move that file away and start once with " + BEGIN_ANEW + "=true .";
    }

    private static String wayOut(Path dataDirectory, @Nullable String backups, String toDoWhat) {
        Path folder = backups == null ? dataDirectory.resolve("backups") : Path.of(backups);
        try {
            Optional<BackupFolder.Backup> newest = new BackupFolder(folder).newest();
            if (newest.isPresent()) {
                return "The newest backup is " + newest.get().file() + ", made at "
                        + newest.get().madeAt() + ". " + toDoWhat + ": java -jar server.jar restore --data-dir "
                        + dataDirectory + " " + newest.get().file() + " .";
            }
        } catch (IOException unreadable) {
            // as if there were none
        }
        return "There is no backup in " + folder
                + ". If you have one elsewhere: java -jar server.jar restore --data-dir " + dataDirectory
                + " FILE .";
    }
}
