package org.plumbline.server.training;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;

/**
 * Sees to it that what is measured is kept while the database takes nothing. What waits longer than a second is moved to a
 * file of the data directory, one a set, from where it is written as soon as the database takes it again; what a killed or
 * stopped server left there is written at the next start.
 */
@Service
public class Spool {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final long LOOK_MILLIS = 250;
    private static final long WAITS_LONG_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long STOP_PATIENCE_MILLIS = 5_000;
    /** Sets that end where there is no room get their end in all the same. */
    private static final double FULL = 0.9;

    private final SetStore store;
    private final SpoolFolder folder;
    private final long memoryBytes;
    private final AtomicLong memoryOfAll = new AtomicLong();
    private final Set<SetRecorder> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "set-spool");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean noRoom;

    Spool(SetStore store, SpoolProperties properties, Environment environment) {
        this.store = store;
        this.memoryBytes = properties.memory().toBytes();
        this.folder = new SpoolFolder(
                Path.of(environment.getRequiredProperty("plumbline.data-dir")).resolve("spool"),
                properties.file().toBytes());
        ScheduledFuture<?> unused =
                looking.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Begins to record a set that is in the log.
     *
     * @param time the time of day within it
     * @param canWait whether its source can be read again and waits for the database: nothing of it is kept in files
     */
    SetRecorder record(UUID setId, SetTime time, Duration chunk, int chunkSamples, boolean canWait) {
        SetRecorder recorder = new SetRecorder(
                setId,
                new Backlog(setId, memoryOfAll),
                store,
                new SetRecorder.Pace(
                        TimeUnit.NANOSECONDS.toMicros(chunk.toNanos()),
                        chunkSamples,
                        canWait,
                        SetRecorder.Pace.BETWEEN_TRIES),
                time,
                this::isFull,
                open::remove);
        open.add(recorder);
        recorder.start();
        return recorder;
    }

    private boolean isFull() {
        return noRoom && memoryOfAll.get() > FULL * memoryBytes;
    }

    private void look() {
        try {
            folder.used(open.stream().mapToLong(SetRecorder::fileBytes).sum());
            boolean full = false;
            for (SetRecorder recorder : open) {
                if (recorder.canSpool() && (recorder.hasFile() || recorder.waitingNanos() > WAITS_LONG_NANOS)) {
                    full |= !spool(recorder);
                }
            }
            noRoom = full;
        } catch (RuntimeException broken) {
            LOG.error("What waits to be written cannot be looked after", broken);
        }
    }

    private boolean spool(SetRecorder recorder) {
        try {
            recorder.spool(folder);
            return true;
        } catch (IOException unwritable) {
            if (!noRoom) {
                LOG.error("Nothing can be kept in the folder of the spool: {}", unwritable.getMessage());
            }
            return false;
        }
    }

    /** Whether the last write of a set failed. */
    boolean isFailing() {
        return open.stream().anyMatch(SetRecorder::isFailing);
    }

    /** Another number whenever something of a running set was written. */
    long writtenMark() {
        return open.stream().mapToLong(SetRecorder::writtenNanos).sum();
    }

    /** How the storing is doing. */
    public Storing storing() {
        long longest = open.stream()
                .mapToLong(SetRecorder::waitingNanos)
                .filter(nanos -> nanos > WAITS_LONG_NANOS)
                .max()
                .orElse(0);
        int waiting = (int) open.stream()
                .filter(recorder -> recorder.waitingNanos() > WAITS_LONG_NANOS)
                .count();
        return new Storing(
                waiting,
                TimeUnit.NANOSECONDS.toSeconds(longest),
                memoryOfAll.get(),
                open.stream().mapToLong(SetRecorder::fileBytes).sum(),
                isFull());
    }

    /**
     * @param waitingSets sets of which something has waited for more than a second
     * @param longestSeconds how long the oldest of it has waited
     * @param memoryBytes what waits in memory, of all sets
     * @param fileBytes what waits in files, of all sets
     * @param full whether nothing more can be kept
     */
    public record Storing(int waitingSets, long longestSeconds, long memoryBytes, long fileBytes, boolean full) {}

    /** Writes what an earlier server left. */
    void playIn() {
        try {
            folder.left().forEach(this::tryToPlayIn);
            folder.aside().forEach(this::lookAtAside);
        } catch (IOException | RuntimeException unreadable) {
            LOG.error("The folder of the spool cannot be read", unreadable);
        }
    }

    private void playIn(Path path) throws IOException {
        try (SpoolFile file = open(path)) {
            UUID setId = file.setId();
            if (!store.isThere(setId)) {
                LOG.warn("Set {} is gone, what was kept of it is not needed any more", setId);
                file.delete();
                return;
            }
            playIn(setId, file);
            LOG.info("What was kept of set {} is in the log now", setId);
            @Nullable String damage = file.damage();
            if (damage != null) {
                throw new IOException("all that can be read is in the log, but " + damage);
            }
            file.delete();
        } catch (IOException unreadable) {
            Path aside = SpoolFile.setAside(path);
            LOG.error(
                    "{} could not all be read and is kept as {}: {}",
                    path,
                    aside.getFileName(),
                    unreadable.getMessage());
        }
    }

    private SpoolFile open(Path path) throws IOException {
        try {
            return SpoolFile.open(path);
        } catch (IOException unreadable) {
            SpoolFile.named(path).filter(store::isThere).ifPresent(store::noteLoss);
            throw unreadable;
        }
    }

    private void playIn(UUID setId, SpoolFile file) throws IOException {
        boolean lost = false;
        boolean ended = false;
        try {
            for (SpoolFile.Spooled next = file.first(); next != null; next = file.first()) {
                if (next.afterLoss()) {
                    // before the end is written: the set is partial then
                    store.noteLoss(setId);
                }
                lost |= !playIn(setId, next.write());
                ended |= next.write() instanceof SetWrite.End;
                file.done(next);
            }
            if (!file.isReadThrough()) {
                LOG.warn("The last write that was kept of set {} was cut short", setId);
            }
        } catch (IOException unreadable) {
            store.noteLoss(setId);
            throw unreadable;
        }
        if (lost) {
            store.noteLoss(setId);
        }
        if (ended) {
            store.sumUp(setId);
        }
        store.settle();
    }

    /** Of a set that is gone nothing stays; else whoever runs the server decides. */
    private void lookAtAside(Path path) {
        try {
            if (SpoolFile.named(path).filter(setId -> !store.isThere(setId)).isPresent()) {
                Files.delete(path);
                LOG.warn("{} was deleted: its set is gone", path);
            } else {
                LOG.warn("{} holds what could not be read of a set. Delete it when nobody needs it any more", path);
            }
        } catch (IOException | RuntimeException failed) {
            LOG.error("{} could not be looked at", path, failed);
        }
    }

    /** Files of the folder that are damaged and wait for somebody to look at them. */
    List<String> aside() {
        try {
            return folder.aside().stream().map(Path::toString).toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private boolean playIn(UUID setId, SetWrite write) {
        try {
            store.store(setId, write, true);
            return true;
        } catch (RuntimeException failed) {
            if (SetStore.isWorthAnotherTry(failed)) {
                throw failed;
            }
            LOG.error("A write to the log cannot be done", failed);
            return false;
        }
    }

    /** What is wrong with one file stops neither the others nor the start. */
    private void tryToPlayIn(Path path) {
        try {
            playIn(path);
        } catch (IOException | RuntimeException failed) {
            LOG.error("{} could not be written to the log, the next start tries again", path, failed);
        }
    }

    @PreDestroy
    void close() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_PATIENCE_MILLIS);
        for (SetRecorder recorder : open) {
            if (recorder.isEnding()) {
                recorder.awaitSaved(Math.max(0, end - System.nanoTime()));
            }
        }
        looking.shutdown();
        try {
            looking.awaitTermination(STOP_PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        open.forEach(recorder -> recorder.leave(folder));
    }
}
