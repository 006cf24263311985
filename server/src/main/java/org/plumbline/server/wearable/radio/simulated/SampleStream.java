package org.plumbline.server.wearable.radio.simulated;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSample;

/**
 * Wakes a device whenever so many samples have been taken. Everything is called under the device's lock, but for the waking,
 * which takes it.
 */
final class SampleStream {
    private static final ScheduledThreadPoolExecutor AIR = air();

    private final WornSensor worn;
    private final Runnable wake;
    private @Nullable ScheduledFuture<?> waking;
    private int batch;
    private long dueNanos;

    /** @param wake is to {@link #take} */
    SampleStream(WornSensor worn, Runnable wake) {
        this.worn = worn;
        this.wake = wake;
    }

    private static ScheduledThreadPoolExecutor air() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(2, task -> {
            Thread thread = new Thread(task, "air");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    /** Streams from now on, so many samples at a time. */
    void start(int samples) {
        stop();
        batch = samples;
        worn.listen(System.nanoTime());
        await();
    }

    boolean isRunning() {
        return waking != null;
    }

    void stop() {
        if (waking != null) {
            waking.cancel(false);
            waking = null;
        }
    }

    /** The samples that are due, and waits for the next; none where it was stopped or begun anew in the meantime. */
    List<ImuSample> take() {
        if (waking == null || System.nanoTime() - dueNanos < 0) {
            return List.of();
        }
        List<ImuSample> samples = new ArrayList<>(batch);
        for (int i = 0; i < batch; i++) {
            ImuSample sample = new ImuSample();
            worn.next(sample);
            samples.add(sample);
        }
        await();
        return samples;
    }

    private void await() {
        dueNanos = worn.dueNanos(worn.counter() + batch - 1);
        waking = AIR.schedule(wake, dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
}
