package org.plumbline.core.orientation;

/**
 * Where sensors meet: each is fused at its own rate, and here their orientations are interpolated to a common 100 Hz grid.
 *
 * <p>A tick is given as soon as every sensor has passed it. A sensor that lags by more than four tenths of a
 * second is not waited for: it is not valid in the ticks it misses. Allocates nothing after construction.
 */
public final class OrientationGrid {
    /** Rate of the grid, Hz. */
    public static final int RATE_HZ = 100;

    /** Period of the grid, microseconds. */
    public static final long PERIOD_MICROS = 1_000_000L / RATE_HZ;

    /** A sensor that lags more than this is not waited for. */
    private static final long LONGEST_WAIT_MICROS = 400_000;

    /** After a jump of time longer than this the grid starts anew instead of filling the hole tick by tick. */
    private static final long LONGEST_FILL_MICROS = 5_000_000;

    private static final long NEVER = Long.MIN_VALUE;

    private final OrientationTickSink sink;
    private final OrientationTick tick;
    private final OrientationHistory[] histories;
    private long nextTickMicros = NEVER;
    private long latestMicros = NEVER;

    public OrientationGrid(int sensorCount, OrientationTickSink sink) {
        this.sink = sink;
        tick = new OrientationTick(sensorCount);
        histories = new OrientationHistory[sensorCount];
        for (int i = 0; i < sensorCount; i++) {
            histories[i] = new OrientationHistory();
        }
    }

    /** Takes what an estimator says of the sample of that time; a sensor's times rise. */
    public void accept(int sensor, long timeMicros, OrientationEstimate estimate) {
        histories[sensor].add(timeMicros, estimate);
        if (nextTickMicros == NEVER) {
            nextTickMicros = gridTimeAtOrAfter(timeMicros);
        }
        latestMicros = Math.max(latestMicros, timeMicros);
        if (latestMicros - nextTickMicros > LONGEST_FILL_MICROS) {
            nextTickMicros = gridTimeAtOrAfter(latestMicros);
        }
        while (latestMicros - nextTickMicros > LONGEST_WAIT_MICROS || everySensorReaches(nextTickMicros)) {
            emit();
        }
    }

    /** Gives the ticks that a lagging sensor still holds up. */
    public void flush() {
        while (nextTickMicros != NEVER && nextTickMicros <= latestMicros) {
            emit();
        }
    }

    private static long gridTimeAtOrAfter(long timeMicros) {
        return Math.floorDiv(timeMicros + PERIOD_MICROS - 1, PERIOD_MICROS) * PERIOD_MICROS;
    }

    private boolean everySensorReaches(long timeMicros) {
        for (OrientationHistory history : histories) {
            if (!history.reaches(timeMicros)) {
                return false;
            }
        }
        return true;
    }

    private void emit() {
        tick.timeMicros = nextTickMicros;
        tick.still = true;
        tick.walkingShare = 1;
        boolean seen = false;
        for (int i = 0; i < histories.length; i++) {
            tick.still &= histories[i].sampleInto(tick, i);
            seen |= tick.valid[i];
        }
        tick.walkingShare = seen ? tick.walkingShare : 0;
        nextTickMicros += PERIOD_MICROS;
        sink.accept(tick);
    }
}
