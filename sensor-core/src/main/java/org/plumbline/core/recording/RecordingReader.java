package org.plumbline.core.recording;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.plumbline.core.imu.ImuSample;

/** Reads a recording row by row, plain or gzip'd, in constant memory. */
public final class RecordingReader implements Closeable {
    /** Opens a file and reads its header. */
    public static RecordingReader open(Path file) throws IOException {
        throw new UnsupportedOperationException("not yet: " + file);
    }

    /** Reads the header from a stream; {@code fileName} is used in messages. */
    public static RecordingReader open(InputStream in, String fileName) throws IOException {
        throw new UnsupportedOperationException("not yet: " + fileName + in);
    }

    public RecordingHeader header() {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Fills {@code into} with the next row; false at the end.
     *
     * @throws RecordingFormatException where the row is malformed; the rows before it stand
     */
    public boolean next(ImuSample into) throws IOException {
        throw new UnsupportedOperationException("not yet");
    }

    /** Rows read so far. */
    public long rows() {
        return 0;
    }

    /** What was accepted but is worth saying, in plain words, each with its place. */
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public void close() throws IOException {}
}
