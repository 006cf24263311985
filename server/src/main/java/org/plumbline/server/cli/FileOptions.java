package org.plumbline.server.cli;

import picocli.CommandLine.Option;

/** Options that every file command has. */
final class FileOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(
            names = "--progress",
            description = "Show progress after two seconds even where the output is not a terminal.")
    boolean progress;

    @Option(names = "--verbose", description = "Show the details of an unexpected fault.")
    boolean verbose;
}
