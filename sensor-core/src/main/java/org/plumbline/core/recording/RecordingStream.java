package org.plumbline.core.recording;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Tells by the first bytes what a stream is, and unpacks gzip. */
final class RecordingStream {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LONGEST_START = 6;
    private static final String BEHIND_GZIP =
            "the file goes on behind the end of its gzip data; what stands there was not read,"
                    + " see whether the file is whole";

    private RecordingStream() {}

    /** The text of the stream, unpacked where it is gzip'd, without a byte order mark. */
    static InputStream unpack(InputStream raw, String file, RecordingWarnings warnings) throws IOException {
        InputStream in = new BufferedInputStream(raw, BUFFER_BYTES);
        byte[] start = peek(in);
        if (start.length == 0) {
            throw refusal(file, "expected a recording, found an empty file");
        }
        if (isGzip(start)) {
            try {
                in = new BufferedInputStream(
                        new WholeGzip(in, BUFFER_BYTES, () -> warnings.addAtEnd(BEHIND_GZIP)), BUFFER_BYTES);
                start = peek(in);
            } catch (EOFException truncated) {
                throw refusal(file, "expected more data, found the end of the gzip stream: the file was cut off");
            } catch (ZipException corrupt) {
                throw refusal(file, "the gzip data is damaged from the start (" + corrupt.getMessage() + ")");
            }
            if (start.length == 0) {
                throw refusal(file, "expected a recording, found an empty file inside the gzip stream");
            }
            if (isGzip(start)) {
                throw refusal(file, "expected text inside the gzip stream, found gzip again: it was packed twice");
            }
        }
        String other = otherKind(start);
        if (other != null) {
            throw refusal(file, "expected a text file or gzip, found " + other);
        }
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            warnings.add(1, "the file starts with a byte order mark (BOM); ignored");
            for (int skipped = 0; skipped < 3; skipped++) {
                in.read();
            }
        }
        return in;
    }

    private static RecordingFormatException refusal(String file, String problem) {
        return new RecordingFormatException(file, 1, 0, 0, problem);
    }

    private static byte[] peek(InputStream in) throws IOException {
        in.mark(BUFFER_BYTES);
        byte[] bytes = new byte[LONGEST_START];
        int count = 0;
        while (count < bytes.length) {
            int read = in.read(bytes, count, bytes.length - count);
            if (read < 0) {
                break;
            }
            count += read;
        }
        in.reset();
        byte[] start = new byte[count];
        System.arraycopy(bytes, 0, start, 0, count);
        return start;
    }

    private static boolean isGzip(byte[] start) {
        return startsWith(start, 0x1F, 0x8B);
    }

    private static @Nullable String otherKind(byte[] start) {
        if (startsWith(start, 'P', 'K', 3, 4)) {
            return "a zip archive or a spreadsheet file: unpack it, or save it as CSV";
        }
        if (startsWith(start, 0xFD, '7', 'z', 'X', 'Z')) {
            return "xz data: unpack it first";
        }
        if (startsWith(start, 'B', 'Z', 'h')) {
            return "bzip2 data: unpack it first";
        }
        if (startsWith(start, 0x28, 0xB5, 0x2F, 0xFD)) {
            return "zstd data: unpack it first";
        }
        if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF)) {
            return "UTF-16 text: save the file as UTF-8";
        }
        return null;
    }

    private static boolean startsWith(byte[] start, int... expected) {
        if (start.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((start[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
