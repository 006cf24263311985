package org.plumbline.core.recording;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.recording.RecordingWarnings.Repeated;

/** Reads the lines before the rows: {@code # key: value} lines, then the column names. */
final class HeaderParser {
    private static final String[] KNOWN_KEYS = {
        RecordingFormat.VERSION_KEY, "title", "exercise", "subject", "load_kg", "sensor", "mark"
    };

    private final LineReader lines;
    private final RecordingWarnings warnings;
    private final HeaderBuilder builder;
    private long bytes;
    private boolean versionSeen;
    private boolean arrivalColumn;

    HeaderParser(LineReader lines, RecordingWarnings warnings) {
        this.lines = lines;
        this.warnings = warnings;
        this.builder = new HeaderBuilder(lines, warnings);
    }

    /** Reads up to and with the line of column names. */
    RecordingHeader parse() throws IOException {
        while (true) {
            if (!lines.next()) {
                throw endOfFile();
            }
            bytes += lines.end - lines.start + 1;
            if (bytes > RecordingFormat.MAX_HEADER_BYTES) {
                throw lines.problem(
                        0, "expected a header of at most 1 MiB, found a longer one: this is not a recording");
            }
            if (lines.isBlank()) {
                if (warnings.isFirst(Repeated.BLANK_LINE)) {
                    warnings.addFirst(Repeated.BLANK_LINE, lines.line(), "a blank line; ignored");
                }
                continue;
            }
            String text = lines.text();
            if (text.charAt(0) != '#') {
                requireVersion(text);
                builder.requireSensor();
                arrivalColumn = new ColumnNames(lines, warnings).parse(text);
                return builder.build();
            }
            headerLine(text.substring(1));
        }
    }

    /** Whether the rows have the column {@code arrival_us}. */
    boolean hasArrivalColumn() {
        return arrivalColumn;
    }

    private RecordingFormatException endOfFile() {
        if (!versionSeen) {
            return missingVersion("the end of the file");
        }
        return lines.problemAt(
                lines.line() + 1,
                0,
                "expected the column names '" + RecordingFormat.COLUMNS + "', found the end of the file");
    }

    private void requireVersion(String found) throws RecordingFormatException {
        if (!versionSeen) {
            throw missingVersion(Excerpt.of(found));
        }
    }

    private RecordingFormatException missingVersion(String found) {
        return lines.problem(
                0,
                "expected the header line '# " + RecordingFormat.VERSION_KEY + ": " + RecordingFormat.VERSION
                        + "' before the rows, found " + found);
    }

    private void headerLine(String text) throws RecordingFormatException {
        int colon = text.indexOf(':');
        if (colon < 0) {
            if (!text.trim().isEmpty()) {
                warnings.add(lines.line(), "expected '# key: value', found " + Excerpt.of("#" + text) + "; ignored");
            }
            return;
        }
        String written = text.substring(0, colon);
        String value = text.substring(colon + 1).trim();
        String key = knownKey(written);
        if (key == null) {
            builder.otherKey(written.trim(), value);
            return;
        }
        if (!written.equals(" " + key)) {
            warnings.add(lines.line(), "the key " + Excerpt.of("#" + written + ":") + " is read as '# " + key + ":'");
        }
        if (key.equals(RecordingFormat.VERSION_KEY)) {
            version(value);
        } else {
            builder.knownKey(key, value);
        }
    }

    /** The known key that was meant, whatever its case, hyphens and spaces; null where there is none. */
    private static @Nullable String knownKey(String written) {
        String plain = plain(written);
        for (String key : KNOWN_KEYS) {
            if (plain(key).equals(plain)) {
                return key;
            }
        }
        return null;
    }

    private static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[ \t_-]", "");
    }

    private void version(String value) throws RecordingFormatException {
        if (!value.equals(Integer.toString(RecordingFormat.VERSION))) {
            throw lines.problem(
                    0,
                    "expected version " + RecordingFormat.VERSION + " of " + RecordingFormat.VERSION_KEY + ", found "
                            + Excerpt.of(value) + ": this software cannot read it");
        }
        versionSeen = true;
    }
}
