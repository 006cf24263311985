package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.orientation.OrientationTick;

class TickBufferTest {
    private static final int CAPACITY = 300;

    private final TickBuffer buffer = new TickBuffer(CAPACITY, 2);

    @Test
    void keepsWhatIsNotYetAMinuteOldAsItCame() {
        fill(150);

        assertFalse(buffer.isFull());
        assertEquals(150, buffer.size());
        assertEquals(descriptions(0, 150), described());
        assertEquals(100, buffer.completeTicks(), "every third lacks a sensor");
    }

    @Test
    void letsTheOldestGoWhenItIsFull() {
        fill(CAPACITY + 175);

        assertTrue(buffer.isFull());
        assertEquals(descriptions(175, CAPACITY + 175), described());
        assertEquals(175, buffer.get(0).timeMicros);
    }

    @Test
    void isEmptyAfterItWasClearedAndTakesTicksAgain() {
        fill(CAPACITY + 20);
        buffer.clear();

        assertEquals(0, buffer.size());
        assertEquals(List.of(), described());

        fill(5);
        assertEquals(descriptions(0, 5), described());
    }

    @Test
    void looksAtOtherTicksWhileItReplays() {
        fill(CAPACITY);
        List<Long> times = new ArrayList<>();

        buffer.replayTo(tick -> {
            buffer.get(0);
            times.add(tick.timeMicros);
        });

        assertEquals(0L, times.get(0));
        assertEquals(CAPACITY - 1L, times.get(CAPACITY - 1));
    }

    private void fill(int ticks) {
        for (int i = 0; i < ticks; i++) {
            buffer.add(tick(i));
        }
    }

    private List<String> described() {
        List<String> described = new ArrayList<>();
        buffer.replayTo(tick -> described.add(describe(tick)));
        return described;
    }

    private static List<String> descriptions(int from, int to) {
        List<String> described = new ArrayList<>();
        for (int i = from; i < to; i++) {
            described.add(describe(tick(i)));
        }
        return described;
    }

    /** A tick in which no two numbers are the same. */
    private static OrientationTick tick(int number) {
        OrientationTick tick = new OrientationTick(2);
        tick.timeMicros = number;
        tick.still = number % 2 == 0;
        tick.walkingShare = number * 0.001;
        for (int i = 0; i < 2; i++) {
            double base = number * 100 + i * 20;
            tick.valid[i] = i == 0 || number % 3 != 0;
            for (int k = 0; k < 4; k++) {
                tick.orientation[i][k] = base + k;
            }
            for (int k = 0; k < 3; k++) {
                tick.angularRate[i][k] = base + 4 + k;
            }
            tick.verticalForceMs2[i] = base + 7;
            tick.inclinationSigmaDeg[i] = base + 8;
            tick.headingSigmaDeg[i] = base + 9;
        }
        return tick;
    }

    private static String describe(OrientationTick tick) {
        StringBuilder text = new StringBuilder();
        text.append(tick.timeMicros).append(tick.still).append(tick.walkingShare);
        for (int i = 0; i < 2; i++) {
            text.append(' ').append(tick.valid[i]);
            for (double number : tick.orientation[i]) {
                text.append(' ').append(number);
            }
            for (double number : tick.angularRate[i]) {
                text.append(' ').append(number);
            }
            text.append(' ').append(tick.verticalForceMs2[i]);
            text.append(' ').append(tick.inclinationSigmaDeg[i]).append(' ').append(tick.headingSigmaDeg[i]);
        }
        return text.toString();
    }
}
