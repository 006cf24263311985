package org.plumbline.core.packet;

import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.imu.SampleFlag;

/**
 * Time for the samples of a device that sends none, neither time nor counter: the count of the samples on the line under
 * their arrivals, see {@link ArrivalEnvelope}. The result is host time less the way's least delay, and rises strictly.
 *
 * <p>Lost samples show only as a step: from some arrival on none comes as early as the line says. When that has lasted
 * long enough the step, in periods, is how many are missing, a multiple of the samples in a notification where that
 * number never changes. A stall without loss comes back to the line and inserts nothing. After a pause long enough to
 * hide a loss samples are held back until it is known which it was, so that the gap lies where the pause was; a loss
 * without such a pause is put in up to a second late.
 *
 * <p>Limits: fewer than three lost samples are not seen; a notification rate that shares a period with the radio's own
 * can imitate a step.
 */
final class SampleCountClock {
    /** A step smaller than this is jitter. */
    private static final double STEP_PERIODS = 2.5;

    private static final long HOLD_AFTER_PAUSE_MICROS = 100_000;
    private static final long DECIDED_AFTER_PAUSE_MICROS = 500_000;
    private static final long DECIDED_MICROS = 1_000_000;

    /** Pauses alike but for jitter do not move the place of the loss. */
    private static final double LONGER_PAUSE = 1.2;

    private static final long SILENCE_MICROS = 300_000;

    /** While the least delay is being found; the lifter is putting the sensors on or stands still. */
    private static final long FIRST_MICROS = 5_000_000;

    private static final long KNOWN_RATE_FIT_MICROS = 2_000_000;
    private static final long FREE_RATE_FIT_MICROS = 900_000;
    private static final double FREE_RATE_SPREAD = 5;

    private static final double SLEW_AT_FIRST = 0.1;
    private static final double SLEW = 0.005;

    /** An error of this size is no drift but a mistake that came to light, and is put right at the faster pace. */
    private static final double MISTAKE_PERIODS = 3;

    /** More than a notification of 512 bytes can hold. */
    static final int MOST_OF_NOTIFICATION = 32;

    /** Two seconds at 200 Hz and more. */
    private static final int MOST_HELD = 512;

    private final ImuSampleSink sink;
    private final PacketCounts counts;
    private final ArrivalEnvelope line;
    private final boolean freeRate;
    private final ImuSample[] held = new ImuSample[MOST_HELD];
    private final long[] heldCounts = new long[MOST_HELD];
    private int heldSamples;
    private int ofNotification;
    private int samplesPerNotification;

    private boolean started;
    private long count;
    private long startMicros;
    private long lastArrivalMicros;

    private boolean suspecting;
    private boolean holding;
    private long suspectedSinceMicros;
    private double leastDelayMicros;
    private long longestPauseMicros;
    private int gapAtHeld;

    private boolean first = true;
    private int nextFlags;
    private long lastCount;
    private double lastMicros;
    private long lastTimeMicros = Long.MIN_VALUE;

    private SampleCountClock(ArrivalEnvelope line, boolean freeRate, ImuSampleSink sink, PacketCounts counts) {
        this.line = line;
        this.freeRate = freeRate;
        this.sink = sink;
        this.counts = counts;
        for (int index = 0; index < MOST_HELD; index++) {
            held[index] = new ImuSample();
        }
    }

    /** For a device whose period is known to that share of it. */
    static SampleCountClock ofKnownRate(
            double rateHz, double largestDeviation, ImuSampleSink sink, PacketCounts counts) {
        return new SampleCountClock(
                new ArrivalEnvelope(1e6 / rateHz, 1 + largestDeviation, KNOWN_RATE_FIT_MICROS), false, sink, counts);
    }

    /** For a device that may keep anything between a fifth and five times the rate: its first second and a half is held back. */
    static SampleCountClock ofFreeRate(double rateHz, ImuSampleSink sink, PacketCounts counts) {
        return new SampleCountClock(
                new ArrivalEnvelope(1e6 / rateHz, FREE_RATE_SPREAD, FREE_RATE_FIT_MICROS), true, sink, counts);
    }

    /**
     * The carrier for the next sample of the notification: to be filled, all but its times and the gap before it. At most
     * {@link #MOST_OF_NOTIFICATION} times a notification.
     */
    ImuSample next() {
        count++;
        heldCounts[heldSamples] = count;
        ofNotification++;
        ImuSample sample = held[heldSamples++];
        sample.flags = 0;
        return sample;
    }

