package org.plumbline.server.training;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.RepetitionCurves;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.server.web.Spoken;
import org.plumbline.server.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one set to the log while it happens. The caller hands over and goes on; a thread of the recorder writes, in order,
 * and tries for as long as the database does not answer, while the {@link Spool} keeps what waits. {@link #trouble} says so.
 * Nothing is let go but a write that can never succeed; the set is {@linkplain SetState#PARTIAL partial} then, and says it.
 *
 * <p>One calling thread. The samples of a repetition are written before the repetition.
 */
public final class SetRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(SetRecorder.class);
    /** What is not written by then, people are told of. */
    private static final long WORTH_TELLING_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long END_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long WAITING_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long WAITING_BYTES = 4L << 20;

    private final UUID setId;
    private final Backlog backlog;
    private final Pace pace;
    private final SetTime time;
    private final BooleanSupplier noRoom;
    private final SampleChunk.Builder chunk;
    private final BacklogWriter writer;
    private int chunkNumber;
    private double firstS = Double.NaN;
    private volatile boolean ending;

    /**
     * @param chunkMicros stream time after which a chunk is written
     * @param chunkSamples most samples of a chunk
     * @param canWait whether the caller waits where the database does not keep up
     * @param betweenTriesMillis pause before another try
     */
    record Pace(long chunkMicros, int chunkSamples, boolean canWait, long betweenTriesMillis) {
        static final long BETWEEN_TRIES = 500;
    }

    /**
     * @param noRoom whether nothing more can be kept
     * @param whenOver hears that all of an ended set is in the database, or that it was abandoned
     */
    SetRecorder(
            UUID setId,
            Backlog backlog,
            SetStore store,
            Pace pace,
            SetTime time,
            BooleanSupplier noRoom,
            Consumer<SetRecorder> whenOver) {
        this.setId = setId;
        this.backlog = backlog;
        this.pace = pace;
        this.time = time;
        this.noRoom = noRoom;
        this.chunk = new SampleChunk.Builder(pace.chunkSamples());
        this.writer = new BacklogWriter(setId, backlog, store, pace.betweenTriesMillis(), () -> whenOver.accept(this));
    }

    void start() {
        writer.start();
    }

    public UUID setId() {
        return setId;
    }

    /** What a person should know about the storage, or null while all is well. */
    public @Nullable String trouble() {
        if (writer.hasLost()) {
            return SetStore.lost();
        }
        long waitingNanos = backlog.waitingNanos();
        return waitingNanos > WORTH_TELLING_NANOS && (writer.isFailing() || !pace.canWait())
                ? Words.say(
                        writer.isRefused() ? "training.write.full" : "training.write.waits",
                        TimeUnit.NANOSECONDS.toSeconds(waitingNanos))
                : null;
    }

    /** Whether nothing more can be kept: the set should end now, with what there is. */
    public boolean isFull() {
        return noRoom.getAsBoolean();
    }

    /** Takes a {@linkplain SampleChunk#quantize quantized} sample. */
    public void sample(ImuSample sample) {
        if (Double.isNaN(firstS)) {
            firstS = sample.timeMicros / 1e6;
        }
        chunk.add(sample);
        long spanMicros = chunk.spanMicros();
        if (chunk.isFull() || spanMicros >= pace.chunkMicros() || spanMicros < 0) {
            flush();
        }
    }

    /** Hands over the samples taken so far. */
    public void flush() {
        if (chunk.count() > 0) {
            int count = chunk.count();
            hand(new SetWrite.Samples(chunkNumber++, count, chunk.take()));
        }
    }

    public void repetition(AnalysisResult.Repetition result, RepetitionCurves curves) {
        flush();
        hand(new SetWrite.Repetition(new StoredRepetition(time.at(result.endS() - firstS), result, curves)));
    }

    /** Notes a flag while its repetition still runs. */
    public void flag(FormFlag flag, int repetitionNumber) {
        hand(new SetWrite.Flag(new StoredFlag(repetitionNumber, flag)));
    }

    public void message(Spoken<String> said, double timeS) {
        hand(new SetWrite.Message(StoredMessage.of(timeS, said)));
    }

    /** Notes that the lifter said after that many samples that the set begins. */
    public void begun(long afterSamples) {
        hand(new SetWrite.Begun(afterSamples));
    }

    /**
     * Ends the recording. Flags of the set as a whole are noted with repetition 0. Where a part was lost the set ends as
     * partial, whatever {@code state} says.
     *
     * @return whether all is written; else it will be, and {@link #awaitSaved} tells when
     */
    public boolean end(SetState state, @Nullable AnalysisResult analysis) {
        flush();
        if (analysis != null) {
            analysis.set().flags().forEach(flag -> flag(flag, 0));
        }
        ending = true;
        double recordedS = analysis == null ? 0 : analysis.recording().durationS();
        hand(new SetWrite.End(state, time.at(recordedS), chunkNumber, analysis));
        return awaitWhileItGetsOn(pace.canWait() ? WAITING_PATIENCE_NANOS : END_PATIENCE_NANOS);
    }

    /** A slow database is waited for, one that takes nothing for so long is not. */
    private boolean awaitWhileItGetsOn(long patienceNanos) {
        long begun = System.nanoTime();
        while (!awaitSaved(LOOK_NANOS)) {
            long written = writer.writtenNanos();
            long last = written - begun > 0 ? written : begun;
            if (writer.isGone()
                    || System.nanoTime() - last > patienceNanos
                    || Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
        return true;
    }

    /** Waits until all of an ended set is in the database; false where it is not by then. */
    public boolean awaitSaved(long patienceNanos) {
        return writer.awaitSaved(patienceNanos);
    }

    /** Whether the server stops, and writes at its next start what waits. */
    public boolean isLeft() {
        return writer.isLeft();
    }

    /** Whether the set is not in the log any more, such as where its lifter was erased: nothing of it is written, nor will be. */
    public boolean isGone() {
        return writer.isGone();
    }

    private void hand(SetWrite write) {
        backlog.add(write);
        if (!pace.canWait()) {
            return;
        }
        try {
            if (!backlog.awaitRoom(WAITING_BYTES, WAITING_PATIENCE_NANOS)) {
                throw new NotSavedException();
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            throw new NotSavedException();
        }
    }

    /** Whether it was ended and all of it may soon be written. */
    boolean isEnding() {
        return ending;
    }

    boolean canSpool() {
        return !pace.canWait();
    }

    boolean hasFile() {
        return backlog.hasFile();
    }

    long waitingNanos() {
        return backlog.waitingNanos();
    }

    boolean isFailing() {
        return writer.isFailing();
    }

    /** When something was written last, as {@link System#nanoTime}. */
    long writtenNanos() {
        return writer.writtenNanos();
    }

    long fileBytes() {
        return backlog.fileBytes();
    }

    void spool(SpoolFolder folder) throws IOException {
        backlog.spool(folder);
    }

    /** The server stops: what is not written goes into the file. */
    void leave(SpoolFolder folder) {
        writer.leave();
        try {
            if (canSpool()) {
                backlog.spool(folder);
            }
            backlog.close();
        } catch (IOException noRoom) {
            LOG.error("What was not written of set {} could not be kept", setId, noRoom);
        }
    }

    /** Nothing more of the set is written, and what waits is let go: whoever began it is about to delete it. */
    public void abandon() {
        writer.abandon(TimeUnit.NANOSECONDS.toMillis(END_PATIENCE_NANOS));
    }
}
