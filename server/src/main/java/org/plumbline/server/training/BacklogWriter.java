package org.plumbline.server.training;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Writes what waits of one set to the log, in order, on a thread of its own, and tries for as long as the database does not answer.
 * Nothing is let go but a write that can never succeed.
 */
final class BacklogWriter {
    private static final Logger LOG = LoggerFactory.getLogger(BacklogWriter.class);

    private final UUID setId;
    private final Backlog backlog;
    private final SetStore store;
    private final long betweenTriesMillis;
    private final Runnable whenOver;
    private final CountDownLatch saved = new CountDownLatch(1);
    private final Thread thread;
    private boolean ended;
    private @Nullable String said;
    private volatile boolean failing;
    private volatile boolean left;
    private volatile long writtenNanos;
    private volatile boolean lost;
    private volatile boolean gone;

    /**
     * @param betweenTriesMillis pause before another try
     * @param whenOver hears that all of an ended set is in the database, or that it was let go
     */
    BacklogWriter(UUID setId, Backlog backlog, SetStore store, long betweenTriesMillis, Runnable whenOver) {
        this.setId = setId;
        this.backlog = backlog;
        this.store = store;
        this.betweenTriesMillis = betweenTriesMillis;
        this.whenOver = whenOver;
        this.thread = new Thread(this::write, "set-recorder");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Waits until all of an ended set is in the database; false where it is not by then. */
    boolean awaitSaved(long patienceNanos) {
        try {
            return saved.await(patienceNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether the last write failed, or the next one would. */
    boolean isFailing() {
        return failing || store.isRefused();
    }

    /** Whether the disk of the database takes nothing now. */
    boolean isRefused() {
        return store.isRefused();
    }

    /** When something was written last, as {@link System#nanoTime}. */
    long writtenNanos() {
        return writtenNanos;
    }

    /** Whether a part of the set could not be written, and never will be. */
    boolean hasLost() {
        return lost;
    }

    /** Whether the set is not in the log any more. */
    boolean isGone() {
        return gone;
    }

    /** Whether nothing more is written. */
    boolean isLeft() {
        return left;
    }

    /** Writes nothing more. */
    void leave() {
        // never interrupted: the embedded database would close its file
        left = true;
    }

    /** Writes nothing more, lets go what waits, and waits for what is being written. */
    void abandon(long patienceMillis) {
        letGo();
        // never interrupted: the embedded database would close its file
        LockSupport.unpark(thread);
        try {
            thread.join(patienceMillis);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private void letGo() {
        left = true;
        try {
            backlog.abandon();
        } catch (IOException stays) {
            LOG.warn("A spool file of set {} could not be deleted", setId, stays);
        }
        whenOver.run();
    }

    private void write() {
        try {
            while (!left && saved.getCount() > 0) {
                writeFirst();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeFirst() throws InterruptedException {
        Backlog.@Nullable Front first;
        try {
            first = backlog.first();
        } catch (IOException unreadable) {
            if (left) {
                // closed meanwhile
                return;
            }
            LOG.error("What was kept of set {} in a file cannot be read again", setId, unreadable);
            lost = true;
            giveUpFile();
            noteLoss();
            return;
        }
        if (first == null) {
            return;
        }
        Backlog.Front front = first;
        if (front.isAfterLoss() && !lost) {
            LOG.error(
                    "A part of what was kept of set {} in a file cannot be read again; the file is kept aside", setId);
            giveUp();
            // in doubt meanwhile may be what was written before
            return;
        }
        if (!isWritten(() -> store.store(setId, front.write(), front.again() || failing))) {
            // what was written before it comes first now
            return;
        }
        backlog.done(front);
        if (!front.again()) {
            said = null;
        }
        if (front.write() instanceof SetWrite.End) {
            ended = true;
        }
        if (backlog.isEmpty() && (ended || backlog.hasFile())) {
            settle();
        }
    }

    /** Nothing waits: the file can go, and where the set is over it is saved. */
    private void settle() throws InterruptedException {
        boolean settled = isWritten(this::sumUpAndSettle);
        // after a failure what was written last comes again
        while (!settled && backlog.isEmpty()) {
            settled = isWritten(this::sumUpAndSettle);
        }
        if (!backlog.isEmpty()) {
            return;
        }
        said = null;
        boolean nothingWaits;
        try {
            nothingWaits = backlog.dropReadFile();
        } catch (IOException stays) {
            LOG.warn("A spool file of set {} could not be deleted", setId, stays);
            nothingWaits = backlog.isEmpty();
        }
        if (nothingWaits && ended) {
            whenOver.run();
            saved.countDown();
        }
    }

    private void sumUpAndSettle() {
        if (ended) {
            store.sumUp(setId);
        }
        store.settle();
    }

    private void giveUpFile() throws InterruptedException {
        try {
            backlog.giveUpFile();
        } catch (IOException stays) {
            LOG.error("The spool file of set {} could not be kept aside", setId, stays);
        }
    }

    /**
     * Tries until it succeeds or never can. After the first failure what the database took last is in doubt and stands at
     * the front.
     *
     * @return false where it is not written, and has to wait for what is at the front now
     */
    private boolean isWritten(Runnable write) throws InterruptedException {
        while (true) {
            try {
                write.run();
                failing = false;
                writtenNanos = System.nanoTime();
                return true;
            } catch (RuntimeException failed) {
                if (left) {
                    throw new InterruptedException("the server stops");
                }
                if (failed instanceof DataIntegrityViolationException && isGoneFromTheLog()) {
                    LOG.info("Set {} is gone, nothing more of it is written", setId);
                    gone = true;
                    letGo();
                    throw new InterruptedException("the set is gone");
                }
                if (!SetStore.isWorthAnotherTry(failed)) {
                    LOG.error("A write to the log cannot be done", failed);
                    giveUp();
                    return true;
                }
                sayOnce(failed);
                boolean first = !failing;
                if (first) {
                    failing = true;
                    backlog.doubtWhatWasWritten();
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(betweenTriesMillis));
                if (first) {
                    return false;
                }
            }
        }
    }

    /** In doubt it is there: what cannot be written says so. */
    private boolean isGoneFromTheLog() {
        try {
            return !store.isThere(setId);
        } catch (RuntimeException unanswered) {
            return false;
        }
    }

    private void sayOnce(RuntimeException failed) {
        String why = NestedExceptionUtils.getMostSpecificCause(failed).toString();
        if (!why.equals(said)) {
            said = why;
            LOG.warn("Writing set {} failed, trying on: {}", setId, why);
        }
    }

    /** A write that can never succeed must not hold up those behind it. */
    private void giveUp() throws InterruptedException {
        if (!lost) {
            lost = true;
            noteLoss();
        }
    }

    private void noteLoss() throws InterruptedException {
        boolean noted = isWritten(() -> store.noteLoss(setId));
        while (!noted) {
            noted = isWritten(() -> store.noteLoss(setId));
        }
    }
}
