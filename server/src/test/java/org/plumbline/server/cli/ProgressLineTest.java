package org.plumbline.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter err = new StringWriter();

    @Test
    void tellsBytesReadOfAllBytesAndClearsItsLine() {
        try (ProgressLine progress = new ProgressLine(new PrintWriter(err), true, 0)) {
            progress.bytes("reading set.csv", 12_300_000, 45_600_000);
            progress.bytes("reading set.csv", 12_400_000, 45_600_000);
        }

        String text = "reading set.csv: 12.3 of 45.6 MB (26 %)";
        assertEquals("\r" + text + "\r" + " ".repeat(text.length()) + "\r", err.toString());
    }

    @Test
    void isSilentForTheFirstTwoSeconds() {
        try (ProgressLine progress = new ProgressLine(new PrintWriter(err), true)) {
            progress.bytes("reading set.csv", 1, 2);
        }

        assertEquals("", err.toString());
    }

    @Test
    void isSilentWhereTheOutputIsNoTerminalAndNobodyAsked() {
        try (ProgressLine progress = new ProgressLine(new PrintWriter(err), false, 0)) {
            progress.bytes("reading set.csv", 1, 2);
        }

        assertEquals("", err.toString());
    }
}
