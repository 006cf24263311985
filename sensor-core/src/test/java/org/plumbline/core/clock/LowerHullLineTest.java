package org.plumbline.core.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LowerHullLineTest {
    private static final long SECOND_MICROS = 1_000_000;
    private static final long BUCKET_MICROS = 250_000;
    private static final int CAPACITY = 512;
    private static final double LARGEST_SLOPE = 300e-6;

    private final LowerHullLine line = new LowerHullLine();

    @Test
    void liesUnderEveryPointAndTouchesOne() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            LowerHullLine found = new LowerHullLine();
            double least = Double.POSITIVE_INFINITY;
            List<long[]> points = new ArrayList<>();
            for (int bucket = 0; bucket < 240; bucket++) {
                long device = bucket * BUCKET_MICROS + random.nextInt((int) BUCKET_MICROS);
                points.add(new long[] {device, Math.round(40e-6 * device) + 5000 + random.nextInt(20_000)});
                found.add(device, device + points.get(bucket)[1]);
            }
            found.fit(0, LARGEST_SLOPE);
            for (long[] point : points) {
                least = Math.min(least, point[1] - found.offsetMicrosAt(point[0]));
            }
            assertEquals(0, least, 1e-6, "seed " + seed);
        }
    }

    @Test
    void ofAQuarterOfASecondThePointWithTheLeastDelayCounts() {
        line.add(10_000, 10_000 + 9000);
        line.add(90_000, 90_000 + 4000);
        line.add(240_000, 240_000 + 6000);
        line.fit(0, LARGEST_SLOPE);

        assertEquals(4000, line.offsetMicrosAt(0), 1e-9);
    }

    @Test
    void aLatePointGoesToItsPlaceAlsoWhenTheBufferIsFull() {
        List<Integer> order = new ArrayList<>();
        for (int bucket = 0; bucket < CAPACITY + 80; bucket++) {
            order.add(bucket);
        }
        for (int from = 0; from + 4 <= order.size(); from += 4) {
            Collections.reverse(order.subList(from, from + 4));
        }
        LowerHullLine inOrder = new LowerHullLine();
        order.forEach(bucket -> add(line, bucket));
        order.stream().sorted().forEach(bucket -> add(inOrder, bucket));
        line.fit(0, LARGEST_SLOPE);
        inOrder.fit(0, LARGEST_SLOPE);

        long end = (CAPACITY + 80) * BUCKET_MICROS;
        assertEquals(inOrder.slope(), line.slope(), 1e-12);
        assertEquals(inOrder.offsetMicrosAt(end), line.offsetMicrosAt(end), 1e-3);
    }

    private static void add(LowerHullLine to, int bucket) {
        long device = bucket * BUCKET_MICROS + 1;
        to.add(device, device + 5000 + (bucket * 7919L) % 4001);
    }

    @Test
    void whenTheBufferIsFullTheOldestLeavesAndWhatIsOlderStillIsNotTaken() {
        line.add(0, -50_000);
        for (int bucket = 1; bucket <= CAPACITY; bucket++) {
            long device = bucket * BUCKET_MICROS;
            line.add(device, device + 3000);
        }
        line.add(-BUCKET_MICROS, -BUCKET_MICROS - 80_000);
        line.fit(0, LARGEST_SLOPE);

        assertEquals(0, line.slope(), 1e-12);
        assertEquals(3000, line.offsetMicrosAt(CAPACITY * BUCKET_MICROS), 1e-9);
    }

    @Test
    void forgetsWhatLiesBeforeAndKeepsWhatLiesAt() {
        line.add(0, 1000);
        line.add(10 * SECOND_MICROS, 10 * SECOND_MICROS + 2000);
        line.add(20 * SECOND_MICROS, 20 * SECOND_MICROS + 7000);

        line.forgetBefore(10 * SECOND_MICROS);
        line.fit(0, LARGEST_SLOPE);
        assertEquals(2000, line.offsetMicrosAt(0), 1e-9);

        line.forgetBefore(10 * SECOND_MICROS + 1);
        line.fit(0, LARGEST_SLOPE);
        assertEquals(7000, line.offsetMicrosAt(0), 1e-9);
    }

    @Test
    void takesTheExpectedSlopeWhereOnlyItsEndsSpeakAgainstIt() {
        // a delay that has become longer at the very end is no crystal
        for (int second = 0; second <= 60; second++) {
            long offset = second <= 55 ? 3000 : 3000 + (second - 55) * 1500L;
            line.add(second * SECOND_MICROS, second * SECOND_MICROS + offset);
        }
        line.fit(0, LARGEST_SLOPE);

        assertEquals(0, line.slope(), 1e-12);
    }

    @Test
    void takesTheSlopeThatHoldsFarBeyondTheMiddleWhetherItRisesOrFalls() {
        for (double slope : new double[] {-120e-6, 120e-6}) {
            line.clear();
            for (int second = 0; second <= 60; second++) {
                line.add(second * SECOND_MICROS, second * SECOND_MICROS + 3000 + Math.round(slope * second * 1e6));
            }
            line.fit(0, LARGEST_SLOPE);

            assertEquals(slope, line.slope(), 1e-9);
            assertEquals(3000, line.offsetMicrosAt(0), 1);
        }
    }

    @Test
    void aFallThatEndsNearTheMiddleAndARiseThatBeginsThereDoNotCount() {
        // falls until second 35, five beyond the middle, then rises
        for (int second = 0; second <= 60; second++) {
            long offset = 3000 + 100L * Math.abs(second - 35);
            line.add(second * SECOND_MICROS, second * SECOND_MICROS + offset);
        }
        line.fit(20e-6, LARGEST_SLOPE);

        assertEquals(20e-6, line.slope(), 1e-12);
    }

    @Test
    void staysWithinTheLargestSlope() {
        line.add(0, 0);
        line.add(60 * SECOND_MICROS, 60 * SECOND_MICROS + 60_000);
        line.fit(0, LARGEST_SLOPE);

        assertEquals(LARGEST_SLOPE, line.slope(), 1e-12);
        assertTrue(line.offsetMicrosAt(60 * SECOND_MICROS) <= 60_000);
    }
}
