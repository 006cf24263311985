package org.plumbline.server.training;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written of one set, oldest first: in memory, or behind one another in a {@link SpoolFile} and in memory.
 *
 * <p>Three threads: one adds and never waits for a disk, one takes from the front and writes, one moves to the file what
 * waits too long. What was written stays at hand for a moment, because an embedded database that finds its disk full drops
 * what it had taken last.
 */
final class Backlog {
    /** How long a committed write may take into the file of the embedded database, many times over. */
    private static final long AT_HAND_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final int AT_HAND_BYTES = 1 << 20;

    private final UUID setId;
    private final AtomicLong memoryOfAll;
    private final Deque<Held> again = new ArrayDeque<>();
    private final Deque<Held> memory = new ArrayDeque<>();
    private final Deque<Held> written = new ArrayDeque<>();
    private @Nullable SpoolFile file;
    private long fileSinceNanos;
    private long memoryBytes;
    private long writtenBytes;
    private long nextNumber;
    private boolean fileInUse;
    private boolean closed;

    /** @param memoryOfAll bytes that wait in memory of all sets, counted here */
    Backlog(UUID setId, AtomicLong memoryOfAll) {
        this.setId = setId;
        this.memoryOfAll = memoryOfAll;
    }

    private record Held(SetWrite write, long number, long sinceNanos) {}

    /**
     * The write at the front.
     *
     * @param again whether it may be in the database already
     */
    record Front(SetWrite write, boolean again, @Nullable Object held) {
        /** Whether something that waited before it in the file cannot be read. */
        boolean isAfterLoss() {
            return held instanceof SpoolFile.Spooled spooled && spooled.afterLoss();
        }
    }

    /** Takes a write that waits from now on; once it is closed nothing is written any more, and nothing waits. */
    synchronized void add(SetWrite write) {
        if (closed) {
            return;
        }
        memory.addLast(new Held(write, nextNumber++, System.nanoTime()));
        count(write.bytes());
        notifyAll();
    }

    private void count(int bytes) {
        memoryBytes += bytes;
        memoryOfAll.addAndGet(bytes);
    }

    /**
     * Waits for a write and leaves it at the front; null once it is closed.
     *
     * @throws IOException where the file cannot be read any further
     */
    @Nullable
    Front first() throws InterruptedException, IOException {
        SpoolFile spooled;
        synchronized (this) {
            while (isEmpty() && !closed) {
                wait();
            }
            if (closed) {
                return null;
            }
            if (!again.isEmpty()) {
                return new Front(again.getFirst().write(), true, again.getFirst());
            }
            if (file == null || file.isReadThrough()) {
                return new Front(memory.getFirst().write(), false, memory.getFirst());
            }
            spooled = file;
        }
        SpoolFile.@Nullable Spooled read = spooled.first();
        if (read == null) {
            throw new IOException(spooled.path() + " cannot be read to its end");
        }
        return new Front(read.write(), true, read);
    }

    /** The front is written. Where it was moved to the file meanwhile it comes again. */
    synchronized void done(Front front) {
        if (front.held() instanceof SpoolFile.Spooled read && file != null) {
            file.done(read);
        } else if (!again.isEmpty() && again.getFirst() == front.held()) {
            again.removeFirst();
        } else if (!memory.isEmpty() && memory.getFirst() == front.held()) {
            memory.removeFirst();
            count(-front.write().bytes());
        } else {
            return;
        }
        keepAtHand(front.write());
        notifyAll();
    }

    private void keepAtHand(SetWrite write) {
        long now = System.nanoTime();
        written.addLast(new Held(write, -1, now));
        writtenBytes += write.bytes();
        while (!written.isEmpty()
                && (now - written.getFirst().sinceNanos() > AT_HAND_NANOS || writtenBytes > AT_HAND_BYTES)) {
            writtenBytes -= written.removeFirst().write().bytes();
        }
    }

    /** The database failed: what it took last may be gone with it, and is written again. */
    synchronized void doubtWhatWasWritten() {
        List<Held> inOrder = new ArrayList<>(written);
        inOrder.addAll(again);
        again.clear();
        again.addAll(inOrder);
        written.clear();
        writtenBytes = 0;
    }

