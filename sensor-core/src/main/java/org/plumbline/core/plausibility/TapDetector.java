package org.plumbline.core.plausibility;

import java.util.Arrays;
import org.plumbline.core.imu.ImuSample;

/**
 * Which of the sensors that stream at once was just tapped: two or three short, sharp taps, each within 0.8 s of the one before, on a
 * sensor that is otherwise at rest, and that the other sensors hardly feel. So a person says which sensor sits where.
 *
 * <p>Walking gives more than three shocks in a row, handling a sensor turns it, and a knock of the whole body is felt by all: none
 * of them is answered. Samples on one common clock, each sensor's in order of time. Allocates nothing after construction. One
 * thread at a time. The limits are heuristic: no tap on a sensor that is worn has been recorded yet.
 */
public final class TapDetector {
    /** {@link #accept}: nothing to say yet. */
    public static final int NONE = -1;

    /** {@link #accept}: there were taps, but not of one sensor alone: tap again. */
    public static final int UNCLEAR = -2;

    /** A tap changes the specific force by so much from sample to sample, m/s²: 0.8 g; a heel strike at the pelvis by about half. */
    private static final double LEAST_TAP_MS2 = 8;

    /** It is over within this time, and the next one comes later, µs. */
    private static final long TAP_MICROS = 120_000;

    /** Nobody taps on for longer than this without the next tap, µs. */
    private static final long PAUSE_MICROS = 800_000;

    private static final int FEWEST_TAPS = 2;
    private static final int MOST_TAPS = 3;

    /** The other sensors feel less than this share of a tap. */
    private static final double OTHERS_SHARE = 0.4;

    /** Between taps the specific force changes by less than this share of the tap from sample to sample, on the mean. */
    private static final double CALM_SHARE = 0.2;

    /** Between taps the sensor turns more slowly, rad/s: a person who stands. */
    private static final double CALM_RAD_PER_S = 0.5;

    /** Time constant of both, s. */
    private static final double CALM_TIME_S = 0.3;

    /** Other sensors may be late by their clocks, µs. */
    private static final long BIN_MICROS = 50_000;

    private static final int BINS = 128;

    /** Samples that must have been seen before a change can be called sudden. */
    private static final int FEWEST_SEEN = 10;

    private final Sensor[] sensors;
    private long newestMicros = Long.MIN_VALUE;

    /** What is known of one sensor. */
    private static final class Sensor {
        final double[] last = new double[3];
        long lastMicros = Long.MIN_VALUE;
        double change;
        double rate;
        int seen;
        final double[] peaks = new double[BINS];
        final long[] peakBins = new long[BINS];
        final long[] tapMicros = new long[MOST_TAPS];
        final double[] tapPeaks = new double[MOST_TAPS];
        int taps;
        long lastTapMicros = Long.MIN_VALUE;
        boolean spoiled;

        Sensor() {
            Arrays.fill(peakBins, Long.MIN_VALUE);
        }

        void forget() {
            taps = 0;
            spoiled = false;
        }
    }

    /** @param sensorCount sensors that stream */
    public TapDetector(int sensorCount) {
        sensors = new Sensor[sensorCount];
        for (int i = 0; i < sensorCount; i++) {
            sensors[i] = new Sensor();
        }
    }

    /**
     * Takes the next sample of any sensor.
     *
     * @return index of the sensor that was tapped, once, within a second after the last tap; {@link #UNCLEAR} or {@link #NONE}
     */
    public int accept(ImuSample sample) {
        Sensor sensor = sensors[sample.sensorIndex];
        follow(sensor, sample);
        newestMicros = Math.max(newestMicros, sample.timeMicros);
        for (int i = 0; i < sensors.length; i++) {
            if (sensors[i].taps > 0 && newestMicros - sensors[i].lastTapMicros > PAUSE_MICROS) {
                int answer = judge(i);
                for (Sensor each : sensors) {
                    each.forget();
                }
                return answer;
            }
        }
        return NONE;
    }

