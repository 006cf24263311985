package org.plumbline.server.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.backup.BackupRequest;
import org.plumbline.server.backup.Restore;
import org.plumbline.server.start.StartRefusedException;
import org.plumbline.server.start.StoppedServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a backup of the embedded database, by the server where one runs. */
@Command(
        name = "backup",
        description = {
            "Make a backup of the embedded database, whether the server runs or not.",
            "The server makes one each night by itself. For PostgreSQL use pg_dump."
        },
        footer = {"", "Example: java -jar server.jar backup --to /media/stick/plumbline.zip"})
final class BackupCommand implements Callable<Integer> {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(30);
    private static final long SEEN_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long STOPPED_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    @Spec
    private CommandSpec spec;

    @Mixin
    FileOptions options;

    @Mixin
    private DataDirectoryOption data;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description =
                    "Where to write it. Default: a name with date and time in the folder backups of the data directory.")
    private @Nullable Path target;

    @Override
    public Integer call() throws IOException {
        Path dataDirectory = data.existing();
        Optional<Path> wanted = Optional.ofNullable(target).map(Path::toAbsolutePath);
        @Nullable Path folder = wanted.map(Path::getParent).orElse(null);
        if (folder != null && !Files.isDirectory(folder)) {
            // a stick that is not plugged in is no folder to make on this disk
            throw new BadInputException(folder + " is not there");
        }
        String made;
        BackupRequest request = new BackupRequest(dataDirectory);
        // two commands at once are one behind the other
        try (FileChannel turn = request.turn(PATIENCE_NANOS)) {
            if (wanted.isPresent() && Files.exists(wanted.get())) {
                throw new BadInputException(wanted.get() + " is there already, and is not overwritten");
            }
            made = make(dataDirectory, wanted, request);
        } catch (Restore.UnusableBackupException refused) {
            throw new BadInputException(refused.getMessage() + ". For PostgreSQL use pg_dump");
        }
        spec.commandLine().getOut().println("Backup: " + made);
        return 0;
    }

    private static String make(Path dataDirectory, Optional<Path> wanted, BackupRequest request)
            throws IOException, Restore.UnusableBackupException {
        Optional<StoppedServer> stopped = stopped(dataDirectory);
        return stopped.isPresent() ? fromTheFile(stopped.get(), wanted) : byTheServer(dataDirectory, wanted, request);
    }

    /** The data directory, where no server runs on it. */
    private static Optional<StoppedServer> stopped(Path dataDirectory) {
        try {
            return Optional.of(StoppedServer.open(dataDirectory));
        } catch (StartRefusedException running) {
            return Optional.empty();
        }
    }

    private static String fromTheFile(StoppedServer stopped, Optional<Path> wanted)
            throws IOException, Restore.UnusableBackupException {
        try (stopped) {
            return Restore.backup(stopped.databaseUrl(), stopped.path(), wanted, StoppedServer.clock())
                    .toString();
        } catch (StartRefusedException unreadable) {
            throw new BadInputException(String.valueOf(unreadable.getMessage()));
        }
    }

    /** By the server that runs; from the file where it ends before it has answered. */
    private static String byTheServer(Path dataDirectory, Optional<Path> wanted, BackupRequest request)
            throws IOException, Restore.UnusableBackupException {
        request.ask(wanted.map(Path::toString).orElse(""));
        long begun = System.nanoTime();
        long lookedNanos = begun;
        while (System.nanoTime() - begun < PATIENCE_NANOS) {
            Optional<String> answer = request.answer();
            if (answer.isPresent()) {
                if (answer.get().startsWith(BackupRequest.DONE)) {
                    return answer.get().substring(BackupRequest.DONE.length());
                }
                throw new IOException(answer.get());
            }
            if (System.nanoTime() - begun > SEEN_NANOS && request.takeBack()) {
                throw new BadInputException(
                        "The server that runs does not make backups: its database is PostgreSQL (use pg_dump), or it is of an"
                                + " earlier version");
            }
            if (System.nanoTime() - lookedNanos > STOPPED_NANOS) {
                lookedNanos = System.nanoTime();
                Optional<StoppedServer> stopped = stopped(dataDirectory);
                if (stopped.isPresent()) {
                    request.withdraw();
                    return fromTheFile(stopped.get(), wanted);
                }
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new IOException("the server has not made the backup in half an hour; its log says why");
    }
}
