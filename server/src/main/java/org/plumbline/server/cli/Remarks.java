package org.plumbline.server.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** What is said about the input after the work is done. */
final class Remarks {
    private Remarks() {}

    /** Prints the warnings of the reader and its refusal, if any; returns the exit code that follows. */
    static int print(PrintWriter err, InputRecording recording, @Nullable String malformed) {
        for (String warning : recording.warnings()) {
            err.println("note: " + recording.name() + ", " + warning);
        }
        if (malformed == null) {
            return 0;
        }
        err.println(Failures.oneLine(malformed));
        return Failures.BAD_INPUT;
    }
}
