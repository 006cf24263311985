package org.plumbline.server.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.recording.RecordingReader;

/** The recording that a command was given; it can be opened any number of times. */
final class InputRecording {
    private final Path file;
    private final ProgressLine progress;
    private @Nullable RecordingReader lastReader;

    /** @throws BadInputException where there is no such file, or it cannot be read */
    InputRecording(Path file, ProgressLine progress) {
        this.file = file;
        this.progress = progress;
        if (!Files.exists(file)) {
            throw new BadInputException(file + ": there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw new BadInputException(file + ": expected a recording, found a directory");
        }
        if (!Files.isReadable(file)) {
            throw new BadInputException(file + ": the file may not be read by you");
        }
    }

    RecordingReader open() throws IOException {
        InputStream in = new CountingInputStream(Files.newInputStream(file), Files.size(file));
        RecordingReader reader = RecordingReader.open(in, name());
        lastReader = reader;
        return reader;
    }

    Path file() {
        return file;
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    /** What the reader accepted but said; complete after the recording was read. */
    List<String> warnings() {
        return lastReader == null ? List.of() : lastReader.warnings();
    }

    private final class CountingInputStream extends FilterInputStream {
        private final long total;
        private long count;

        CountingInputStream(InputStream in, long total) {
            super(in);
            this.total = total;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(read);
            return read;
        }

        private void count(int read) {
            count += Math.max(0, read);
            progress.bytes("reading " + name(), count, total);
        }
    }
}
