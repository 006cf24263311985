package org.plumbline.server.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;

/** One line on the error stream that tells how far work of more than two seconds has come. */
final class ProgressLine implements AutoCloseable {
    private static final long QUIET_NANOS = 2_000_000_000L;
    private static final long STEP_NANOS = 250_000_000L;
    private static final double MEGABYTE = 1e6;

    private final PrintWriter err;
    private final boolean enabled;
    private long lastNanos;
    private int shownLength;

    ProgressLine(PrintWriter err, boolean wanted) {
        this(err, wanted, QUIET_NANOS);
    }

    ProgressLine(PrintWriter err, boolean wanted, long quietNanos) {
        this.err = err;
        this.enabled = wanted || isTerminal();
        this.lastNanos = System.nanoTime() + quietNanos - STEP_NANOS;
    }

    /** From JDK 22 on there is a console even without a terminal, and a method that tells. */
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    /** Tells of bytes read; a total below 1 is unknown. */
    void bytes(String what, long read, long total) {
        if (!isDue()) {
            return;
        }
        String text = total < 1
                ? String.format(Locale.ROOT, "%s: %.1f MB", what, read / MEGABYTE)
                : String.format(
                        Locale.ROOT,
                        "%s: %.1f of %.1f MB (%d %%)",
                        what,
                        read / MEGABYTE,
                        total / MEGABYTE,
                        Math.min(100, 100 * read / total));
        show(text);
    }

    /** Tells of samples made. */
    void samples(String what, long count) {
        if (isDue()) {
            show(String.format(Locale.ROOT, "%s: %d samples", what, count));
        }
    }

    /** Tells of pieces of work done. */
    void pieces(String what, int done, int total) {
        if (isDue()) {
            show(String.format(Locale.ROOT, "%s: %d of %d", what, done, total));
        }
    }

    private boolean isDue() {
        if (!enabled || System.nanoTime() - lastNanos < STEP_NANOS) {
            return false;
        }
        lastNanos = System.nanoTime();
        return true;
    }

    private void show(String text) {
        err.print("\r" + text + " ".repeat(Math.max(0, shownLength - text.length())));
        err.flush();
        shownLength = text.length();
    }

    /** Clears the line. */
    @Override
    public void close() {
        if (shownLength > 0) {
            err.print("\r" + " ".repeat(shownLength) + "\r");
            err.flush();
            shownLength = 0;
        }
    }
}