    private static void follow(Sensor sensor, ImuSample sample) {
        double stepS = (sample.timeMicros - sensor.lastMicros) * 1e-6;
        boolean joins = sensor.lastMicros != Long.MIN_VALUE && stepS > 0 && stepS < CALM_TIME_S;
        double x = sample.accX - sensor.last[0];
        double y = sample.accY - sensor.last[1];
        double z = sample.accZ - sensor.last[2];
        sensor.last[0] = sample.accX;
        sensor.last[1] = sample.accY;
        sensor.last[2] = sample.accZ;
        sensor.lastMicros = sample.timeMicros;
        if (!joins) {
            sensor.seen = 0;
            sensor.change = 0;
            sensor.rate = 0;
            sensor.spoiled |= sensor.taps > 0;
            return;
        }
        double change = Math.sqrt(x * x + y * y + z * z);
        sensor.seen++;
        keepPeak(sensor, change, sample.timeMicros);
        boolean inTap =
                sample.timeMicros - sensor.lastTapMicros <= TAP_MICROS && sensor.lastTapMicros != Long.MIN_VALUE;
        if (inTap) {
            if (sensor.taps > 0) {
                int newest = Math.min(sensor.taps, MOST_TAPS) - 1;
                sensor.tapPeaks[newest] = Math.max(sensor.tapPeaks[newest], change);
            }
            return;
        }
        if (change >= LEAST_TAP_MS2) {
            tap(sensor, change, sample.timeMicros);
            return;
        }
        double share = stepS / (CALM_TIME_S + stepS);
        double rate = Math.sqrt(sample.gyrX * sample.gyrX + sample.gyrY * sample.gyrY + sample.gyrZ * sample.gyrZ);
        sensor.change += share * (change - sensor.change);
        sensor.rate += share * (rate - sensor.rate);
        sensor.spoiled |= sensor.taps > 0 && sensor.rate > CALM_RAD_PER_S;
    }

    private static void tap(Sensor sensor, double change, long timeMicros) {
        boolean calm = sensor.seen > FEWEST_SEEN && sensor.change < CALM_SHARE * change && sensor.rate < CALM_RAD_PER_S;
        if (sensor.taps < MOST_TAPS) {
            sensor.tapMicros[sensor.taps] = timeMicros;
            sensor.tapPeaks[sensor.taps] = change;
        }
        sensor.taps++;
        sensor.lastTapMicros = timeMicros;
        sensor.spoiled |= !calm || sensor.taps > MOST_TAPS;
    }

    private static void keepPeak(Sensor sensor, double change, long timeMicros) {
        long bin = Math.floorDiv(timeMicros, BIN_MICROS);
        int place = (int) Math.floorMod(bin, (long) BINS);
        if (sensor.peakBins[place] != bin) {
            sensor.peakBins[place] = bin;
            sensor.peaks[place] = 0;
        }
        sensor.peaks[place] = Math.max(sensor.peaks[place], change);
    }

    private int judge(int index) {
        Sensor sensor = sensors[index];
        if (sensor.taps < FEWEST_TAPS || sensor.spoiled) {
            return NONE;
        }
        for (int tap = 0; tap < sensor.taps; tap++) {
            for (int other = 0; other < sensors.length; other++) {
                if (other != index && isFelt(sensors[other], sensor.tapMicros[tap], sensor.tapPeaks[tap])) {
                    return UNCLEAR;
                }
            }
        }
        for (int other = 0; other < sensors.length; other++) {
            if (other != index && sensors[other].taps > 0) {
                return UNCLEAR;
            }
        }
        return index;
    }

    /** Whether another sensor felt a tap too, or sent nothing at that time, so that nobody knows. */
    private static boolean isFelt(Sensor other, long timeMicros, double peak) {
        long bin = Math.floorDiv(timeMicros, BIN_MICROS);
        double most = -1;
        for (long near = bin - 2; near <= bin + 2; near++) {
            int place = (int) Math.floorMod(near, (long) BINS);
            if (other.peakBins[place] == near) {
                most = Math.max(most, other.peaks[place]);
            }
        }
        return most < 0 || most > OTHERS_SHARE * peak;
    }
}
