package org.plumbline.bench.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How many samples of a set are stored, by its sensors' own counters. Its chunks may come in any order, each once. */
final class StoredSet {
    private static final int HEADER_BYTES = 16;
    private static final int SAMPLE_BYTES = 44;
    private static final int TIME_AT = 28;
    private static final int SENSORS = 2;

    /** A TIMU counts microseconds in 32 bits; how often it has come round nobody can know who connects later. */
    private static final long ROUND_MICROS = 1L << 32;

    private final double rateHz;
    private final long[] first;
    private final long[] last;
    private final long[] earliestMicros = {Long.MAX_VALUE, Long.MAX_VALUE};
    private final long[] within = new long[SENSORS];
    private long stored;

    StoredSet(LoadLifter.PlayedSet played, double rateHz) {
        this.rateHz = rateHz;
        first = new long[] {played.firstPelvis(), played.firstThorax()};
        last = new long[] {played.lastPelvis(), played.lastThorax()};
    }

    /**
     * Looks when it begins, before anything is counted: how often the clock had come round is told by the first samples.
     *
     * @param payload of one of its first chunks, {@code docs/reference/sample-chunks.md}
     */
    void begin(byte[] payload) {
        each(payload, (sensor, timeMicros) -> earliestMicros[sensor] = Math.min(earliestMicros[sensor], timeMicros));
    }

    /** @param payload of any chunk */
    void add(byte[] payload) {
        each(payload, (sensor, timeMicros) -> {
            long counter = Math.round((timeMicros + roundsMicros(sensor)) * rateHz / 1e6);
            within[sensor] += counter >= first[sensor] && counter <= last[sensor] ? 1 : 0;
            stored++;
        });
    }

    private long roundsMicros(int sensor) {
        double apart = LoadTimu.deviceMicros(first[sensor], rateHz) - earliestMicros[sensor];
        return ROUND_MICROS * Math.round(apart / ROUND_MICROS);
    }

    private interface Sample {
        void at(int sensor, long timeMicros);
    }

    private static void each(byte[] payload, Sample sample) {
        ByteBuffer chunk = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = HEADER_BYTES; at < chunk.limit(); at += SAMPLE_BYTES) {
            sample.at(chunk.get(at), chunk.getLong(at + TIME_AT));
        }
    }

    long stored() {
        return stored;
    }

    long expected() {
        long expected = 0;
        for (int sensor = 0; sensor < SENSORS; sensor++) {
            expected += Math.max(0, last[sensor] - first[sensor] + 1);
        }
        return expected;
    }

    long missing() {
        return expected() - within[0] - within[1];
    }
}
