package org.plumbline.server.storage;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes of the embedded database that its disk has no room for wait here until it has. The database itself takes one that fails for the
 * end of its file, and does not come back from that in every case: H2 2.4.240 may turn for ever in {@code MVStore.closeStore}, with the
 * file locked, or open the file as it was before what it had already said to be in it. To it a full disk is therefore a slow one; whoever
 * would add to it is refused meanwhile ({@link #isMet}).
 *
 * <p>It still hears of it before the server runs ({@link #beginToWait}), where its thread is interrupted, which none of ours is, where it
 * puts through or shortens a file, and where its address is one of the operator's own.
 */
public final class FullDisk {
    private static final Logger LOG = LoggerFactory.getLogger(FullDisk.class);

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
        return said == null ? new IOException("no space left") : new IOException(said.getMessage(), said);
    }

    /** Whether it is what a disk says that takes no more. */
    public static boolean isNoRoom(Throwable failure) {
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
        if (WAITING.incrementAndGet() == 1) {
            LOG.error(
                    "The disk takes nothing ({}). Until it does, whatever would be kept is refused, and sets that run are kept in memory:"
                            + " make room",
                    refusal().getMessage());
        }
        try {
            return writeAgain(write);
        } finally {
            if (WAITING.decrementAndGet() == 0) {
                LOG.warn("The disk takes what is written again");
            }
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
