package org.plumbline.server.wearable;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.server.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays a source into a sink at a pace, on a thread of its own, in frames of at most {@value #FRAME_STREAM_MICROS} µs of
 * stream time, as a radio would.
 */
public final class PacedPlayer implements LinkConnection {
    private static final Logger LOG = LoggerFactory.getLogger(PacedPlayer.class);
    private static final long FRAME_STREAM_MICROS = 40_000;
    private static final int FRAME_SAMPLES = 64;

    private final SampleSource source;
    private final SampleFrameSink sink;
    private final Pacing pacing;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private boolean closed;
    private long startNanos;

    private PacedPlayer(String name, SampleSource source, SampleFrameSink sink, Pacing pacing) {
        this.source = source;
        this.sink = sink;
        this.pacing = pacing;
        this.thread = new Thread(this::play, name);
        this.thread.setDaemon(true);
    }

    /** Starts to play. */
    public static PacedPlayer start(String name, SampleSource source, SampleFrameSink sink, Pacing pacing) {
        PacedPlayer player = new PacedPlayer(name, source, sink, pacing);
        player.thread.start();
        return player;
    }

    private void play() {
        try (source) {
            playFrames();
        } catch (InterruptedException closed) {
            // the reader has let go
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn("The stream broke off", unreadable);
            sink.failed(Words.say("sensors.broke.off"));
            return;
        }
        sink.ended();
    }

    private void playFrames() throws IOException, InterruptedException {
        ImuSample sample = new ImuSample();
        if (!source.next(sample)) {
            return;
        }
        long firstMicros = streamMicros(sample);
        long frameMicros = firstMicros;
        boolean paced = false;
        SampleFrame frame = new SampleFrame(FRAME_SAMPLES);
        do {
            long micros = streamMicros(sample);
            if (frame.isFull() || micros - frameMicros >= FRAME_STREAM_MICROS) {
                // the clock of the pace starts where the fast stretch ends, so that nothing is made up for
                long dueNanos = pacing.dueNanos((micros - firstMicros) / 1e6);
                if (dueNanos > 0 && !paced) {
                    paced = true;
                    startNanos = System.nanoTime() - dueNanos;
                }
                awaitNanos(dueNanos);
                sink.deliver(frame);
                frame = new SampleFrame(FRAME_SAMPLES);
                frameMicros = micros;
            }
            frame.add(sample);
        } while (source.next(sample));
        sink.deliver(frame);
    }

    private static long streamMicros(ImuSample sample) {
        return sample.arrivalMicros == ImuSample.NO_ARRIVAL ? sample.timeMicros : sample.arrivalMicros;
    }

    private void awaitNanos(long dueNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                long leftNanos = dueNanos == 0 ? 0 : startNanos + dueNanos - System.nanoTime();
                if (leftNanos <= 0) {
                    return;
                }
                closing.await(leftNanos, TimeUnit.NANOSECONDS);
            }
            throw new InterruptedException("closed");
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            closing.signalAll();
        } finally {
            lock.unlock();
        }
        // no interrupt: it would close the file under an embedded database that the source may be reading
        if (Thread.currentThread() != thread) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
