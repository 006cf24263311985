package org.plumbline.server.training;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.RepetitionCurves;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.imu.ImuSample;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Writes one set to the log while it happens. The caller hands over and goes on; a thread of the recorder writes, in
 * order, and tries again while the database does not answer. Only when {@value #WAITING_WRITES} writes wait does the
 * caller wait too. A write the database does not take for a minute is let go; from then on {@link #trouble} says so, and
 * the set ends as {@linkplain SetState#PARTIAL partial}, with a message.
 *
 * <p>One calling thread. The samples of a repetition are written before the repetition.
 */
public final class SetRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(SetRecorder.class);
    private static final int WAITING_WRITES = 4096;
    private static final long PATIENCE_MILLIS = 60_000;
    private static final String LOST =
            "A part of this set could not be written to the log and is missing here. See that the disk of the server has"
                    + " room and that its database runs.";

    private final UUID setId;
    private final LogStore store;
    private final Clock clock;
    private final long chunkMicros;
    private final Retry retry;
    private final SampleChunk.Builder chunk;
    private final BlockingQueue<Runnable> writes = new ArrayBlockingQueue<>(WAITING_WRITES);
    private final Thread writer;
    private int chunkNumber;
    private boolean ended;
    private volatile @Nullable String trouble;
    /** Once something is lost it stays said. */
    private volatile @Nullable String lost;

    /** The repositories of the log. */
    record LogStore(
            SetRepository sets, RepetitionRepository repetitions, SampleRepository samples, SummaryWriting summaries) {}

    /** How often a write is tried, and the pause between. */
    record Retry(int tries, long pauseMillis) {
        static final Retry FOR_A_MINUTE = new Retry(120, PATIENCE_MILLIS / 120);
    }

    /**
     * @param chunkMicros stream time after which a chunk is written
     * @param chunkSamples most samples of a chunk
     */
    SetRecorder(UUID setId, LogStore store, Clock clock, long chunkMicros, int chunkSamples, Retry retry) {
        this.setId = setId;
        this.store = store;
        this.clock = clock;
        this.chunkMicros = chunkMicros;
        this.retry = retry;
        this.chunk = new SampleChunk.Builder(chunkSamples);
        this.writer = new Thread(this::write, "set-recorder");
        this.writer.setDaemon(true);
        this.writer.start();
    }

    public UUID setId() {
        return setId;
    }

    /** What a person should know about the storage, or null while all is well. */
    public @Nullable String trouble() {
        String told = lost;
        return told == null ? trouble : told;
    }

    /** Takes a {@linkplain SampleChunk#quantize quantized} sample. */
    public void sample(ImuSample sample) {
        chunk.add(sample);
        long spanMicros = chunk.spanMicros();
        if (chunk.isFull() || spanMicros >= chunkMicros || spanMicros < 0) {
            flush();
        }
    }

    /** Hands over the samples taken so far. */
    public void flush() {
        if (chunk.count() == 0) {
            return;
        }
        int number = chunkNumber++;
        int count = chunk.count();
        byte[] payload = chunk.take();
        hand(() -> store.samples().insert(setId, number, count, payload));
    }

    public void repetition(AnalysisResult.Repetition result, RepetitionCurves curves) {
        flush();
        StoredRepetition repetition = new StoredRepetition(clock.instant(), result, curves);
        hand(() -> store.repetitions().insert(setId, repetition));
    }

    /** Notes a flag while its repetition still runs. */
    public void flag(FormFlag flag, int repetitionNumber) {
        hand(() -> store.repetitions().insertFlag(setId, new StoredFlag(repetitionNumber, flag)));
    }

    public void message(String text, double timeS) {
        hand(() -> store.repetitions().insertMessage(setId, new StoredMessage(timeS, text)));
    }

    /** Notes that the lifter said after that many samples that the set begins. */
    public void begun(long afterSamples) {
        hand(() -> store.sets().begun(setId, afterSamples));
    }

    /**
     * Ends the recording; returns when all is written, or after a minute. Flags of the set as a whole are noted with
     * repetition 0. Where a part was lost the set ends as partial, whatever {@code state} says.
     */
    public void end(SetState state, @Nullable AnalysisResult analysis) {
        flush();
        if (analysis != null) {
            analysis.set().flags().forEach(flag -> flag(flag, 0));
        }
        // asked on the writer's thread, after everything else was tried
        hand(() -> {
            if (lost != null) {
                store.repetitions().insertMessage(setId, new StoredMessage(0, LOST));
            }
        });
        hand(() -> store.sets().end(setId, lost == null ? state : SetState.PARTIAL, clock.instant(), analysis));
        hand(() -> store.summaries().write(setId));
        hand(() -> ended = true);
        try {
            writer.join(PATIENCE_MILLIS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private void hand(Runnable write) {
        try {
            while (!writes.offer(write, retry.pauseMillis(), TimeUnit.MILLISECONDS)) {
                if (!writer.isAlive()) {
                    lost = LOST;
                    return;
                }
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            while (!ended) {
                writeOne(writes.take());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeOne(Runnable write) {
        for (int tries = 1; ; tries++) {
            try {
                write.run();
                trouble = null;
                return;
            } catch (DataAccessException | TransactionException failed) {
                trouble = "The log cannot be written at the moment; the set goes on and is kept in memory.";
                if (tries == 1) {
                    LOG.warn("Writing to the log failed, trying again: {}", failed.getMessage());
                }
                if (tries == retry.tries()) {
                    lost = LOST;
                    LOG.error("Writing to the log failed for good", failed);
                    return;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(retry.pauseMillis()));
            } catch (RuntimeException broken) {
                // trying again would not help, and the writes behind it must not wait for ever
                lost = LOST;
                LOG.error("A write to the log cannot be done", broken);
                return;
            }
        }
    }
}
