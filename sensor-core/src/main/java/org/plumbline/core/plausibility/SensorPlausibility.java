package org.plumbline.core.plausibility;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;

/**
 * Checks on the stream of one sensor: whether it can be that of a sound sensor on a person who stands, bends and lifts. Each
 * fault is found once, when there is enough evidence for it, and holds from then on.
 *
 * <p>Samples in m/s² and rad/s as they are said to be, on a clock that rises; what no sensor can measure (not a number) does not
 * belong here. Allocates nothing after construction. One thread at a time. Sources: wearables.md 5.5 to 5.7.
 */
public final class SensorPlausibility {
    /** Movement is looked at in means of this duration, µs. */
    private static final long BLOCK_MICROS = 50_000;

    /** A longer hole is not bridged, µs. */
    private static final long HOLE_MICROS = 250_000;

    private final TurnFit turns = new TurnFit();
    private final RestCheck rest = new RestCheck();
    private final LongMeanCheck mean = new LongMeanCheck();
    private final StuckCheck stuck = new StuckCheck();
    private final SaturationCheck saturation = new SaturationCheck();
    private final RateCheck rate;
    private final Set<Implausibility> found = EnumSet.noneOf(Implausibility.class);

    private final double[] force = new double[3];
    private final double[] angularRate = new double[3];
    private int samples;
    private long blockMicros = Long.MIN_VALUE;
    private long lastMicros = Long.MIN_VALUE;
    private double saidRad;

    /** @param nominalRateHz rate that was agreed with the sensor, samples per second; NaN where unknown */
    public SensorPlausibility(double nominalRateHz) {
        rate = new RateCheck(nominalRateHz);
    }

    /** Takes the next sample; returns what has just become known, or null. */
    public @Nullable Implausibility accept(ImuSample sample) {
        long step = sample.timeMicros - lastMicros;
        if (lastMicros == Long.MIN_VALUE
                || step > HOLE_MICROS
                || step <= 0
                || (sample.flags & SampleFlag.TIME_RESTART) != 0) {
            restart(sample.timeMicros);
            step = 0;
        }
        lastMicros = sample.timeMicros;
        boolean saturated = saturation.accept(sample);
        boolean offRate = rate.accept(sample.timeMicros);
        boolean isStuck = stuck.accept(sample, turns.turnedRad(), saidRad);
        Implausibility news = null;
        if (sample.timeMicros - blockMicros >= BLOCK_MICROS && samples > 0) {
            news = closeBlock(sample.timeMicros);
        }
        add(sample);
        if (saturated && found.add(Implausibility.SATURATED)) {
            return Implausibility.SATURATED;
        }
        if (offRate && found.add(Implausibility.RATE)) {
            return Implausibility.RATE;
        }
        if (isStuck && found.add(Implausibility.STUCK)) {
            return Implausibility.STUCK;
        }
        return news;
    }

    private void restart(long timeMicros) {
        turns.restart();
        rest.restart();
        mean.restart();
        stuck.restart();
        rate.restart();
        clear(timeMicros);
    }

    private void clear(long timeMicros) {
        blockMicros = timeMicros;
        samples = 0;
        for (int i = 0; i < 3; i++) {
            force[i] = 0;
            angularRate[i] = 0;
        }
    }

    private void add(ImuSample sample) {
        samples++;
        force[0] += sample.accX;
        force[1] += sample.accY;
        force[2] += sample.accZ;
        angularRate[0] += sample.gyrX;
        angularRate[1] += sample.gyrY;
        angularRate[2] += sample.gyrZ;
    }

    private @Nullable Implausibility closeBlock(long timeMicros) {
        double stepS = (timeMicros - blockMicros) * 1e-6;
        double squared = 0;
        for (int i = 0; i < 3; i++) {
            force[i] /= samples;
            angularRate[i] /= samples;
            squared += angularRate[i] * angularRate[i];
        }
        saidRad += Math.sqrt(squared) * stepS;
        Implausibility turned = turns.accept(force, angularRate, stepS);
        Implausibility rested = rest.accept(force, angularRate, stepS);
        Implausibility meant = mean.accept(force, angularRate, stepS);
        clear(timeMicros);
        if (meant != null && found.add(meant)) {
            return meant;
        }
        if (turned != null && found.add(turned)) {
            return turned;
        }
        return rested != null && found.add(rested) ? rested : null;
    }

    /** Whether the sensor is to be believed no more. */
    public boolean isImplausible() {
        return !found.isEmpty();
    }

    /** s in da/dt = −s·ω×a, of the newest ten seconds of slow movement (or of what there is); NaN where there is none. */
    public double turnScale() {
        return turns.scale();
    }

    /** Correlation of both sides of the same. */
    public double turnCorrelation() {
        return turns.correlation();
    }
}
