package org.plumbline.core.calibration;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.orientation.OrientationTickSink;

/**
 * The last minute or so of ticks, kept until the calibration stands so that nothing before it is lost. Grows to its capacity a
 * second at a time, then overwrites the oldest. The numbers lie side by side and not in a carrier a tick: a full gym begins eight
 * sets a second, and a million small arrays more would have to be carried along by every collection of garbage.
 */
final class TickBuffer {
    private static final int TICKS_OF_SECOND = OrientationGrid.RATE_HZ;

    private final int capacity;
    private final int sensorCount;
    private final List<Second> seconds = new ArrayList<>();
    private final OrientationTick carrier;
    private int size;
    private int oldest;

    /** @param capacity ticks, whole seconds */
    TickBuffer(int capacity, int sensorCount) {
        this.capacity = capacity;
        this.sensorCount = sensorCount;
        carrier = new OrientationTick(sensorCount);
    }

    void add(OrientationTick tick) {
        if (size < capacity) {
            if (size == seconds.size() * TICKS_OF_SECOND) {
                seconds.add(new Second(sensorCount));
            }
            put(size++, tick);
        } else {
            put(oldest, tick);
            oldest = (oldest + 1) % capacity;
        }
    }

    private void put(int slot, OrientationTick tick) {
        seconds.get(slot / TICKS_OF_SECOND).put(slot % TICKS_OF_SECOND, tick);
    }

    boolean isFull() {
        return size == capacity;
    }

    int size() {
        return size;
    }

    /** Ticks in which no sensor is missing. */
    int completeTicks() {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += get(i).complete() ? 1 : 0;
        }
        return count;
    }

    /** A tick, the oldest at 0, in a carrier that the next call fills again. */
    OrientationTick get(int position) {
        copyTo(position, carrier);
        return carrier;
    }

    private void copyTo(int position, OrientationTick into) {
        int slot = (oldest + position) % size;
        seconds.get(slot / TICKS_OF_SECOND).copyTo(slot % TICKS_OF_SECOND, into);
    }

    void replayTo(OrientationTickSink sink) {
        OrientationTick tick = new OrientationTick(sensorCount);
        for (int i = 0; i < size; i++) {
            copyTo(i, tick);
            sink.accept(tick);
        }
    }

    void clear() {
        seconds.clear();
        size = 0;
        oldest = 0;
    }

    /** The ticks of a second. */
    private static final class Second {
        private static final int ORIENTATION = 4;
        private static final int AXES = 3;
        private static final int NUMBERS_OF_SENSOR = ORIENTATION + AXES + 3;

        private final int sensorCount;
        private final long[] timeMicros = new long[TICKS_OF_SECOND];
        private final boolean[] still = new boolean[TICKS_OF_SECOND];
        private final double[] walkingShare = new double[TICKS_OF_SECOND];
        private final boolean[] valid;
        private final double[] numbers;

        Second(int sensorCount) {
            this.sensorCount = sensorCount;
            valid = new boolean[TICKS_OF_SECOND * sensorCount];
            numbers = new double[TICKS_OF_SECOND * sensorCount * NUMBERS_OF_SENSOR];
        }

        void put(int slot, OrientationTick tick) {
            timeMicros[slot] = tick.timeMicros;
            still[slot] = tick.still;
            walkingShare[slot] = tick.walkingShare;
            for (int i = 0; i < sensorCount; i++) {
                int sensor = slot * sensorCount + i;
                int at = sensor * NUMBERS_OF_SENSOR;
                valid[sensor] = tick.valid[i];
                System.arraycopy(tick.orientation[i], 0, numbers, at, ORIENTATION);
                at += ORIENTATION;
                System.arraycopy(tick.angularRate[i], 0, numbers, at, AXES);
                at += AXES;
                numbers[at] = tick.verticalForceMs2[i];
                numbers[at + 1] = tick.inclinationSigmaDeg[i];
                numbers[at + 2] = tick.headingSigmaDeg[i];
            }
        }

        void copyTo(int slot, OrientationTick into) {
            into.timeMicros = timeMicros[slot];
            into.still = still[slot];
            into.walkingShare = walkingShare[slot];
            for (int i = 0; i < sensorCount; i++) {
                int sensor = slot * sensorCount + i;
                int at = sensor * NUMBERS_OF_SENSOR;
                into.valid[i] = valid[sensor];
                System.arraycopy(numbers, at, into.orientation[i], 0, ORIENTATION);
                at += ORIENTATION;
                System.arraycopy(numbers, at, into.angularRate[i], 0, AXES);
                at += AXES;
                into.verticalForceMs2[i] = numbers[at];
                into.inclinationSigmaDeg[i] = numbers[at + 1];
                into.headingSigmaDeg[i] = numbers[at + 2];
            }
        }
    }
}
