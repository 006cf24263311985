package org.plumbline.core.packet;

import org.plumbline.core.imu.ImuSample;

/**
 * A device time of few bits to one that does not wrap.
 *
 * <p>The next time is the nearest one that fits. After a silence longer than half a wrap the arrival says how many wraps
 * there were. The device has begun anew when its time goes back by more than a second without a wrap, or runs ahead: no
 * sample arrives before it was taken, so device time less arrival never rises by more than the delay of the way.
 */
final class TimestampUnwrapper {
    enum Step {
        FORWARD,
        /** Not after the last one: to be dropped. */
        REPEATED,
        /** The first after the device's clock began anew. */
        RESTARTED
    }

    private static final long RESTART_MICROS = 1_000_000;

    private final long wrap;
    private final long tickMicros;
    private final long halfWrapMicros;
    private final long restartTicks;
    private boolean started;
    private long ticks;
    private long greatestLeadMicros;

    TimestampUnwrapper(int bits, long tickMicros) {
        wrap = 1L << bits;
        this.tickMicros = tickMicros;
        halfWrapMicros = wrap / 2 * tickMicros;
        restartTicks = RESTART_MICROS / tickMicros;
    }

    /** Takes the next time as the device sent it. */
    Step accept(long raw, long arrivalMicros) {
        if (!started) {
            begin(raw, arrivalMicros);
            return Step.FORWARD;
        }
        long delta = (raw - ticks) & (wrap - 1);
        if (delta >= wrap / 2) {
            delta -= wrap;
        }
        boolean arrivalKnown = arrivalMicros != ImuSample.NO_ARRIVAL;
        if (arrivalKnown) {
            long behindMicros = greatestLeadMicros + arrivalMicros - (ticks + delta) * tickMicros;
            if (behindMicros > halfWrapMicros) {
                delta += Math.round((double) behindMicros / (2 * halfWrapMicros)) * wrap;
            }
        }
        long leadMicros = (ticks + delta) * tickMicros - arrivalMicros;
        if (delta < -restartTicks || (arrivalKnown && leadMicros > greatestLeadMicros + RESTART_MICROS)) {
            begin(raw, arrivalMicros);
            return Step.RESTARTED;
        }
        if (delta <= 0) {
            return Step.REPEATED;
        }
        ticks += delta;
        if (arrivalKnown) {
            greatestLeadMicros = Math.max(greatestLeadMicros, leadMicros);
        }
        return Step.FORWARD;
    }

    /** The time last accepted, microseconds. */
    long micros() {
        return ticks * tickMicros;
    }

    /** The device says itself that its clock began anew: what was known of it is forgotten. */
    void forget() {
        started = false;
    }

    private void begin(long raw, long arrivalMicros) {
        started = true;
        ticks = raw;
        greatestLeadMicros = arrivalMicros == ImuSample.NO_ARRIVAL ? 0 : raw * tickMicros - arrivalMicros;
    }
}