    /** What cannot be read of the file is given up, and kept aside for whoever can. */
    void giveUpFile() throws IOException, InterruptedException {
        SpoolFile unreadable;
        synchronized (this) {
            awaitFile();
            if (file == null || closed) {
                return;
            }
            unreadable = file;
            file = null;
            fileInUse = true;
        }
        try {
            unreadable.close();
            SpoolFile.setAside(unreadable.path());
        } finally {
            letGoOfFile();
        }
    }

    /** Another file of this set would stand in the same place. */
    private synchronized void awaitFile() throws InterruptedException {
        while (fileInUse) {
            wait();
        }
    }

    private synchronized void letGoOfFile() {
        fileInUse = false;
        notifyAll();
    }

    /** Whether nothing waits. */
    synchronized boolean isEmpty() {
        return again.isEmpty() && memory.isEmpty() && (file == null || file.isReadThrough());
    }

    synchronized boolean hasFile() {
        return file != null;
    }

    /** How long the oldest has waited. */
    synchronized long waitingNanos() {
        if (isEmpty()) {
            return 0;
        }
        long now = System.nanoTime();
        long longest = memory.isEmpty() ? 0 : now - memory.getFirst().sinceNanos();
        return file == null || file.isReadThrough() ? longest : Math.max(longest, now - fileSinceNanos);
    }

    synchronized long memoryBytes() {
        return memoryBytes;
    }

    synchronized long fileBytes() {
        return file == null ? 0 : file.length();
    }

    /** Waits until it has room in memory; false where it has none by then. */
    synchronized boolean awaitRoom(long bytes, long patienceNanos) throws InterruptedException {
        long end = System.nanoTime() + patienceNanos;
        while (memoryBytes > bytes) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    /**
     * Moves what waits in memory to the file. Only one thread does.
     *
     * @throws IOException where the file takes nothing; all waits in memory on
     */
    void spool(SpoolFolder folder) throws IOException {
        List<Held> moved;
        SpoolFile target;
        synchronized (this) {
            try {
                awaitFile();
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while it waited for the file");
            }
            moved = new ArrayList<>(again);
            moved.addAll(memory);
            target = file;
            if (moved.isEmpty() || closed) {
                return;
            }
            fileInUse = true;
        }
        try {
            spool(folder, moved, target);
        } finally {
            letGoOfFile();
        }
    }

    /** Whoever adds goes on meanwhile. */
    private void spool(SpoolFolder folder, List<Held> moved, @Nullable SpoolFile target) throws IOException {
        boolean fresh = target == null;
        SpoolFile to = target == null ? folder.create(setId) : target;
        try {
            folder.append(to, moved.stream().map(Held::write).toList());
        } catch (IOException noRoom) {
            if (fresh) {
                to.delete();
            }
            throw noRoom;
        }
        synchronized (this) {
            if (fresh || to.isReadThrough()) {
                fileSinceNanos = moved.get(0).sinceNanos();
            }
            file = to;
            again.removeAll(moved);
            long last = moved.get(moved.size() - 1).number();
            // those written meanwhile are gone from the front already
            while (!memory.isEmpty() && memory.getFirst().number() <= last) {
                count(-memory.removeFirst().write().bytes());
            }
        }
    }

    /** Deletes the file where all of it is written, and keeps aside one that was damaged; false where something waits again. */
    boolean dropReadFile() throws IOException, InterruptedException {
        SpoolFile read;
        synchronized (this) {
            awaitFile();
            if (!isEmpty() || closed) {
                return false;
            }
            if (file == null) {
                return true;
            }
            read = file;
            file = null;
            fileInUse = true;
        }
        // half a gigabyte takes a while, and whoever adds must not wait for it
        try {
            if (read.damage() == null) {
                read.delete();
            } else {
                read.close();
                SpoolFile.setAside(read.path());
            }
        } finally {
            letGoOfFile();
        }
        return true;
    }

    /** Nothing of the set is wanted any more. */
    void abandon() throws IOException {
        @Nullable SpoolFile unwanted;
        synchronized (this) {
            unwanted = file;
            close();
        }
        if (unwanted != null) {
            unwanted.delete();
        }
    }

    /** Leaves the file to the next start. */
    synchronized void close() throws IOException {
        closed = true;
        notifyAll();
        memoryOfAll.addAndGet(-memoryBytes);
        memoryBytes = 0;
        memory.clear();
        again.clear();
        if (file != null) {
            file.close();
        }
    }
}
