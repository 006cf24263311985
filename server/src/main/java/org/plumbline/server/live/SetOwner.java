package org.plumbline.server.live;

import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.plumbline.server.wearable.CuePriority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that owns some of the live sets: whatever touches the analysis of one of them happens here, one after another. A set with
 * something to do waits once in the queue, however much that is, so that the queue is never longer than there are sets.
 */
final class SetOwner {
    /** Something that happens on the owner's thread. */
    interface Owned {
        /** Does a share of what waits; asks for another turn where more does. */
        void work();

        /** Now and then, whether or not something came. */
        void look(long nowNanos);
    }

    private static final Logger LOG = LoggerFactory.getLogger(SetOwner.class);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final BlockingQueue<Owned> ready = new LinkedBlockingQueue<>();
    private final Set<Owned> owned = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    /** Started beforehand, for when the machine gives no more threads. */
    private final ThreadPoolExecutor spare;

    private volatile boolean closed;

    SetOwner(String name) {
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.setPriority(CuePriority.OF_THREADS);
        spare = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread ending = new Thread(task, name + "-spare");
            ending.setDaemon(true);
            return ending;
        });
        spare.prestartCoreThread();
        thread.start();
    }

    /** How many it owns. */
    int load() {
        return owned.size();
    }

    /** How many wait for their turn. */
    int waiting() {
        return ready.size();
    }

    void take(Owned set) {
        owned.add(set);
    }

    void release(Owned set) {
        owned.remove(set);
    }

    /** A set has something to do; it sees to it itself that it waits only once. */
    void wake(Owned set) {
        ready.add(set);
    }

    /** Does something that waits, not on this thread: each on one of its own or, where there is none to be had, one after another. */
    void elsewhere(Runnable waiting) {
        Runnable noted = () -> {
            try {
                waiting.run();
            } catch (Throwable unforeseen) {
                note(unforeseen);
            }
        };
        try {
            Thread own = new Thread(noted, "live-set-end");
            own.setDaemon(true);
            own.start();
        } catch (Throwable noThread) {
            note(noThread);
            spare.execute(noted);
        }
    }

    private void run() {
        long nextLookNanos = System.nanoTime() + LOOK_NANOS;
        while (!closed) {
            try {
                Owned next = ready.poll(Math.max(0, nextLookNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (next != null) {
                    next.work();
                }
                long nowNanos = System.nanoTime();
                if (nowNanos - nextLookNanos >= 0) {
                    nextLookNanos = nowNanos + LOOK_NANOS;
                    owned.forEach(set -> set.look(nowNanos));
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (Throwable unforeseen) {
                // a set catches what is its own; the others go on whatever happens, also where there was no memory for
                // one of them
                note(unforeseen);
            }
        }
    }

    private static void note(Throwable unforeseen) {
        try {
            LOG.error("The owner of live sets met something unforeseen", unforeseen);
        } catch (Throwable noRoomForWords) {
            // whoever cannot even say so goes on
        }
    }

    void close() {
        closed = true;
        thread.interrupt();
        spare.shutdown();
    }
}
