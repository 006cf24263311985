package org.plumbline.server.live;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.SampleFrame;

/**
 * Frames on their way to a set: a radio, which cannot wait, is refused where there is no room and says so to the person; a source that
 * can wait does. Frames that are in are never let go. Any thread puts, the owner takes.
 */
final class WaitingFrames {
    /** Half a minute of two sensors in batches of eight, eight seconds of two that send every sample by itself. */
    static final int MOST = 1024;

    private static final long LOOK_MILLIS = 100;

    private final BlockingQueue<SampleFrame> frames = new ArrayBlockingQueue<>(MOST);

    /** Takes a frame if there is room. */
    boolean offer(SampleFrame frame) {
        stamp(frame);
        return frames.offer(frame);
    }

    /** Waits for room, until nobody reads any more. */
    void put(SampleFrame frame, BooleanSupplier nobodyReads) throws InterruptedException {
        stamp(frame);
        while (!nobodyReads.getAsBoolean() && !frames.offer(frame, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            // the owner is behind
        }
    }

    /** What came by no radio is heard now. */
    private static void stamp(SampleFrame frame) {
        if (frame.heardNanos() == 0) {
            frame.heardAt(System.nanoTime());
        }
    }

    /** The one that has waited longest, or null. */
    @Nullable
    SampleFrame take() {
        return frames.poll();
    }

    int size() {
        return frames.size();
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }
}
