package org.plumbline.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.recording.RecordingFormatException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What a person is told when a command cannot do its work: one line, and an exit code. */
final class Failures {
    static final int UNEXPECTED = 1;
    static final int BAD_INPUT = 2;

    private Failures() {}

    static int badUsage(ParameterException failure, String[] args) {
        CommandLine commandLine = failure.getCommandLine();
        commandLine
                .getErr()
                .println(oneLine(failure.getMessage()) + ". See: "
                        + commandLine.getCommandSpec().qualifiedName() + " --help");
        return BAD_INPUT;
    }

    static int failed(Exception thrown, CommandLine commandLine, ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        Exception failure = thrown;
        if (thrown instanceof UncheckedIOException wrapped && wrapped.getCause() != null) {
            failure = wrapped.getCause();
        }
        if (failure instanceof BadInputException || failure instanceof RecordingFormatException) {
            err.println(oneLine(failure.getMessage()));
            return BAD_INPUT;
        }
        boolean verbose = commandLine.getParseResult().hasMatchedOption("--verbose");
        String hint = verbose ? "" : " Run it again with --verbose for details.";
        if (failure instanceof IOException ofFile) {
            err.println("Reading or writing failed: " + describe(ofFile) + "." + hint);
        } else {
            err.println("This should not have happened: " + oneLine(failure.toString()) + "." + hint);
        }
        if (verbose) {
            failure.printStackTrace(err);
        }
        return UNEXPECTED;
    }

    private static String describe(IOException failure) {
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be opened by you";
        }
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + " is not there";
        }
        if (failure instanceof FileSystemException other && other.getReason() != null) {
            return other.getFile() + ": " + other.getReason();
        }
        return oneLine(failure.getMessage());
    }

    static String oneLine(@Nullable String text) {
        return String.valueOf(text).replaceAll("\\s*\\R\\s*", " ").replaceAll("\\.$", "");
    }
}
