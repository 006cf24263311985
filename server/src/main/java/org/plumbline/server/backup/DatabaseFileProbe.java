package org.plumbline.server.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.plumbline.server.storage.EmbeddedDatabase;

/**
 * Looks at a database file that nobody has open, before it is opened for writing: H2 goes back to whatever older state it finds
 * whole in a file that was cut short, an empty one too, and writes over the rest. Nothing is changed by the look.
 */
final class DatabaseFileProbe {
    private static final int HEADS_BYTES = 8192;
    private static final int BLOCK_BYTES = 4096;
    private static final int HEXADECIMAL = 16;
    private static final int CHUNK_HEAD_BYTES = 1024;
    private static final String CHUNK = "chunk.";

    /** As a chunk begins: names and numbers in hexadecimal, up to the end of the line. */
    private static final Pattern CHUNK_HEAD = Pattern.compile("chunk:[0-9a-f]+(?:,\\w+:[0-9a-f]+)+");

    /** The heads say of a file that was closed in order, and of no other, which state is the last one. */
    private static final String CLOSED_IN_ORDER = "clean";

    private DatabaseFileProbe() {}

    /**
     * What stands in a file that can be opened.
     *
     * @param inOrder whether whoever wrote it last closed it; after a kill it is as of the last chunk that reached it
     * @param whole whether it is no older than what the file says it has
     * @param lost how many states the file says it has after it
     * @param until when the last chunk of it was written; empty where that is not known
     * @param hasTables whether there are tables of a server in it
     */
    record Found(boolean inOrder, boolean whole, long lost, Optional<Instant> until, boolean hasTables) {}

    /** A file that must not be opened for writing. The message says why. */
    static final class UnreadableFileException extends Exception {
        private static final long serialVersionUID = 1L;

        private UnreadableFileException(String message, Throwable cause) {
            super(message, cause);
        }

        private UnreadableFileException(String message) {
            super(message);
        }
    }

    /**
     * Compares the state that would be gone on with to the one that the file says it has, and opens it for reading.
     *
     * @return empty where another program has it open
     */
    static Optional<Found> look(Path file) throws IOException, UnreadableFileException {
        long bytes = Files.size(file);
        if (bytes == 0) {
            throw new UnreadableFileException("it is empty");
        }
        if (bytes < HEADS_BYTES) {
            throw new UnreadableFileException(cutShort(bytes));
        }
        try {
            State state = state(file);
            boolean whole = state.version() >= state.written() && !(state.inOrder() && bytes < state.end());
            long lost = Math.max(0, state.written() - state.version());
            return Optional.of(new Found(state.inOrder(), whole, lost, state.until(), hasTables(file)));
        } catch (MVStoreException failed) {
            if (failed.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                return Optional.empty();
            }
            throw unreadable(failed);
        } catch (SQLException | RuntimeException failed) {
            throw unreadable(failed);
        }
    }

    private static UnreadableFileException unreadable(Exception failed) {
        return new UnreadableFileException(EmbeddedDatabase.firstWords(failed), failed);
    }

    /** Why a file that is not whole must not be opened for writing. */
    static String cutShort(long bytes) {
        return "it is cut short or broken: the end of what was written is not in its " + bytes
                + " bytes, and whatever is older would take its place";
    }

    /**
     * Looks at a copy.
     *
     * @throws UnreadableFileException where it is not whole
     */
    static void requireWhole(Path file) throws IOException, UnreadableFileException {
        if (look(file).filter(found -> !found.whole()).isPresent()) {
            throw new UnreadableFileException(cutShort(Files.size(file)));
        }
    }

    /**
     * What H2 would go on with.
     *
     * @param version its number
     * @param written the number that the heads name; they are written after what they name
     * @param end where the last of its chunks ends, B
     */
    private record State(boolean inOrder, long version, long written, long end, Optional<Instant> until) {}

    private static State state(Path file) throws IOException {
        try (MVStore store =
                new MVStore.Builder().fileName(file.toString()).readOnly().open()) {
            Map<String, Object> head = store.getStoreHeader();
            List<Map<String, String>> listed = store.getLayoutMap().entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(CHUNK))
                    .map(entry -> Map.copyOf(DataUtils.parseMap(entry.getValue())))
                    .toList();
            // the last one cannot list itself
            List<Map<String, String>> chunks = Stream.concat(
                            listed.stream(), last(file, listed, store.getCurrentVersion()).stream())
                    .toList();
            long created = DataUtils.readHexLong(head, "created", 0);
            return new State(
                    head.containsKey(CLOSED_IN_ORDER),
                    store.getCurrentVersion(),
                    DataUtils.readHexLong(head, "version", 0),
                    chunks.stream().mapToLong(DatabaseFileProbe::end).max().orElse(0) * BLOCK_BYTES,
                    chunks.stream()
                            .map(chunk -> created + number(chunk, "time"))
                            .max(Long::compare)
                            .map(Instant::ofEpochMilli));
        }
    }

    /** The chunk of a version, by its own head, somewhere between those that are listed or behind them. */
    private static Optional<Map<String, String>> last(Path file, List<Map<String, String>> listed, long version)
            throws IOException {
        BitSet taken = new BitSet();
        listed.forEach(chunk -> taken.set(Math.toIntExact(number(chunk, "block")), Math.toIntExact(end(chunk))));
        ByteBuffer start = ByteBuffer.allocate(CHUNK_HEAD_BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int blocks = Math.toIntExact(channel.size() / BLOCK_BYTES);
            for (int block = taken.nextClearBit(HEADS_BYTES / BLOCK_BYTES);
                    block < blocks;
                    block = taken.nextClearBit(block + 1)) {
                start.clear();
                channel.read(start, (long) block * BLOCK_BYTES);
                Matcher head = CHUNK_HEAD.matcher(new String(start.array(), StandardCharsets.ISO_8859_1));
                if (head.lookingAt()) {
                    Map<String, String> chunk = DataUtils.parseMap(head.group());
                    if (number(chunk, "version") == version && number(chunk, "block") == block) {
                        return Optional.of(chunk);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The block after the last of a chunk. */
    private static long end(Map<String, String> chunk) {
        return number(chunk, "block") + number(chunk, "len");
    }

    private static long number(Map<String, String> chunk, String name) {
        return Long.parseUnsignedLong(chunk.getOrDefault(name, "0"), HEXADECIMAL);
    }

    private static boolean hasTables(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection(EmbeddedCopy.readOnly(file));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from information_schema.tables"
                        + " where table_name in ('flyway_schema_history', 'person')")) {
            row.next();
            return row.getInt(1) == 2;
        }
    }
}
