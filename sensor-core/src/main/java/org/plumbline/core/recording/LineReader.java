package org.plumbline.core.recording;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipException;
import org.plumbline.core.recording.RecordingWarnings.Repeated;

/**
 * Lines of a stream as bytes in one fixed buffer: never more than {@value RecordingFormat#MAX_LINE_BYTES} bytes of a
 * line, whatever the stream holds. Ends of line may be LF, CRLF or CR.
 */
final class LineReader implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final String file;
    private final RecordingWarnings warnings;
    private final long mostBytes;
    private long bytes;
    final byte[] buffer = new byte[BUFFER_BYTES];
    /** First byte of the line. */
    int start;
    /** Behind the last byte of the line. */
    int end;

    private int next;
    private int filled;
    private boolean exhausted;
    private long line;
    private long rows;
    /** Bytes of lines that say nothing, less those of rows. */
    private long idleBytes;

    private int firstTerminator;
    private boolean terminated = true;

    LineReader(InputStream in, String file, RecordingWarnings warnings, long mostBytes) {
        this.in = in;
        this.mostBytes = mostBytes;
        this.file = file;
        this.warnings = warnings;
    }

    /** Goes to the next line; false at the end of the stream. */
    boolean next() throws IOException {
        line++;
        start = next;
        int position = next;
        while (true) {
            if (position == filled) {
                if (position - start > RecordingFormat.MAX_LINE_BYTES) {
                    throw tooLong();
                }
                position -= makeRoom();
                if (!fill()) {
                    end = position;
                    next = position;
                    if (end == start) {
                        line--;
                        return false;
                    }
                    terminated = false;
                    checkText();
                    return true;
                }
            }
            byte value = buffer[position];
            if (value == '\n' || value == '\r') {
                break;
            }
            position++;
        }
        end = position;
        if (end - start > RecordingFormat.MAX_LINE_BYTES) {
            throw tooLong();
        }
        passTerminator();
        checkText();
        return true;
    }

    private RecordingFormatException tooLong() {
        return problem(
                0,
                "expected a line of at most " + RecordingFormat.MAX_LINE_BYTES
                        + " bytes, found a longer one: this is not a recording, or its line ends are lost");
    }

    private void passTerminator() throws IOException {
        int terminator = buffer[end];
        next = end + 1;
        if (terminator == '\r') {
            if (next == filled) {
                next -= makeRoom();
                end = next - 1;
                fill();
            }
            if (next < filled && buffer[next] == '\n') {
                next++;
                terminator = '\r' + '\n';
            }
        }
        if (firstTerminator == 0) {
            firstTerminator = terminator;
            if (terminator != '\n') {
                warnings.add(line, "lines end with " + name(terminator) + " instead of LF; read all the same");
            }
        } else if (terminator != firstTerminator && warnings.isFirst(Repeated.LINE_ENDS)) {
            warnings.addFirst(
                    Repeated.LINE_ENDS,
                    line,
                    "mixed line ends: " + name(terminator) + " after " + name(firstTerminator) + "; read all the same");
        }
    }

    private static String name(int terminator) {
        return terminator == '\n' ? "LF" : terminator == '\r' ? "CR" : "CRLF";
    }

    /** Moves the line to the front of the buffer; returns by how much. */
    private int makeRoom() {
        int moved = start;
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= moved;
        start = 0;
        return moved;
    }

    private boolean fill() throws IOException {
        if (exhausted) {
            return false;
        }
        int count;
        try {
            do {
                count = in.read(buffer, filled, buffer.length - filled);
            } while (count == 0);
        } catch (EOFException truncated) {
            throw problem(
                    0,
                    "expected more data, found the end of the gzip stream in the middle: the file was cut off,"
                            + " for example by an interrupted download or recording");
        } catch (ZipException corrupt) {
            throw problem(0, "the gzip data is damaged from here on (" + reason(corrupt) + ")");
        }
        if (count < 0) {
            exhausted = true;
            return false;
        }
        filled += count;
        bytes += count;
        if (bytes > mostBytes) {
            throw problem(
                    0, "expected at most " + mostBytes + " bytes of text, found more: cut it into shorter recordings");
        }
        return true;
    }

    private static String reason(ZipException corrupt) {
        return corrupt.getMessage() == null ? "it cannot be unpacked" : corrupt.getMessage();
    }

    /** Text holds no control characters, and what is not ASCII is UTF-8. */
    private void checkText() throws RecordingFormatException {
        boolean ascii = true;
        int column = 1;
        for (int i = start; i < end; i++) {
            byte value = buffer[i];
            if (value == ',') {
                column++;
            } else if (value < ' ') {
                if (value < 0) {
                    ascii = false;
                } else if (value != '\t') {
                    throw control(value, column);
                }
            } else if (value == 0x7f) {
                throw control(value, column);
            }
        }
        if (!ascii) {
            checkUtf8();
        }
    }

    private RecordingFormatException control(byte value, int column) {
        String found = value == 0 ? "a NUL byte" : "the control byte 0x" + hex(value);
        return problem(isHeader() ? 0 : column, "expected text, found " + found + ": binary or damaged data");
    }

    private void checkUtf8() throws RecordingFormatException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, start, end - start));
        } catch (CharacterCodingException notUtf8) {
            int column = 1;
            int position = start;
            while (buffer[position] >= 0) {
                column += buffer[position] == ',' ? 1 : 0;
                position++;
            }
            throw problem(
                    isHeader() ? 0 : column,
                    "expected UTF-8 text, found the byte 0x" + hex(buffer[position])
                            + " of some other encoding: save the file as UTF-8");
        }
    }

    private static String hex(byte value) {
        String digits = Integer.toHexString(value & 0xff).toUpperCase(Locale.ROOT);
        return digits.length() == 1 ? "0" + digits : digits;
    }

    private boolean isHeader() {
        return rows == 0 && start < end && buffer[start] == '#';
    }

    /** Whether the line holds nothing but spaces. */
    boolean isBlank() {
        for (int i = start; i < end; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** The line as text. */
    String text() {
        return new String(buffer, start, end - start, StandardCharsets.UTF_8);
    }

    /** Number of the line, from 1. */
    long line() {
        return line;
    }

    /** Whether the last line had an end of line. */
    boolean terminated() {
        return terminated;
    }

    long rows() {
        return rows;
    }

    void countRow() {
        rows++;
        idleBytes -= end - start + 1;
    }

    /** Refuses where lines that say nothing have gone on for longer than any recording needs. */
    void countIdle() throws RecordingFormatException {
        idleBytes += end - start + 1;
        if (idleBytes > RecordingFormat.MAX_IDLE_BYTES) {
            throw problem(
                    0,
                    "expected rows, found more blank lines and comments than rows, by 1 MiB: take them out and bring the"
                            + " file again");
        }
    }

    /** A refusal at this line; column 0 means the line as a whole. */
    RecordingFormatException problem(int column, String problem) {
        return problemAt(line, column, problem);
    }

    RecordingFormatException problemAt(long atLine, int column, String problem) {
        return new RecordingFormatException(file, Math.max(1, atLine), column, rows, problem);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
