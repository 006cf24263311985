package org.plumbline.server.cli;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The file that a command writes: it appears under its name when it is whole, never half. Gzip'd where the name ends in
 * {@code .gz}.
 */
final class OutputFile implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path target;
    private final Path written;
    private final OutputStream out;
    private boolean closed;

    /**
     * @param named the file as the person named it
     * @param input the file that is read meanwhile, or null
     * @throws BadInputException where the file cannot be written there
     */
    OutputFile(Path named, @Nullable Path input) throws IOException {
        // a link stays a link: what it points to is written
        target = Files.exists(named) ? named.toRealPath() : named.toAbsolutePath();
        Path folder = target.getParent();
        if (Files.isDirectory(target)) {
            throw new BadInputException(named + ": expected a file to write, found a directory");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new BadInputException(named + ": there is no directory " + folder + " to write to");
        }
        if (input != null && Files.exists(named) && Files.isSameFile(input, named)) {
            throw new BadInputException(named + ": this is the input, which is not overwritten; name another file");
        }
        boolean special = Files.exists(target) && !Files.isRegularFile(target);
        if (!special && !Files.isWritable(folder)) {
            throw new BadInputException(named + ": you may not write to " + folder);
        }
        // a pipe or device is no file that could be put in place
        written = special
                ? target
                : folder.resolve("." + target.getFileName() + "."
                        + ProcessHandle.current().pid() + ".part");
        OutputStream plain = special
                ? Files.newOutputStream(written)
                : Files.newOutputStream(written, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        if (!special) {
            written.toFile().deleteOnExit();
        }
        out = new BufferedOutputStream(
                String.valueOf(named.getFileName()).endsWith(".gz") ? new GZIPOutputStream(plain) : plain,
                BUFFER_BYTES);
    }

    OutputStream stream() {
        return out;
    }

    /** Everything is written: puts the file under its name. */
    void commit() throws IOException {
        out.close();
        closed = true;
        if (written.equals(target)) {
            return;
        }
        try {
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Without {@link #commit} before it, leaves nothing behind. */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try {
                out.close();
            } finally {
                if (!written.equals(target)) {
                    Files.deleteIfExists(written);
                }
            }
        }
    }
}
