package org.plumbline.server.cli;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said about the input on the error stream after the work is done. */
final class Remarks {
    private Remarks() {}

    /** Prints what was accepted but is worth saying. */
    static void notes(PrintWriter err, InputRecording recording, List<String> messages) {
        for (String message : messages) {
            err.println("note: " + recording.name() + ": " + Failures.oneLine(message));
        }
    }

    /** Prints the message of the reader where the recording ended in a malformed row; returns the exit code. */
    static int end(PrintWriter err, @Nullable String malformed) {
        if (malformed == null) {
            return 0;
        }
        err.println(Failures.oneLine(malformed));
        return Failures.BAD_INPUT;
    }
}
