package org.plumbline.core.recording;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.recording.RecordingWarnings.Repeated;

/**
 * Reads a recording row by row, plain or gzip'd, in constant memory.
 *
 * <p>What cannot be read is refused with a {@link RecordingFormatException} whose message is written for the person who
 * brought the file; what is odd but harmless is read and said in {@link #warnings()}. Rows read before a refusal stand.
 * Other {@link IOException}s come from the disk or the stream itself. One thread at a time; reading a row allocates
 * nothing.
 */
public final class RecordingReader implements Closeable {
    private final LineReader lines;
    private final RecordingWarnings warnings;
    private final RecordingHeader header;
    private final RowParser rowParser;
    private final RowOrder order;
    private boolean ended;
    private @Nullable RecordingFormatException refusal;

    private RecordingReader(LineReader lines, RecordingWarnings warnings) throws IOException {
        this.lines = lines;
        this.warnings = warnings;
        HeaderParser parser = new HeaderParser(lines, warnings);
        this.header = parser.parse();
        this.rowParser = new RowParser(lines, header.sensors(), parser.hasArrivalColumn());
        this.order = new RowOrder(lines, warnings, header.sensors());
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws RecordingFormatException where the header is malformed
     */
    public static RecordingReader open(Path file) throws IOException {
        return open(Files.newInputStream(file), String.valueOf(file.getFileName()));
    }

    /**
     * Reads the header from a stream; {@code fileName} is used in messages. The stream is closed with the reader, or at
     * once where the header is malformed.
     *
     * @throws RecordingFormatException where the header is malformed
     */
    public static RecordingReader open(InputStream in, String fileName) throws IOException {
        return open(in, fileName, Long.MAX_VALUE);
    }

    /**
     * The same, for a stream that a stranger may have packed: a small gzip'd file can hold lines for days.
     *
     * @param mostBytes most bytes of text, after unpacking; a longer recording is refused there, and the rows before it stand
     * @throws RecordingFormatException where the header is malformed
     */
    public static RecordingReader open(InputStream in, String fileName, long mostBytes) throws IOException {
        try {
            RecordingWarnings warnings = new RecordingWarnings();
            InputStream text = RecordingStream.unpack(in, fileName, warnings);
            return new RecordingReader(new LineReader(text, fileName, warnings, mostBytes), warnings);
        } catch (IOException | RuntimeException failure) {
            in.close();
            throw failure;
        }
    }

    public RecordingHeader header() {
        return header;
    }

    /**
     * Fills {@code into} with the next row; false at the end. After a malformed row every further call throws the same
     * refusal.
     *
     * @throws RecordingFormatException where the row is malformed, or the recording has no rows; the rows before it stand
     */
    public boolean next(ImuSample into) throws IOException {
        if (refusal != null) {
            throw refusal;
        }
        if (ended) {
            return false;
        }
        try {
            return nextRow(into);
        } catch (RecordingFormatException malformed) {
            refusal = malformed;
            throw malformed;
        }
    }

    private boolean nextRow(ImuSample into) throws IOException {
        while (lines.next()) {
            if (lines.isBlank()) {
                lines.countIdle();
                if (warnings.isFirst(Repeated.BLANK_LINE)) {
                    warnings.addFirst(Repeated.BLANK_LINE, lines.line(), "a blank line; ignored");
                }
                continue;
            }
            if (lines.buffer[lines.start] == '#') {
                lines.countIdle();
                if (warnings.isFirst(Repeated.LATE_HEADER_LINE)) {
                    warnings.addFirst(
                            Repeated.LATE_HEADER_LINE,
                            lines.line(),
                            "a header line after the column names; ignored, move it to the top");
                }
                continue;
            }
            rowParser.parse(into);
            order.check(into);
            lines.countRow();
            return true;
        }
        end();
        return false;
    }

    private void end() throws RecordingFormatException {
        ended = true;
        if (lines.rows() == 0) {
            throw lines.problemAt(
                    lines.line() + 1, 0, "expected rows after the column names, found the end of the file");
        }
        if (!lines.terminated()) {
            warnings.addAtEnd(
                    "line " + lines.line() + ": the last line has no line end; the file may have been cut off here");
        }
        order.warnOfSilentSensors();
        order.warnOfMarksBesideTheRows(header.marks());
    }

    /** Rows read so far. */
    public long rows() {
        return lines.rows();
    }

    /** What was accepted but is worth saying, in plain words, each with its place. Complete when the end was reached. */
    public List<String> warnings() {
        return warnings.texts();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
