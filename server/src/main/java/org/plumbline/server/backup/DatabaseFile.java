package org.plumbline.server.backup;

import java.io.IOException;
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

    private DatabaseFile() {}

    /** Why a start with this file would go wrong, where that can be told before: the database would take it for a new one. */
    public static Optional<String> refuse(Path dataDirectory, @Nullable String backups) {
        Path file = dataDirectory.resolve(EmbeddedCopy.FILE);
        try {
            return Files.exists(file) && Files.size(file) == 0
                    ? Optional.of(sentence(dataDirectory, backups, "it is empty"))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.of(sentence(dataDirectory, backups, String.valueOf(unreadable.getMessage())));
        }
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
                + wayOut(dataDirectory, backups);
    }

    private static String wayOut(Path dataDirectory, @Nullable String backups) {
        Path folder = backups == null ? dataDirectory.resolve("backups") : Path.of(backups);
        try {
            Optional<BackupFolder.Backup> newest = new BackupFolder(folder).newest();
            if (newest.isPresent()) {
                return "The newest backup is " + newest.get().file() + ", made at "
                        + newest.get().madeAt() + ". To put it in the place of that file, which is kept:"
                        + " java -jar server.jar restore --data-dir " + dataDirectory + " "
                        + newest.get().file();
            }
        } catch (IOException unreadable) {
            // as if there were none
        }
        return "There is no backup in " + folder
                + ". If you have one elsewhere: java -jar server.jar restore --data-dir " + dataDirectory
                + " FILE . To begin anew, move that file away.";
    }
}
