package org.plumbline.server.start;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The one place on disk that belongs to this server. While it runs it holds a lock there, which the operating system
 * lets go of even when the server is killed; beside the lock stands where the server can be reached.
 *
 * <p>The locked file stays, for two servers could each lock a file of that name if one took it away; in it stands whether a
 * database was made here. Nothing in this process may open it a second time: with the first descriptor of a file that is closed,
 * POSIX lets go of all locks on it.
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
        return open(chosen, "--plumbline.data-dir=<directory>");
    }

    /**
     * The same.
     *
     * @param option with which the person chooses another one
     */
    static DataDirectory open(Path chosen, String option) {
        Path directory = chosen.toAbsolutePath().normalize();
        try {
            Files.createDirectories(directory);
            FileChannel channel =
                    FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                throw taken(directory, option);
            }
            return new DataDirectory(directory, channel);
        } catch (IOException unwritable) {
            throw new StartRefusedException("The data directory " + directory + " cannot be written. Make it writable,"
                    + " or choose another one with " + option + ".");
        }
    }

    private static StartRefusedException taken(Path directory, String option) {
        String where = addressIn(directory);
        return new StartRefusedException("Another Plumbline is running with the data directory " + directory
                + (where == null ? "." : ": open " + where + " .")
                + " Stop it first, or choose another directory with " + option + ".");
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

    /** Notes, for every start after this one, that there is a database here. */
    void noteDatabase() {
        try {
            if (!hadDatabase()) {
                channel.write(ByteBuffer.wrap("A database was made here.\n".getBytes(StandardCharsets.UTF_8)), 0);
            }
        } catch (IOException full) {
            // the next start that finds room notes it
        }
    }

    /** Whether a server ran here with a database of its own. */
    boolean hadDatabase() {
        try {
            return channel.size() > 0;
        } catch (IOException unreadable) {
            // whoever means an empty one can say so; one that is made unasked takes the place of what was
            return true;
        }
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

    /** Deletes it where nothing is in it but the lock. */
    void discard() throws IOException {
        Files.deleteIfExists(directory.resolve(LOCK));
        try {
            Files.deleteIfExists(directory);
        } catch (DirectoryNotEmptyException holdsOther) {
            // it is somebody's
        }
    }

    @Override
    public synchronized void close() {
        if (!channel.isOpen()) {
            // by now they may be another server's
            return;
        }
        try {
            Files.deleteIfExists(directory.resolve(ADDRESS));
        } catch (IOException stays) {
            // it says nothing where no lock is held
        }
        closeQuietly(channel);
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException alreadyClosed) {
            // nothing depends on it
        }
    }
}
