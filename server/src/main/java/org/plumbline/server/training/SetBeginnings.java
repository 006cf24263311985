package org.plumbline.server.training;

import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.plumbline.server.storage.DiskRoom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Lets a set begin only where it will be found again: one that was begun and is not in the file of the embedded database when the disk
 * turns out to be full would be gone, and all of its samples with it.
 */
@Component
class SetBeginnings {
    private static final Logger LOG = LoggerFactory.getLogger(SetBeginnings.class);
    private static final long LOOK_MILLIS = 200;
    private static final long BETWEEN_TRIES_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final SetStore store;
    private final SummaryWriting summaries;
    private final Path disk;
    // a database that waits for room holds up whoever asks it to write: one thread, and none that answers anybody
    private final ExecutorService settling = thread("set-settles");
    private final ExecutorService takingBack = thread("set-taken-back");
    private volatile boolean closed;

    SetBeginnings(SetStore store, SummaryWriting summaries, Environment environment) {
        this.store = store;
        this.summaries = summaries;
        this.disk = Path.of(environment.getRequiredProperty("plumbline.data-dir"));
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @throws DataAccessResourceFailureException where the disk of the embedded database takes nothing */
    void requireRoom() {
        if (!store.isEmbedded()) {
            return;
        }
        store.requireRoom();
        DiskRoom.refusal(disk).ifPresent(refusal -> {
            throw SetStore.takesNothing(refusal);
        });
    }

    /**
     * Puts a set that was just begun into the file. Where that cannot be done at once, it is taken back.
     *
     * @throws RuntimeException what the database said, where it takes nothing
     */
    void secure(UUID setId) {
        CompletableFuture<Void> settled = CompletableFuture.runAsync(store::settle, settling);
        try {
            await(settled);
        } catch (RuntimeException refused) {
            takeBackOnceAnswered(setId);
            throw refused;
        }
    }

    /** Takes back a set of which nobody knows whether it was begun, as soon as the database answers. */
    void takeBackOnceAnswered(UUID setId) {
        takingBack.execute(() -> takeBack(setId));
    }

    private void await(CompletableFuture<Void> settled) {
        while (true) {
            try {
                settled.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException slow) {
                store.requireRoom();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException said ? said : new IllegalStateException(failed);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    private void takeBack(UUID setId) {
        while (!closed) {
            try {
                summaries.delete(setId);
                return;
            } catch (RuntimeException unanswered) {
                if (!SetStore.isWorthAnotherTry(unanswered)) {
                    LOG.error("Set {}, whose begin could not be kept, cannot be taken back", setId, unanswered);
                    return;
                }
                // never interrupted: the embedded database would close its file
                LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
            }
        }
        LOG.warn("Set {}, whose begin could not be kept, was not taken back: the next start ends it", setId);
    }

    @PreDestroy
    void close() {
        closed = true;
        settling.shutdown();
        takingBack.shutdown();
    }
}
