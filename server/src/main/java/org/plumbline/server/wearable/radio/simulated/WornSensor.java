package org.plumbline.server.wearable.radio.simulated;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.simulation.SimulatedWearable;

/**
 * What one sensor on a simulated lifter measures, sample after sample, each at its moment in real time. Samples are counted
 * from when the lifter came, also those that nobody takes. The sensor has a clock of its own. One thread at a time, but for
 * {@link #tap}.
 */
public final class WornSensor {
    private static final double STANDING_S = 2;
    private static final double LARGEST_SKEW = 40e-6;
    private static final double LARGEST_OFFSET_S = 600;

    /** A knock with a fingertip: a few g for some hundredths of a second, and once more. */
    private static final double TAP_MS2 = 35;

    private static final double TAP_S = 0.03;
    private static final double BETWEEN_TAPS_S = 0.25;
    private static final double BEFORE_TAP_S = 0.05;
    private static final double MICROS = 1e6;

    private final SimulatedLifter lifter;
    private final int index;
    private final double phaseS;
    private final double clockOffsetS;
    private final double clockRate;
    private final ImuSample[] standing;
    private long counter;
    private long begun = SimulatedLifter.NEVER;
    private @Nullable SimulatedWearable wearable;
    private long taken;
    private volatile double tapAtS = Double.NEGATIVE_INFINITY;

    WornSensor(SimulatedLifter lifter, int index) {
        this.lifter = lifter;
        this.index = index;
        SplittableRandom random = new SplittableRandom(31 * lifter.script().seed() + index);
        clockOffsetS = random.nextDouble(1, LARGEST_OFFSET_S);
        clockRate = 1 + random.nextDouble(-LARGEST_SKEW, LARGEST_SKEW);
        SimulatedWearable still = lifter.standingStill();
        standing = new ImuSample[(int) (STANDING_S / lifter.periodS())];
        double firstS = Double.NaN;
        for (int i = 0; i < standing.length; i++) {
            standing[i] = new ImuSample();
            take(still, standing[i]);
            firstS = i == 0 ? still.trueTimeS() : firstS;
        }
        phaseS = firstS;
    }

    /** Two knocks on the case, a moment from now. */
    public void tap() {
        tapAtS = lifter.secondsAt(System.nanoTime()) + BEFORE_TAP_S;
    }

    /** Number of the next sample. */
    long counter() {
        return counter;
    }

    /** When a sample is taken, {@link System#nanoTime}. */
    long dueNanos(long number) {
        return lifter.nanosAt(secondsOf(number));
    }

    /** What the sensor's own clock reads at a moment, microseconds. */
    long deviceMicros(long nanos) {
        return deviceMicros(lifter.secondsAt(nanos));
    }

    /** Loses what was measured before this moment and begins to be listened to. */
    void listen(long nowNanos) {
        lifter.streams();
        double periods = (lifter.secondsAt(nowNanos) - phaseS) / lifter.periodS();
        counter = Math.max(counter, (long) Math.floor(periods) + 1);
    }

    /** Fills {@code into} with the next sample; its time is that of the sensor's clock. */
    void next(ImuSample into) {
        long number = counter++;
        long now = lifter.beginning();
        if (now != begun) {
            begun = now;
            wearable = lifter.wearable();
            taken = 0;
        }
        if (number < begun || !takeOfScript(number - begun, into)) {
            into.set(standing[(int) (number % standing.length)]);
        }
        double seconds = secondsOf(number);
        into.timeMicros = deviceMicros(seconds);
        into.accZ += tapMs2(seconds - tapAtS) + tapMs2(seconds - tapAtS - BETWEEN_TAPS_S);
    }

    /** Goes on to a sample of the script; false where the script is over by then. */
    private boolean takeOfScript(long number, ImuSample into) {
        while (wearable != null && taken <= number) {
            if (take(wearable, into)) {
                taken++;
            } else {
                wearable = null;
            }
        }
        return wearable != null;
    }

    private boolean take(SimulatedWearable from, ImuSample into) {
        do {
            if (!from.next(into)) {
                return false;
            }
        } while (into.sensorIndex != index);
        return true;
    }

    private double secondsOf(long number) {
        return phaseS + number * lifter.periodS();
    }

    private long deviceMicros(double seconds) {
        return Math.round((clockOffsetS + clockRate * seconds) * MICROS);
    }

    private static double tapMs2(double sinceS) {
        return sinceS < 0 || sinceS > TAP_S ? 0 : TAP_MS2 * Math.sin(Math.PI * sinceS / TAP_S);
    }
}
