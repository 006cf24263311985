package org.plumbline.server.exchange;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;

/**
 * Puts the rows of several sensors in order of time, as a recording has them: each sensor brings its own in packets, so that they come
 * by turns. Rows that come later than {@value #WINDOW_MICROS} microseconds after their turn stay where they are.
 */
final class RowsInOrder implements ImuSampleSink {
    private static final long WINDOW_MICROS = 2_000_000;

    private record Row(ImuSample sample, long number) {}

    private final PriorityQueue<Row> held = new PriorityQueue<>(
            Comparator.comparingLong((Row row) -> row.sample().timeMicros).thenComparingLong(Row::number));
    private final ImuSampleSink next;
    private long rows;

    RowsInOrder(ImuSampleSink next) {
        this.next = next;
    }

    @Override
    public void accept(ImuSample sample) {
        held.add(new Row(sample.copy(), rows++));
        release(sample.timeMicros - WINDOW_MICROS);
    }

    /** Gives out what is held still. */
    void finish() {
        release(Long.MAX_VALUE);
    }

    private void release(long upToMicros) {
        for (Row first = held.peek(); first != null && first.sample().timeMicros <= upToMicros; first = held.peek()) {
            held.remove();
            next.accept(first.sample());
        }
    }
}
