package org.plumbline.server.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes lines of comma-separated values, numbers with fixed decimals, NaN as an empty cell. */
final class CsvLines {
    private static final long[] SCALES = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};

    private final Writer out;
    private final StringBuilder line = new StringBuilder(128);

    CsvLines(OutputStream out, String header) throws IOException {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.out.write(header);
        this.out.write('\n');
    }

    CsvLines cell(String text) {
        separate();
        line.append(text);
        return this;
    }

    CsvLines cell(long value) {
        separate();
        line.append(value);
        return this;
    }

    /** @param decimals 0 to 7 */
    CsvLines cell(double value, int decimals) {
        separate();
        if (!Double.isFinite(value)) {
            return this;
        }
        long scaled = Math.round(Math.abs(value) * SCALES[decimals]);
        if (value < 0 && scaled != 0) {
            line.append('-');
        }
        line.append(scaled / SCALES[decimals]);
        if (decimals > 0) {
            long fraction = scaled % SCALES[decimals];
            line.append('.');
            for (int digit = decimals - 1; digit >= 0; digit--) {
                line.append((char) ('0' + fraction / SCALES[digit] % 10));
            }
        }
        return this;
    }

    /** The first cell of a line is marked by nothing standing before it. */
    private void separate() {
        if (started) {
            line.append(',');
        }
        started = true;
    }

    private boolean started;

    void endLine() throws IOException {
        line.append('\n');
        out.append(line);
        line.setLength(0);
        started = false;
    }

    void flush() throws IOException {
        out.flush();
    }
}
