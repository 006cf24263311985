package org.plumbline.server.training;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

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
    private final SetStore store;
    private final Pace pace;
    private final SetTime time;
    private final BooleanSupplier noRoom;
    private final Consumer<SetRecorder> whenOver;
    private final SampleChunk.Builder chunk;
    private final CountDownLatch saved = new CountDownLatch(1);
    private final Thread writer;
    private int chunkNumber;
    private boolean ended;
    private @Nullable String said;
    private volatile boolean ending;
    private volatile boolean failing;
    private volatile boolean left;
    private volatile long writtenNanos;
    private volatile boolean lost;
    private volatile boolean gone;

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
        this.store = store;
        this.pace = pace;
        this.time = time;
        this.noRoom = noRoom;
        this.whenOver = whenOver;
        this.chunk = new SampleChunk.Builder(pace.chunkSamples());
        this.writer = new Thread(this::write, "set-recorder");
        this.writer.setDaemon(true);
    }

    void start() {
        writer.start();
    }

    public UUID setId() {
        return setId;
    }

    /** What a person should know about the storage, or null while all is well. */
    public @Nullable String trouble() {
        if (lost) {
            return SetStore.lost();
        }
        long waitingNanos = backlog.waitingNanos();
        return waitingNanos > WORTH_TELLING_NANOS && (failing || !pace.canWait())
                ? Words.say("training.write.waits", TimeUnit.NANOSECONDS.toSeconds(waitingNanos))
                : null;
    }

    /** Whether nothing more can be kept: the set should end now, with what there is. */
    public boolean isFull() {
        return noRoom.getAsBoolean();
    }

    /** Takes a {@linkplain SampleChunk#quantize quantized} sample. */
    public void sample(ImuSample sample) {
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
        hand(new SetWrite.Repetition(new StoredRepetition(time.now(), result, curves)));
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
        hand(new SetWrite.End(state, time.now(), chunkNumber, analysis));
        return awaitWhileItGetsOn(pace.canWait() ? WAITING_PATIENCE_NANOS : END_PATIENCE_NANOS);
    }

    /** A slow database is waited for, one that takes nothing for so long is not. */
    private boolean awaitWhileItGetsOn(long patienceNanos) {
        long begun = System.nanoTime();
        while (!awaitSaved(LOOK_NANOS)) {
            long written = writtenNanos;
            long last = written - begun > 0 ? written : begun;
            if (gone
                    || System.nanoTime() - last > patienceNanos
                    || Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
        return true;
    }

    /** Waits until all of an ended set is in the database; false where it is not by then. */
    public boolean awaitSaved(long patienceNanos) {
        try {
            return saved.await(patienceNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether the server stops, and writes at its next start what waits. */
    public boolean isLeft() {
        return left;
    }

    /** Whether the set is not in the log any more, such as where its lifter was erased: nothing of it is written, nor will be. */
    public boolean isGone() {
        return gone;
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
        return failing;
    }

    /** When something was written last, as {@link System#nanoTime}. */
    long writtenNanos() {
        return writtenNanos;
    }

    long fileBytes() {
        return backlog.fileBytes();
    }

    void spool(SpoolFolder folder) throws IOException {
        backlog.spool(folder);
    }

    /** The server stops: what is not written goes into the file. */
    void leave(SpoolFolder folder) {
        // never interrupted: the embedded database would close its file
        left = true;
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
        letGo();
        // never interrupted: the embedded database would close its file
        LockSupport.unpark(writer);
        try {
            writer.join(TimeUnit.NANOSECONDS.toMillis(END_PATIENCE_NANOS));
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
        whenOver.accept(this);
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
            whenOver.accept(this);
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
                if (!isWorthAnotherTry(failed)) {
                    LOG.error("A write to the log cannot be done", failed);
                    giveUp();
                    return true;
                }
                sayOnce(failed);
                store.failed(failed);
                boolean first = !failing;
                if (first) {
                    failing = true;
                    backlog.doubtWhatWasWritten();
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pace.betweenTriesMillis()));
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

    /** Whether the database may take it later: all but a mistake of ours, and a set that is not there any more. */
    static boolean isWorthAnotherTry(RuntimeException failed) {
        return (failed instanceof DataAccessException && !(failed instanceof DataIntegrityViolationException))
                || failed instanceof TransactionException;
    }
}
