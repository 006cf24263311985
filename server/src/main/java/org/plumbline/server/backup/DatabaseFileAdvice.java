package org.plumbline.server.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What to tell the person whose database file is not as it was left, and what can be done: the one place of these sentences. */
final class DatabaseFileAdvice {
    static final String REPLACE = "To put it in the place of that file, which is kept";

    private final Path dataDirectory;
    private final Path file;
    private final @Nullable String backups;

    /** @param backups where backups stand, or null where nothing else is said */
    DatabaseFileAdvice(Path dataDirectory, @Nullable String backups) {
        this.dataDirectory = dataDirectory;
        this.file = dataDirectory.resolve(EmbeddedCopy.FILE);
        this.backups = backups;
    }

    /** Where a file is not there that was. */
    String missing() {
        return "There is no database file " + file
                + ", though this data directory was used before. Nothing was changed. If it is on a disk that is not"
                + " mounted, or was moved, put it back there. " + wayOut("To put it back")
                + " To begin anew with an empty database, start once with " + DatabaseFile.BEGIN_ANEW + "=true .";
    }

    /** Where it breaks while the server runs. */
    String broken(String why) {
        return "The database file " + file + " is broken (" + why + "). Stop the server. " + wayOut(REPLACE);
    }

    /** Where it goes while the server runs. */
    String gone() {
        return "The database file " + file
                + " was moved away, deleted or replaced while the server runs. The server goes on with the one it opened, of"
                + " which nothing is left when it stops. Before you stop it, make a backup: java -jar server.jar backup"
                + " --data-dir " + dataDirectory + " . Then stop it, and put that backup back: " + restoring("FILE");
    }

    /** Where it could not be written as the server started. */
    String noRoom(String why) {
        return "The disk of the data directory takes nothing (" + why + "): " + dataDirectory
                + ". Nothing is wrong with the database file, and nothing has to be put back. Make room, then start again.";
    }

    /** Where it was opened, and could not be read. */
    String unreadable(String why) {
        return unreadable(why, "") + waysOut();
    }

    /** Where it was looked at, and is not opened. */
    String untouched(String why) {
        return unreadable(why, "Nothing was changed. ") + waysOut();
    }

    /** Where it goes on, and was not closed. */
    String notClosed(Instant until) {
        return "The database file " + file
                + " was not closed in order: the server was killed or lost its power, or the file comes from"
                + " a backup. It goes on from " + until
                + ", when it was last written. If there was more, the file lost its"
                + " end meanwhile";
    }

    /** Where it goes on from an older state, for that was asked for. */
    String wentBack(Instant until) {
        return "The database file " + file + " goes on as of " + until
                + ", as was asked for: what was written after that is missing";
    }

    /** What else can be done where an older state is whole. */
    String orBack(Instant until, EmbeddedCopy.Content content) {
        return " Or go on with what is whole in it, as of " + until + ", with " + content.people() + " people and "
                + content.sets() + " sets: start once with " + DatabaseFile.GO_BACK
                + "=true . The file as it is is kept beside it.";
    }

    /** Which backup there is, and how it is put back. */
    String wayOut(String toDoWhat) {
        BackupFolder folder = BackupFolder.in(dataDirectory, backups);
        try {
            Optional<BackupFolder.Backup> newest = folder.newest();
            if (newest.isPresent()) {
                return "The newest backup is " + newest.get().file() + ", made at "
                        + newest.get().madeAt() + ". " + toDoWhat + ": "
                        + restoring(newest.get().file().toString()) + " .";
            }
        } catch (IOException unreadable) {
            // as if there were none
        }
        return "There is no backup in " + folder.path() + ". If you have one elsewhere: " + restoring("FILE") + " .";
    }

    /** Where a change of it to a newer version was broken off. */
    String beforeUpgrade(Path backup) {
        return "The backup made before the first step is " + backup + ". " + REPLACE + ": "
                + restoring(backup.toString()) + " . Then start again.";
    }

    /** The command that puts a backup back. */
    private String restoring(String backup) {
        return "java -jar server.jar restore --data-dir " + dataDirectory + " " + backup;
    }

    private String unreadable(String why, String changed) {
        return "The database file " + file + " cannot be read (" + why + "). " + changed;
    }

    private String waysOut() {
        return wayOut(REPLACE) + " To begin anew, move that file away and start once with " + DatabaseFile.BEGIN_ANEW
                + "=true .";
    }
}
