package org.plumbline.server.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The writes of one set that wait in a file: appended at the end, read from the front, deleted when the last one is in the
 * database. What was appended is there after the process was killed; a record that the kill cut short is left out. Where
 * bytes were changed, the reading goes on with the next write whose checksum is right.
 *
 * <p>Format, big-endian: {@code PLSP}, version (2 bytes), set (16 bytes); then for each write its length (4), the CRC-32C of
 * its bytes (4), and the bytes.
 *
 * <p>One thread appends, one reads.
 */
final class SpoolFile implements AutoCloseable {
    static final String ENDING = ".spool";
    private static final String ASIDE = ".unreadable";
    private static final int MAGIC = 0x504C5350;
    private static final short VERSION = 1;
    private static final int HEADER_BYTES = 22;
    private static final int RECORD_HEAD_BYTES = 8;
    private static final int LARGEST_RECORD = 64 << 20;
    /** The end of a very long set is a tenth of it; a length found by chance among measured bytes is mostly more. */
    private static final int LARGEST_SOUGHT = 4 << 20;

    private static final int WINDOW_BYTES = 1 << 16;

    private final Path path;
    private final UUID setId;
    private final FileChannel channel;
    private volatile long length;
    private volatile long readPosition;
    private volatile @Nullable String damage;

    private SpoolFile(Path path, UUID setId, FileChannel channel, long length, @Nullable String damage) {
        this.path = path;
        this.setId = setId;
        this.channel = channel;
        this.length = length;
        this.readPosition = HEADER_BYTES;
        this.damage = damage;
    }

    /** A file for a set that has none. */
    static SpoolFile create(Path folder, UUID setId) throws IOException {
        Files.createDirectories(folder);
        Path path = folder.resolve(setId + ENDING);
        FileChannel channel = FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        SpoolFile file = new SpoolFile(path, setId, channel, 0, null);
        try {
            ByteBuffer head = ByteBuffer.allocate(HEADER_BYTES).putInt(MAGIC).putShort(VERSION);
            head.putLong(setId.getMostSignificantBits())
                    .putLong(setId.getLeastSignificantBits())
                    .flip();
            file.append(head);
        } catch (IOException noRoom) {
            file.delete();
            throw noRoom;
        }
        return file;
    }

