package org.plumbline.server.start;

import java.nio.file.Path;
import java.time.Clock;

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
        return new StoppedServer(DataDirectory.open(dataDirectory));
    }

    public Path path() {
        return directory.path();
    }

    /** The address of its embedded database. */
    public String databaseUrl() {
        return DataDirectoryInitializer.existing(directory.path());
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
