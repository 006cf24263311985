package org.plumbline.server.start;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.plumbline.server.backup.DatabaseFile;

/** The data directory of a server that does not run, for commands that must be alone with it. */
public final class StoppedServer implements AutoCloseable {
    /** Where the data stand if nothing else is said. */
    public static final String DEFAULT_DIRECTORY = "${sys:user.home}/.plumbline";

    private final DataDirectory directory;

    private StoppedServer(DataDirectory directory) {
        this.directory = directory;
    }

    /** @throws StartRefusedException where a server runs on it */
    public static StoppedServer open(Path dataDirectory) {
        return new StoppedServer(DataDirectory.open(dataDirectory, "--data-dir <directory>"));
    }

    public Path path() {
        return directory.path();
    }

    /**
     * The address of its embedded database.
     *
     * @throws StartRefusedException where its file is not there or cannot be read
     */
    public String databaseUrl() {
        DatabaseFile.look(directory.path(), null, DatabaseFile.Wish.GO_ON, directory.hadDatabase())
                .refusal()
                .ifPresent(reason -> {
                    throw new StartRefusedException(reason);
                });
        return DataDirectoryInitializer.existing(directory.path());
    }

    /** Deletes the data directory that was made by opening it, where nothing else is in it. */
    public void discard() throws IOException {
        directory.discard();
    }

    /** The clock on the wall. */
    public static Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public void close() {
        directory.close();
    }
}
