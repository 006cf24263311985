package org.plumbline.server.start;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one place on disk that belongs to this server. While it runs it holds a lock there, which the operating system
 * lets go of even when the server is killed; beside the lock stands where the server can be reached.
 */
public final class DataDirectory implements AutoCloseable {
    private static final String LOCK = "plumbline.lock";
    private static final String ADDRESS = "plumbline.address";

    private final Path directory;
    private final FileChannel channel;

    private DataDirectory(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * Creates the directory where there is none and locks it.
     *
     * @throws StartRefusedException where it cannot be written or another server has it
     */
    public static DataDirectory open(Path chosen) {
        Path directory = chosen.toAbsolutePath().normalize();
        try {
            Files.createDirectories(directory);
            while (true) {
                FileChannel channel =
                        FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (!lock(channel)) {
                    throw taken(directory);
                }
                if (isThere(directory.resolve(LOCK), channel)) {
                    return new DataDirectory(directory, channel);
                }
                closeQuietly(channel);
            }
        } catch (IOException unwritable) {
            throw new StartRefusedException("The data directory " + directory + " cannot be written. Make it writable,"
                    + " or choose another one with --plumbline.data-dir=<directory>.");
        }
    }

    private static StartRefusedException taken(Path directory) {
        String where = addressIn(directory);
        return new StartRefusedException("Another Plumbline is running with the data directory " + directory
                + (where == null ? "." : ": open " + where + " .")
                + " Stop it first, or choose another directory with --plumbline.data-dir=<directory>.");
    }

    /** Whether the file that is locked is the one of that name: a server that ended in between has taken its own away. */
    private static boolean isThere(Path file, FileChannel locked) {
        String mark = UUID.randomUUID().toString();
        try {
            locked.truncate(0);
            locked.write(ByteBuffer.wrap(mark.getBytes(StandardCharsets.US_ASCII)), 0);
            return Files.readString(file, StandardCharsets.US_ASCII).equals(mark);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException full) {
            // a disk without room, or a system on which nobody reads what is locked, nor takes it away
            return true;
        }
    }

    private static boolean lock(FileChannel channel) {
        boolean locked = false;
        try {
            FileLock lock = channel.tryLock();
            locked = lock != null;
        } catch (OverlappingFileLockException | IOException taken) {
            locked = false;
        }
        if (!locked) {
            closeQuietly(channel);
        }
        return locked;
    }

    private static @Nullable String addressIn(Path directory) {
        try {
            return Files.readString(directory.resolve(ADDRESS)).strip();
        } catch (IOException notYetKnown) {
            return null;
        }
    }

    public Path path() {
        return directory;
    }

    /** Leaves word where this server can be reached. */
    void announce(String address) throws IOException {
        try (FileChannel file = FileChannel.open(
                directory.resolve(ADDRESS),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            file.write(ByteBuffer.wrap(address.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Override
    public synchronized void close() {
        if (!channel.isOpen()) {
            // by now they may be another server's
            return;
        }
        delete(directory.resolve(ADDRESS));
        delete(directory.resolve(LOCK));
        closeQuietly(channel);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            // neither says anything where no lock is held
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException alreadyClosed) {
            // nothing depends on it
        }
    }
}
