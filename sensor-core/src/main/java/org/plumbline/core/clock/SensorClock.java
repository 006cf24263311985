package org.plumbline.core.clock;

import java.util.List;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.imu.SampleFlag;

/**
 * The samples of one sensor on their way to the host's clock.
 *
 * <p>Sensors that share a clock share its model as long as their times agree: at a first sample and after a restart a
 * sensor looks for one of the others whose time, less arrival, is its own within a second, and else has a model alone.
 */
final class SensorClock {
    /** A smaller step back is a sample out of order, a larger one a device that has started anew. */
    private static final long RESTART_MICROS = 1_000_000;

    /** The times of frames have 32 bits. */
    private static final long TIME_WRAP_MICROS = 1L << 32;

    private static final double GAP_PERIODS = 1.5;

    /** More samples than any device puts into one notification. */
    private static final int MOST_HELD = 64;

    private final ImuSampleSink next;
    private final List<SensorClock> sharing;
    private ClockModel model = new ClockModel();
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

    /** @param sharing the sensors on the same clock, this one among them or not; may grow until the first sample */
    SensorClock(List<SensorClock> sharing, ImuSampleSink next) {
        this.sharing = sharing;
        this.next = next;
        for (int index = 0; index < MOST_HELD; index++) {
            held[index] = new ImuSample();
        }
    }

    void accept(ImuSample sample) {
        int flags = sample.flags;
        if (!started) {
            join(sample);
        } else {
            long stepMicros = sample.timeMicros - lastDeviceMicros;
            if (stepMicros < -RESTART_MICROS || isAheadOfArrival(sample, stepMicros)) {
                restart(sample);
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

    /**
     * The device said what time it is, at another moment than a notification's: one more point for its clock.
     *
     * @param deviceMicros its lower 32 bits count, as in frames; the rest may differ from that of the samples
     */
    void beacon(long deviceMicros, long arrivalMicros) {
        if (model.isReady()) {
            long wraps = Math.round((double) (lastDeviceMicros - deviceMicros) / TIME_WRAP_MICROS);
            long onSampleTime = deviceMicros + wraps * TIME_WRAP_MICROS;
            if (Math.abs((onSampleTime - lastDeviceMicros) - (arrivalMicros - lastArrivalMicros)) < RESTART_MICROS) {
                model.add(onSampleTime, arrivalMicros);
            }
        }
    }

    boolean sharesClockWith(SensorClock other) {
        return model == other.model;
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

    private void restart(ImuSample sample) {
        endNotification();
        if (isShared()) {
            // the others may still be on the old time
            model = new ClockModel();
        } else {
            model.reset();
        }
        join(sample);
        period.clear();
        first = true;
    }

    /** Takes the model of a sensor on the same clock whose time agrees. */
    private void join(ImuSample sample) {
        for (SensorClock other : sharing) {
            long apartMicros =
                    (sample.timeMicros - sample.arrivalMicros) - (other.lastDeviceMicros - other.lastArrivalMicros);
            if (other != this && other.started && Math.abs(apartMicros) < RESTART_MICROS) {
                model = other.model;
                return;
            }
        }
    }

    private boolean isShared() {
        for (SensorClock other : sharing) {
            if (other != this && other.model == model) {
                return true;
            }
        }
        return false;
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
            if (!isShared()) {
                model.continueFrom(sample.timeMicros, hostMicros);
            }
        }
        first = false;
        lastHostMicros = hostMicros;
        out.set(sample);
        out.timeMicros = hostMicros;
        out.flags = flags;
        next.accept(out);
    }
}
