package org.plumbline.server.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The two files of a command that turns a recording into a CSV. */
final class ConversionFiles {
    @Parameters(paramLabel = "FILE", description = "Recording, plain or gzip.")
    Path recording;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "CSV to write; gzip'd where the name ends in .gz.")
    Path csv;
}
