package org.plumbline.server.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How the command {@code backup} asks a server that runs: by a file in the data directory, which only its owner can write.
 * The database is open in the server and cannot be opened a second time.
 */
public final class BackupRequest {
    /** Begins the answer to a backup that was made; its name follows. */
    public static final String DONE = "done ";

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Path wish;
    /** A request that a server has seen and not answered yet. */
    private final Path taken;

    private final Path answer;
    private final Path turn;

    public BackupRequest(Path dataDirectory) {
        wish = dataDirectory.resolve("backup.request");
        taken = dataDirectory.resolve("backup.taken");
        answer = dataDirectory.resolve("backup.answer");
        turn = dataDirectory.resolve("backup.turn");
    }

    /**
     * Waits until nobody else asks: there is one request and one answer at a time. Whoever has the turn closes it.
     *
     * @throws IOException where others ask for longer than that
     */
    public FileChannel turn(long patienceNanos) throws IOException {
        long begun = System.nanoTime();
        FileChannel channel = FileChannel.open(turn, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        while (!isLocked(channel)) {
            if (System.nanoTime() - begun > patienceNanos) {
                channel.close();
                throw new IOException("another backup is being asked for all the time");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return channel;
    }

    /** The operating system lets go of it, also where whoever asked was killed. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }

    /** Asks for a backup under that name, or an empty one for a place among the others. For whoever has the {@link #turn}. */
    public void ask(String name) throws IOException {
        Files.deleteIfExists(answer);
        Path written = wish.resolveSibling(wish.getFileName() + ".part");
        Files.writeString(written, name);
        // one that a killed command left
        Files.move(written, wish, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes the request back; false where the server has seen it. */
    public boolean takeBack() throws IOException {
        return Files.deleteIfExists(wish);
    }

    /** No server is there to answer it any more. */
    public void withdraw() throws IOException {
        Files.deleteIfExists(wish);
        Files.deleteIfExists(taken);
    }

    /** What the server answered, once it has. */
    public Optional<String> answer() throws IOException {
        return Files.exists(answer) ? Optional.of(Files.readString(answer)) : Optional.empty();
    }

    /** What is asked for, once. */
    Optional<Path> take() throws IOException {
        if (!Files.exists(wish)) {
            return Optional.empty();
        }
        Files.move(wish, taken, StandardCopyOption.REPLACE_EXISTING);
        return Optional.of(Path.of(Files.readString(taken).strip()));
    }

    /** Answers what the server before this one had seen and not answered: it was killed amid it. */
    void answerLeft() {
        if (Files.exists(taken)) {
            answer("the server was stopped amid the backup, and nothing was made. Ask for it again");
        }
    }

    void answer(String text) {
        try {
            Path written = answer.resolveSibling(answer.getFileName() + ".part");
            Files.writeString(written, text);
            Files.move(written, answer);
            Files.deleteIfExists(taken);
        } catch (IOException unheard) {
            // whoever asked waits in vain and says so
        }
    }
}
