package org.plumbline.core.calibration;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.orientation.OrientationTickSink;

/**
 * The last minute or so of ticks, kept until the calibration stands so that nothing before it is lost. Grows to its
 * capacity, then reuses its carriers.
 */
final class TickBuffer {
    private final int capacity;
    private final List<OrientationTick> ticks = new ArrayList<>();
    private int oldest;

    TickBuffer(int capacity) {
        this.capacity = capacity;
    }

    void add(OrientationTick tick) {
        if (ticks.size() < capacity) {
            OrientationTick copy = new OrientationTick(tick.sensorCount());
            copy.set(tick);
            ticks.add(copy);
        } else {
            ticks.get(oldest).set(tick);
            oldest = (oldest + 1) % capacity;
        }
    }

    boolean isFull() {
        return ticks.size() == capacity;
    }

    int size() {
        return ticks.size();
    }

    /** Ticks in which no sensor is missing. */
    int completeTicks() {
        int count = 0;
        for (OrientationTick tick : ticks) {
            count += tick.complete() ? 1 : 0;
        }
        return count;
    }

    OrientationTick get(int position) {
        return ticks.get((oldest + position) % ticks.size());
    }

    void replayTo(OrientationTickSink sink) {
        for (int i = 0; i < ticks.size(); i++) {
            sink.accept(get(i));
        }
    }

    void clear() {
        ticks.clear();
        oldest = 0;
    }
}
