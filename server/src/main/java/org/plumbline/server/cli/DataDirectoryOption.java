package org.plumbline.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.plumbline.server.start.StoppedServer;
import picocli.CommandLine.Option;

/** Which server's data a command works on. */
final class DataDirectoryOption {
    @Option(
            names = "--data-dir",
            paramLabel = "DIRECTORY",
            defaultValue = StoppedServer.DEFAULT_DIRECTORY,
            description = "Data directory of the server. Default: ${DEFAULT-VALUE}.")
    private Path directory;

    Path path() {
        return directory;
    }

    /** @throws BadInputException where it is not there */
    Path existing() {
        if (!Files.isDirectory(directory)) {
            throw new BadInputException(directory + ": there is no such data directory");
        }
        return directory;
    }
}