    /** The notification that held the last samples is complete. */
    void endNotification(long arrivalMicros) {
        if (ofNotification == 0) {
            return;
        }
        int firstHeld = Math.max(0, heldSamples - ofNotification);
        for (int index = firstHeld; index < heldSamples; index++) {
            held[index].arrivalMicros = arrivalMicros;
        }
        if (samplesPerNotification != 1) {
            boolean same = samplesPerNotification == 0 || samplesPerNotification == ofNotification;
            samplesPerNotification = same ? ofNotification : 1;
        }
        ofNotification = 0;
        if (!started) {
            started = true;
            startMicros = arrivalMicros;
            lastArrivalMicros = arrivalMicros;
            line.begin(count, arrivalMicros);
        }
        place(firstHeld, arrivalMicros);
        if (heldSamples > MOST_HELD - MOST_OF_NOTIFICATION) {
            insertGap();
            release();
        }
        lastArrivalMicros = arrivalMicros;
    }

    double periodMicros() {
        return line.periodMicros();
    }

    void disconnected() {
        finish();
        started = false;
        first = true;
        nextFlags = SampleFlag.GAP_BEFORE | SampleFlag.TIME_RESTART;
    }

    /** What is only suspected by now is no loss. */
    void finish() {
        if (started) {
            suspecting = false;
            holding = false;
            release();
        } else {
            heldSamples = 0;
        }
        ofNotification = 0;
    }

    private void place(int firstHeld, long arrivalMicros) {
        long pauseMicros = arrivalMicros - lastArrivalMicros;
        if (pauseMicros > SILENCE_MICROS) {
            held[firstHeld].flags |= SampleFlag.GAP_BEFORE;
        }
        double delayMicros = arrivalMicros - line.at(count);
        boolean learning = freeRate && !line.isFitted();
        if (learning || delayMicros <= STEP_PERIODS * line.periodMicros() || isSettling(arrivalMicros)) {
            suspecting = false;
            holding = false;
            line.add(count, arrivalMicros);
            if (line.isFitted() || !freeRate) {
                release();
            }
            return;
        }
        suspect(firstHeld, pauseMicros, delayMicros, arrivalMicros);
        long enoughMicros = holding ? DECIDED_AFTER_PAUSE_MICROS : DECIDED_MICROS;
        if (arrivalMicros - suspectedSinceMicros >= enoughMicros) {
            insertGap();
            release();
        } else if (!holding) {
            release();
        }
    }

    /** A free rate is not yet known well enough in the first seconds to tell a step from a slope. */
    private boolean isSettling(long arrivalMicros) {
        return freeRate && arrivalMicros - startMicros < FIRST_MICROS;
    }

    /** The loss is where the longest pause is: only what came after it tells how much is missing. */
    private void suspect(int firstHeld, long pauseMicros, double delayMicros, long arrivalMicros) {
        if (!suspecting || pauseMicros > LONGER_PAUSE * longestPauseMicros) {
            suspectedSinceMicros = arrivalMicros;
            leastDelayMicros = delayMicros;
            longestPauseMicros = pauseMicros;
            holding = holding || pauseMicros > HOLD_AFTER_PAUSE_MICROS;
            gapAtHeld = firstHeld;
        }
        suspecting = true;
        leastDelayMicros = Math.min(leastDelayMicros, delayMicros);
    }

    /** The step has stayed: moves what came after it on by the samples that are missing. */
    private void insertGap() {
        if (!suspecting) {
            return;
        }
        double periods = leastDelayMicros / line.periodMicros();
        int unit = Math.max(1, samplesPerNotification);
        long missing = unit * Math.max(1, Math.round(periods / unit));
        counts.gap(missing);
        if (holding) {
            held[gapAtHeld].flags |= SampleFlag.GAP_BEFORE;
            for (int index = gapAtHeld; index < heldSamples; index++) {
                heldCounts[index] += missing;
            }
        } else {
            nextFlags |= SampleFlag.GAP_BEFORE;
        }
        count += missing;
        suspecting = false;
        holding = false;
    }

    private void release() {
        int samples = heldSamples;
        heldSamples = 0;
        for (int index = 0; index < samples; index++) {
            emit(held[index], heldCounts[index]);
        }
    }

    private void emit(ImuSample sample, long sampleCount) {
        if (first) {
            lastMicros = line.at(sampleCount);
            first = false;
        } else {
            double step = (sampleCount - lastCount) * line.periodMicros();
            double error = line.at(sampleCount) - (lastMicros + step);
            boolean fast = sample.arrivalMicros - startMicros < FIRST_MICROS
                    || Math.abs(error) > MISTAKE_PERIODS * line.periodMicros();
            double slew = (fast ? SLEW_AT_FIRST : SLEW) * step;
            lastMicros += step + Math.max(-slew, Math.min(slew, error));
        }
        lastCount = sampleCount;
        lastTimeMicros = Math.max(lastTimeMicros + 1, Math.round(lastMicros));
        sample.timeMicros = lastTimeMicros;
        sample.flags |= nextFlags;
        nextFlags = 0;
        counts.sample();
        sink.accept(sample);
    }
}
