package org.plumbline.core.orientation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.ImuSample;

/** Two sensors that turn at a steady rate meet on the grid. */
class OrientationGridTest {
    private static final double[] RATE_RAD_PER_S = {0.5, -1};

    private final List<OrientationTick> ticks = new ArrayList<>();
    private final OrientationGrid grid = new OrientationGrid(2, tick -> {
        OrientationTick copy = new OrientationTick(2);
        copy.set(tick);
        ticks.add(copy);
    });
    private final OrientationFilter[] filters = {new OrientationFilter(50), new OrientationFilter(200)};
    private final ImuSample sample = new ImuSample();
    private final long[] latest = {0, 0};
    private final double[] headingAtZero = {Double.NaN, Double.NaN};

    @Test
    void bothAreInterpolatedToEveryHundredthOfASecond() {
        for (long time = 3_333; time < 2_000_000; time += 5_000) {
            if ((time / 5_000) % 4 == 0) {
                take(0, time - 1_500);
            }
            take(1, time);
        }
        assertEquals(10_000, ticks.get(0).timeMicros);
        for (int i = 0; i < ticks.size(); i++) {
            OrientationTick tick = ticks.get(i);
            assertEquals(10_000L * (i + 1), tick.timeMicros);
            assertTrue(tick.complete());
            assertTurned(tick, 0);
            assertTurned(tick, 1);
        }
        assertTrue(ticks.size() >= 197, () -> ticks.size() + " ticks");
    }

    @Test
    void aTickWaitsForTheSensorThatLags() {
        take(0, 0);
        take(1, 0);
        for (long time = 10_000; time <= 300_000; time += 10_000) {
            take(1, time);
        }
        assertEquals(1, ticks.size());
        for (long time = 20_000; time <= 200_000; time += 20_000) {
            take(0, time);
        }
        assertEquals(21, ticks.size());
        ticks.forEach(tick -> assertTrue(tick.complete()));
    }

    @Test
    void aSensorThatLagsTooLongIsMissingAndComesBack() {
        takeBoth(0, 200_000);
        for (long time = 210_000; time <= 2_000_000; time += 10_000) {
            take(1, time);
        }
        OrientationTick last = ticks.get(ticks.size() - 1);
        assertFalse(last.valid[0]);
        assertTrue(last.valid[1]);
        assertFalse(last.complete());
        assertFalse(last.still, "nobody knows");
        assertTurned(last, 1);
        assertTrue(last.timeMicros >= 1_590_000 && last.timeMicros <= 1_600_000, () -> "not later: " + last.timeMicros);
        takeBoth(2_010_000, 3_000_000);
        OrientationTick back = ticks.get(ticks.size() - 1);
        assertEquals(3_000_000, back.timeMicros);
        assertTrue(back.complete());
        for (int i = 1; i < ticks.size(); i++) {
            assertEquals(10_000, ticks.get(i).timeMicros - ticks.get(i - 1).timeMicros);
        }
    }

    @Test
    void aHoleTooLongToInterpolateIsLeftOpenAndAShortOneIsNot() {
        takeBoth(0, 500_000);
        takeBoth(620_000, 1_000_000);
        takeBoth(1_300_000, 1_500_000);
        for (OrientationTick tick : ticks) {
            boolean inLongHole = tick.timeMicros > 1_000_000 && tick.timeMicros < 1_300_000;
            assertEquals(!inLongHole, tick.complete(), () -> "at " + tick.timeMicros);
        }
        assertEquals(151, ticks.size());
    }

    @Test
    void afterALongJumpTheGridStartsAnewInsteadOfFillingTheHole() {
        takeBoth(0, 500_000);
        takeBoth(86_400_003_000L, 86_405_003_000L);
        assertTrue(ticks.size() < 600, () -> ticks.size() + " ticks");
        OrientationTick last = ticks.get(ticks.size() - 1);
        assertEquals(86_405_000_000L, last.timeMicros);
        assertTrue(last.complete());
    }

    @Test
    void theEndGivesWhatALaggingSensorHeldUp() {
        takeBoth(0, 100_000);
        for (long time = 110_000; time <= 300_000; time += 10_000) {
            take(1, time);
        }
        assertEquals(11, ticks.size());
        grid.flush();
        assertEquals(31, ticks.size());
        assertFalse(ticks.get(30).valid[0]);
        assertTrue(ticks.get(30).valid[1]);
        grid.flush();
        assertEquals(31, ticks.size());
    }

    @Test
    void theEndOfNothingGivesNothing() {
        grid.flush();
        assertTrue(ticks.isEmpty());
    }

    @Test
    void aPersonStandsStillOnlyWhereBothSensorsSaySo() {
        for (long time = 0; time < 3_000_000; time += 10_000) {
            still(0, time);
            still(1, time);
        }
        assertTrue(ticks.get(ticks.size() - 1).still);
        for (long time = 3_000_000; time < 4_000_000; time += 10_000) {
            still(0, time);
            take(1, time);
        }
        assertFalse(ticks.get(ticks.size() - 1).still);
        for (long time = 4_000_000; time < 7_000_000; time += 10_000) {
            take(0, time);
            still(1, time);
        }
        assertFalse(ticks.get(ticks.size() - 1).still);
        for (long time = 7_000_000; time < 10_000_000; time += 10_000) {
            still(0, time);
            still(1, time);
        }
        assertTrue(ticks.get(ticks.size() - 1).still);
        for (long time = 10_000_000; time < 12_000_000; time += 10_000) {
            still(1, time);
        }
        assertFalse(ticks.get(ticks.size() - 1).still, "one of them is missing");
    }

    @Test
    void aSensorIsMissingUntilItIsLevelAgain() {
        takeBoth(0, 2_000_000);
        latest[1] = 3_990_000;
        takeBoth(4_000_000, 4_100_000);
        assertFalse(ticks.get(ticks.size() - 1).valid[1]);
        takeBoth(4_110_000, 9_000_000);
        assertTrue(ticks.get(ticks.size() - 1).complete());
    }

    private void takeBoth(long from, long to) {
        for (long time = from; time <= to; time += 10_000) {
            take(0, time);
            take(1, time);
        }
    }

    /** A sensor level on the earth that turns on the spot, so that the filter has nothing to correct. */
    private void take(int sensor, long time) {
        sample.gyrZ = RATE_RAD_PER_S[sensor];
        still(sensor, time);
        sample.gyrZ = 0;
    }

    private void still(int sensor, long time) {
        sample.accZ = 9.81;
        // what is lost between filter and grid is a hole in the grid only
        for (long lost = latest[sensor] + 10_000; lost < time && time < 10_000_000; lost += 10_000) {
            sample.timeMicros = lost;
            filters[sensor].update(sample);
        }
        sample.timeMicros = time;
        filters[sensor].update(sample);
        latest[sensor] = time;
        grid.accept(sensor, time, filters[sensor]);
    }

    /** The heading is where the steady rate has brought it since the sensor's first tick that was looked at. */
    private void assertTurned(OrientationTick tick, int sensor) {
        double[] q = tick.orientation[sensor];
        double atZero = 2 * Math.atan2(q[3], q[0]) - RATE_RAD_PER_S[sensor] * tick.timeMicros * 1e-6;
        if (Double.isNaN(headingAtZero[sensor])) {
            headingAtZero[sensor] = atZero;
        }
        assertEquals(0, Math.IEEEremainder(atZero - headingAtZero[sensor], 2 * Math.PI), 1e-5);
    }
}
