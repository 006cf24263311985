package org.plumbline.server.training;

import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Whose turn it is to analyse a stored set again. A long one takes minutes: others wait for a moment and are then sent away, so
 * that they do not keep the threads that answer everybody.
 */
@Component
final class AnalysisTurns {
    /** Sets analysed at the same time. */
    private static final int AT_ONCE = 2;

    private static final long PATIENCE_S = 3;
    /** Sets that share a lock wait for each other without need; so many rarely do. */
    private static final int LOCKS = 64;

    private final ReentrantLock[] locks =
            IntStream.range(0, LOCKS).mapToObj(number -> new ReentrantLock()).toArray(ReentrantLock[]::new);
    private final Semaphore places = new Semaphore(AT_ONCE);

    /**
     * Does something while nobody else changes what was found in a set. Whoever does may do so again within.
     *
     * @throws AnalysisBusyException where somebody else takes long over it
     */
    <T> T alone(UUID setId, Supplier<T> work) {
        hold(setId);
        try {
            return work.get();
        } finally {
            release(setId);
        }
    }

    /** As above, for what gives nothing back. */
    void alone(UUID setId, Runnable work) {
        hold(setId);
        try {
            work.run();
        } finally {
            release(setId);
        }
    }

    private void hold(UUID setId) {
        refuseUnless(() -> lock(setId).tryLock(PATIENCE_S, TimeUnit.SECONDS));
    }

    private void release(UUID setId) {
        lock(setId).unlock();
    }

    private ReentrantLock lock(UUID setId) {
        return locks[Math.floorMod(setId.hashCode(), LOCKS)];
    }

    /** What an analysis is. */
    interface Analysis<T, E extends Exception> {
        T run() throws E;
    }

    /**
     * Analyses, while few others do.
     *
     * @throws AnalysisBusyException where too many do
     */
    <T, E extends Exception> T analysing(Analysis<T, E> analysis) throws E {
        refuseUnless(() -> places.tryAcquire(PATIENCE_S, TimeUnit.SECONDS));
        try {
            return analysis.run();
        } finally {
            places.release();
        }
    }

    private interface Waiting {
        boolean came() throws InterruptedException;
    }

    private static void refuseUnless(Waiting turn) {
        try {
            if (!turn.came()) {
                throw new AnalysisBusyException();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AnalysisBusyException();
        }
    }
}
