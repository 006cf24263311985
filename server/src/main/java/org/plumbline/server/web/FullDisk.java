package org.plumbline.server.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Writes of the embedded database that its disk has no room for wait here until it has. The database itself takes one that fails for the
 * end of its file, and does not come back from that in every case: H2 2.4.240 may turn for ever in {@code MVStore.closeStore}, with the
 * file locked, or open the file as it was before what it had already said to be in it. To it a full disk is therefore a slow one; whoever
 * would add to it is refused meanwhile ({@link #isMet}).
 */
public final class FullDisk {
    /** What operating systems say of a full disk, a quota that is used up, and a limit on the size of a file. */
    private static final Set<String> NO_ROOM =
            Set.of("no space left", "not enough space", "quota exceeded", "file too large");

    private static final long BETWEEN_TRIES_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final AtomicInteger WAITING = new AtomicInteger();
    private static volatile boolean patient;
    private static volatile @Nullable IOException refusal;

    private FullDisk() {}

    /** A write to a file. */
    @FunctionalInterface
    interface Write {
        int toFile() throws IOException;
    }

    /** From now on writes wait. Before a server runs nobody would see why it does not start: then they fail. */
    public static void beginToWait() {
        waitForRoom(true);
    }

    static void waitForRoom(boolean wait) {
        patient = wait;
    }

    /** Whether a write waits for room now. */
    public static boolean isMet() {
        return WAITING.get() > 0;
    }

    /** What the disk said last. */
    public static IOException refusal() {
        @Nullable IOException said = refusal;
        return said == null ? new IOException("no space left") : said;
    }

    static boolean isNoRoom(Throwable failure) {
        String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return failure instanceof IOException && NO_ROOM.stream().anyMatch(said::contains);
    }

    /** Writes, when there is room. */
    static int write(Write write) throws IOException {
        try {
            return write.toFile();
        } catch (IOException refused) {
            if (!patient || !isNoRoom(refused)) {
                throw refused;
            }
            refusal = refused;
        }
        WAITING.incrementAndGet();
        try {
            return writeAgain(write);
        } finally {
            WAITING.decrementAndGet();
        }
    }

    private static int writeAgain(Write write) throws IOException {
        while (true) {
            LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
            if (Thread.currentThread().isInterrupted()) {
                throw refusal();
            }
            try {
                return write.toFile();
            } catch (IOException refused) {
                if (!isNoRoom(refused)) {
                    throw refused;
                }
                refusal = refused;
            }
        }
    }
}
