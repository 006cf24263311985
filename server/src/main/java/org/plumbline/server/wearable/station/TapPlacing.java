package org.plumbline.server.wearable.station;

import java.time.Duration;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.plausibility.TapDetector;

/**
 * Waits for a person to tap the upper one of two sensors. Samples come from the thread of the radio; what comes of it is told once,
 * on that thread.
 */
final class TapPlacing {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SensorStream[] streams;
    private final TapDetector taps;
    private final Listener listener;
    private final long endNanos = System.nanoTime() + PATIENCE.toNanos();
    private boolean over;

    /** Hears what came of it. */
    interface Listener {
        /** That one was tapped. */
        void tapped(int index);

        /** Something was felt, but it cannot be told by which sensor. */
        void unclear();
    }

    TapPlacing(SensorStream first, SensorStream second, Listener listener) {
        streams = new SensorStream[] {first, second};
        taps = new TapDetector(streams.length);
        this.listener = listener;
    }

    void begin() {
        for (int index = 0; index < streams.length; index++) {
            int sensor = index;
            streams[index].watch(sample -> take(sensor, sample));
        }
    }

    private synchronized void take(int index, ImuSample sample) {
        if (over) {
            return;
        }
        int own = sample.sensorIndex;
        sample.sensorIndex = index;
        int answer = taps.accept(sample);
        sample.sensorIndex = own;
        if (answer >= 0) {
            over = true;
            listener.tapped(answer);
        } else if (answer == TapDetector.UNCLEAR) {
            listener.unclear();
        }
    }

    boolean isPatienceOver(long nowNanos) {
        return nowNanos - endNanos > 0;
    }

    void end() {
        synchronized (this) {
            over = true;
        }
        for (SensorStream stream : streams) {
            stream.watch(null);
        }
    }
}
