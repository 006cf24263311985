package org.plumbline.bench.load;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A sensor on a lifter. Its clock and counter go on whether or not it streams; a batch leaves at the first connection event after its
 * last sample.
 */
final class LoadSensor {
    /** What phones and gateways usually agree on. */
    private static final long CONNECTION_INTERVAL_NANOS = 15_000_000;

    final String address;
    final String name;
    private final SimulatedCycle cycle;
    private final int index;
    private final double rateHz;
    private final long originNanos;
    private final int firstOfBatch;
    private final long eventPhaseNanos;
    private final AtomicLong samplesSent = new AtomicLong();
    private long counter;
    private long dueNanos;
    volatile boolean streaming;
    volatile long lastSentCounter = -1;

    /**
     * @param originNanos when its clock read zero, which is when the lifter's cycle begins
     * @param spread a number that tells sensors apart: they neither batch nor send together
     */
    LoadSensor(String address, SimulatedCycle cycle, int index, double rateHz, long originNanos, int spread) {
        this.address = address;
        this.name = "TIMU-" + address.substring(9).replace(":", "");
        this.cycle = cycle;
        this.index = index;
        this.rateHz = rateHz;
        this.originNanos = originNanos;
        this.firstOfBatch = spread % LoadTimu.BATCH;
        this.eventPhaseNanos = spread * 7_919_113L % CONNECTION_INTERVAL_NANOS;
    }

    /** Streams from now on. */
    void begin(long nowNanos) {
        long now = Math.max(0, (long) ((nowNanos - originNanos) / 1e9 * rateHz));
        counter = now - now % LoadTimu.BATCH + firstOfBatch;
        plan();
        streaming = true;
    }

    private void plan() {
        long takenNanos = originNanos + (long) ((counter + LoadTimu.BATCH) / rateHz * 1e9);
        long late = Math.floorMod(takenNanos - eventPhaseNanos, CONNECTION_INTERVAL_NANOS);
        dueNanos = takenNanos + (late == 0 ? 0 : CONNECTION_INTERVAL_NANOS - late);
    }

    /** When its next notification is to be sent. */
    long dueNanos() {
        return dueNanos;
    }

    /** The notification that is due; the next one is planned. */
    byte[] take() {
        byte[] notification = cycle.notification(index, counter, rateHz);
        lastSentCounter = counter + LoadTimu.BATCH - 1;
        counter += LoadTimu.BATCH;
        samplesSent.addAndGet(LoadTimu.BATCH);
        plan();
        return notification;
    }

    long samplesSent() {
        return samplesSent.get();
    }

    double rateHz() {
        return rateHz;
    }
}
