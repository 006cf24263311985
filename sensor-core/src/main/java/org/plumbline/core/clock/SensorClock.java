package org.plumbline.core.clock;

import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.imu.SampleFlag;

/** The samples of one sensor on their way to the host's clock. */
final class SensorClock {
    /** A smaller step back is a sample out of order, a larger one a device that has started anew. */
    private static final long RESTART_MICROS = 1_000_000;

    private static final double GAP_PERIODS = 1.5;

    /** More samples than any device puts into one notification. */
    private static final int MOST_HELD = 64;

    private final ImuSampleSink next;
    private final ClockModel model = new ClockModel();
    private final SamplePeriod period = new SamplePeriod();
    private final ImuSample out = new ImuSample();
    private final ImuSample[] held = new ImuSample[MOST_HELD];
    private int heldCount;

    private boolean started;
    private long lastDeviceMicros;
    private long lastArrivalMicros;
    private long lastHostMicros = Long.MIN_VALUE;
    private boolean first = true;
    private long dropped;

    SensorClock(ImuSampleSink next) {
        this.next = next;
        for (int index = 0; index < MOST_HELD; index++) {
            held[index] = new ImuSample();
        }
    }

    void accept(ImuSample sample) {
        int flags = sample.flags;
        if (started) {
            long stepMicros = sample.timeMicros - lastDeviceMicros;
            if (stepMicros < -RESTART_MICROS || isAheadOfArrival(sample, stepMicros)) {
                restart();
                flags |= SampleFlag.TIME_RESTART;
            } else if (stepMicros <= 0) {
                dropped++;
                return;
            } else {
                if (stepMicros > GAP_PERIODS * period.micros()) {
                    flags |= SampleFlag.GAP_BEFORE;
                }
                period.accept(stepMicros);
                if (sample.arrivalMicros != lastArrivalMicros) {
                    endNotification();
                }
            }
        }
        started = true;
        lastDeviceMicros = sample.timeMicros;
        lastArrivalMicros = sample.arrivalMicros;
        if (model.isReady()) {
            emit(sample, flags);
        } else {
            hold(sample, flags);
        }
    }

    /** The notification that is open is complete: what is held back goes on. */
    void endNotification() {
        if (started) {
            model.add(lastDeviceMicros, lastArrivalMicros);
            release();
        }
    }

    long dropped() {
        return dropped;
    }

    double skewPartsPerMillion() {
        return model.skewPartsPerMillion();
    }

    /** No sample arrives before it was taken: a clock that says so was set forward. */
    private boolean isAheadOfArrival(ImuSample sample, long stepMicros) {
        if (model.isReady()) {
            return sample.timeMicros + model.offsetMicrosAt(sample.timeMicros) > sample.arrivalMicros + RESTART_MICROS;
        }
        return stepMicros - (sample.arrivalMicros - lastArrivalMicros) > RESTART_MICROS;
    }

    private void restart() {
        endNotification();
        model.reset();
        period.clear();
        first = true;
    }

    /**
     * The first notification waits until it is complete: the delay of its last sample is the first thing known of the
     * clock, and mapping the others before it is known would put them all late by the length of the notification.
     */
    private void hold(ImuSample sample, int flags) {
        held[heldCount].set(sample);
        held[heldCount].flags = flags;
        heldCount++;
        if (heldCount == MOST_HELD) {
            endNotification();
        }
    }

    private void release() {
        int count = heldCount;
        heldCount = 0;
        for (int index = 0; index < count; index++) {
            emit(held[index], held[index].flags);
        }
    }

    private void emit(ImuSample sample, int flags) {
        long hostMicros = model.toHostMicros(sample.timeMicros);
        if (hostMicros <= lastHostMicros) {
            long stepMicros = first && period.micros() > 1 ? (long) period.micros() : 1;
            hostMicros = lastHostMicros + stepMicros;
            model.continueFrom(sample.timeMicros, hostMicros);
        }
        first = false;
        lastHostMicros = hostMicros;
        out.set(sample);
        out.timeMicros = hostMicros;
        out.flags = flags;
        next.accept(out);
    }
}
