package org.plumbline.server.support;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What a test needs beyond Maven: without it the test skips and says so aloud, or fails where installs are required. */
public final class Installs {
    private Installs() {}

    /**
     * Call it before each test, not before all: a class that is skipped as a whole leaves no test in the report.
     *
     * @param missing what is not there, empty where nothing is missing
     */
    public static void need(Class<?> test, Optional<String> missing) {
        if (missing.isEmpty()) {
            return;
        }
        String message = "not installed: " + missing.get();
        if ("true".equals(System.getenv("PLUMBLINE_REQUIRE_INSTALLS"))) {
            Assertions.fail(message);
        }
        sayAloud("skipped " + test.getSimpleName() + ", " + message);
        Assumptions.abort(message);
    }

    /** On the console: what goes to System.err stands in the reports only. */
    private static void sayAloud(String line) {
        // not closed: it is the error stream of the whole process
        PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        console.println(line);
    }
}
