package org.plumbline.server.live;

import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.SampleFrame;
import org.plumbline.server.wearable.SampleFrameSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a set's link brings: frames, notices, and that the stream is over. The threads of the link bring it, the owner takes it. */
final class Arrivals implements SampleFrameSink {
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    /** More notices than a person reads. */
    private static final int WAITING_NOTICES = 64;

    private final UUID setId;
    private final LiveMeters meters;
    private final BooleanSupplier nobodyReads;
    private final Runnable wake;
    private final WaitingFrames frames = new WaitingFrames();
    private final Queue<String> notices = new ArrayBlockingQueue<>(WAITING_NOTICES);
    private volatile @Nullable String failure;
    private volatile boolean over;

    /**
     * @param nobodyReads whether the set ends, so that nobody waits for room any longer
     * @param wake asks for a turn of the owner
     */
    Arrivals(UUID setId, LiveMeters meters, BooleanSupplier nobodyReads, Runnable wake) {
        this.setId = setId;
        this.meters = meters;
        this.nobodyReads = nobodyReads;
        this.wake = wake;
    }

    @Override
    public void deliver(SampleFrame frame) throws InterruptedException {
        // an owner that sleeps is woken by the frame before this one
        frames.put(frame, nobodyReads);
        wake.run();
    }

    @Override
    public boolean offer(SampleFrame frame) {
        boolean taken = frames.offer(frame);
        if (!taken) {
            meters.shedSamples(frame.size());
        }
        wake.run();
        return taken;
    }

    @Override
    public void notice(String message) {
        if (!notices.offer(message)) {
            LOG.warn("Set {} has more to say than anybody reads", setId);
        }
        wake.run();
    }

    @Override
    public void ended() {
        over = true;
        wake.run();
    }

    @Override
    public void failed(String reason) {
        failure = reason;
        over = true;
        wake.run();
    }

    /** Whether nothing more comes than what waits. */
    boolean isOver() {
        return over;
    }

    /** Why the stream broke off, or null where it did not. */
    @Nullable
    String failure() {
        return failure;
    }

    /** The frame that has waited longest, or null. */
    @Nullable
    SampleFrame takeFrame() {
        return frames.take();
    }

    /** The notice that has waited longest, or null. */
    @Nullable
    String takeNotice() {
        return notices.poll();
    }

    /** Frames that wait for the owner. */
    int waitingFrames() {
        return frames.size();
    }

    boolean hasFrames() {
        return !frames.isEmpty();
    }
}