    /**
     * A file that an earlier server left. Its name says of which set it is: nothing that changes its bytes changes that.
     *
     * @throws IOException where it is none, or of another version
     */
    static SpoolFile open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            ByteBuffer head = ByteBuffer.allocate(HEADER_BYTES);
            readFully(channel, head, 0);
            head.flip();
            if (head.remaining() < HEADER_BYTES) {
                throw new IOException("it is too short for a spool file");
            }
            boolean isOurs = head.getInt() == MAGIC;
            boolean isOfThisVersion = head.getShort() == VERSION;
            UUID said = new UUID(head.getLong(), head.getLong());
            UUID setId = named(path).orElse(said);
            if (isOurs
                    ? !isOfThisVersion && said.equals(setId)
                    : !said.equals(setId) || named(path).isEmpty()) {
                throw new IOException("not a spool file of this version");
            }
            boolean isWhole = isOurs && isOfThisVersion && said.equals(setId);
            return new SpoolFile(path, setId, channel, channel.size(), isWhole ? null : "its head was changed");
        } catch (IOException unreadable) {
            channel.close();
            throw unreadable;
        }
    }

    /** The set that the name of a file says, also of one that was {@linkplain #setAside set aside}. */
    static Optional<UUID> named(Path path) {
        String name = path.getFileName().toString();
        int ending = name.indexOf(ENDING);
        try {
            return ending < 0 ? Optional.empty() : Optional.of(UUID.fromString(name.substring(0, ending)));
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    static boolean isAside(Path path) {
        return path.getFileName().toString().contains(ENDING + ASIDE);
    }

    /** What of that which was read so far is not as it was appended, or null. */
    @Nullable
    String damage() {
        return damage;
    }

    UUID setId() {
        return setId;
    }

    Path path() {
        return path;
    }

    long length() {
        return length;
    }

    boolean isReadThrough() {
        return readPosition >= length;
    }

    /** Appends all of them, or none where there is no room. */
    void append(List<SetWrite> writes) throws IOException {
        List<ByteBuffer> records = writes.stream().map(SpoolFile::record).toList();
        ByteBuffer all = ByteBuffer.allocate(
                records.stream().mapToInt(ByteBuffer::remaining).sum());
        records.forEach(all::put);
        append(all.flip());
    }

    private static ByteBuffer record(SetWrite write) {
        byte[] bytes = write.encode();
        return ByteBuffer.allocate(RECORD_HEAD_BYTES + bytes.length)
                .putInt(bytes.length)
                .putInt(checksum(bytes))
                .put(bytes)
                .flip();
    }

    private void append(ByteBuffer bytes) throws IOException {
        long end = length;
        try {
            long at = end;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
            length = at;
        } catch (IOException noRoom) {
            channel.truncate(end);
            throw noRoom;
        }
    }

    /**
     * A write, and where the next one begins.
     *
     * @param afterLoss whether something that stood before it cannot be read
     */
    record Spooled(SetWrite write, long end, boolean afterLoss) {}

    /**
     * The first write that was not {@linkplain #done read}; null at the end, or where a kill cut the last one short.
     *
     * @throws IOException where what stands there is not what was appended, and no write behind it can be read
     */
    @Nullable
    Spooled first() throws IOException {
        long at = readPosition;
        if (length - at < RECORD_HEAD_BYTES) {
            return null;
        }
        Head head = head(at);
        SetWrite write = read(head, head.size());
        if (write != null) {
            return new Spooled(write, head.end(), false);
        }
        Head next = next(at + 1);
        long until = next == null ? length : next.at();
        // where nothing but its length was changed, its checksum still tells that it ends there
        SetWrite whole = read(head, until - at - RECORD_HEAD_BYTES);
        if (whole != null) {
            damage = "the length of the write at byte " + at + " was changed";
            return new Spooled(whole, until, false);
        }
        if (next == null && isPlausible(head.size(), LARGEST_RECORD) && head.end() > length) {
            return null;
        }
        String lost = (until - at) + " bytes from byte " + at + " on are not as they were appended";
        damage = lost;
        SetWrite behind = next == null ? null : read(next, next.size());
        if (next == null || behind == null) {
            throw new IOException(lost);
        }
        return new Spooled(behind, next.end(), true);
    }

    private record Head(long at, int size, int checksum) {
        long end() {
            return at + RECORD_HEAD_BYTES + size;
        }
    }

    private static boolean isPlausible(long size, int most) {
        return size > 0 && size <= most;
    }

    private Head head(long at) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(RECORD_HEAD_BYTES);
        readFully(channel, bytes, at);
        bytes.flip();
        return new Head(at, bytes.getInt(), bytes.getInt());
    }

    /** The write of that many bytes behind its head, or null where they are not those that were appended. */
    private @Nullable SetWrite read(Head head, long size) throws IOException {
        if (!isPlausible(size, LARGEST_RECORD) || head.at() + RECORD_HEAD_BYTES + size > length) {
            return null;
        }
        byte[] bytes = new byte[(int) size];
        readFully(channel, ByteBuffer.wrap(bytes), head.at() + RECORD_HEAD_BYTES);
        if (checksum(bytes) != head.checksum()) {
            return null;
        }
        try {
            return SetWrite.decode(bytes);
        } catch (IOException malformed) {
            return null;
        }
    }

    /** The next write that can be read, or null. */
    private @Nullable Head next(long from) throws IOException {
        ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES);
        for (long begin = from; length - begin >= RECORD_HEAD_BYTES; begin += WINDOW_BYTES - RECORD_HEAD_BYTES + 1) {
            window.clear();
            readFully(channel, window, begin);
            for (int i = 0; i + RECORD_HEAD_BYTES <= window.position(); i++) {
                Head head = new Head(begin + i, window.getInt(i), window.getInt(i + Integer.BYTES));
                if (isPlausible(head.size(), LARGEST_SOUGHT) && read(head, head.size()) != null) {
                    return head;
                }
            }
        }
        return null;
    }

    void done(Spooled read) {
        readPosition = read.end();
    }

    private static void readFully(FileChannel channel, ByteBuffer into, long from) throws IOException {
        long at = from;
        while (into.hasRemaining()) {
            int count = channel.read(into, at);
            if (count < 0) {
                return;
            }
            at += count;
        }
    }

    private static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }

    /** Keeps a closed file that cannot be read under a name that nothing else takes; returns where. */
    static Path setAside(Path path) throws IOException {
        Path aside = path.resolveSibling(path.getFileName() + ASIDE);
        for (int other = 2; Files.exists(aside); other++) {
            aside = path.resolveSibling(path.getFileName() + ASIDE + other);
        }
        return Files.move(path, aside);
    }

    void delete() throws IOException {
        close();
        Files.deleteIfExists(path);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
