package org.plumbline.core.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;

class SampleCountClockTest {
    private static final double RATE_HZ = 99.26;
    private static final double PERIOD_MICROS = 1e6 / RATE_HZ;
    private static final int IN_NOTIFICATION = 4;
    private static final long INTERVAL_MICROS = 30_000;

    private final Decoded decoded = new Decoded();
    private final PacketCounts counts = new PacketCounts();
    private SampleCountClock clock = SampleCountClock.ofKnownRate(RATE_HZ, 0.015, decoded, counts);

    /**
     * The published recording of three seconds, rebuilt from what is known of it: four frames a notification every 30 or
     * 60 ms, a stall of 239 ms after 0.33 s, three notifications within 2 ms, and from there on twelve samples short.
     */
    @Test
    void findsTheTwelveSamplesThePublishedRecordingLost() {
        long sent = 0;
        long arrival = 0;
        for (int notification = 0; notification < 75; notification++) {
            sent += IN_NOTIFICATION;
            if (notification >= 9 && notification < 12) {
                continue;
            }
            long ready = Math.round(sent * PERIOD_MICROS) - 31_000;
            long event = Math.floorDiv(ready + INTERVAL_MICROS - 1, INTERVAL_MICROS) * INTERVAL_MICROS;
            arrival = Math.max(notification < 12 ? event : Math.max(event, 568_000), arrival + 700);
            give(IN_NOTIFICATION, arrival);
        }
        clock.finish();
        assertEquals(72 * IN_NOTIFICATION, decoded.size());
        assertEquals(1, counts.gaps());
        assertTrue(counts.lostSamples() >= 11 && counts.lostSamples() <= 13, counts.lostSamples() + " lost");
        int gaps = 0;
        for (int index = 1; index < decoded.size(); index++) {
            long step = decoded.get(index).timeMicros - decoded.get(index - 1).timeMicros;
            if ((decoded.get(index).flags & SampleFlag.GAP_BEFORE) != 0) {
                gaps++;
                long gapEnd = decoded.get(index).timeMicros;
                assertTrue(gapEnd > 330_000 && gapEnd < 570_000, "the gap ends at " + gapEnd);
                assertEquals(13 * PERIOD_MICROS, step, 1.5 * PERIOD_MICROS);
            } else {
                assertEquals(PERIOD_MICROS, step, 0.11 * PERIOD_MICROS, "step into sample " + index);
            }
        }
        assertEquals(1, gaps);
        assertTrue(clock.periodMicros() >= 10_000 && clock.periodMicros() <= 10_200, "" + clock.periodMicros());
    }

    @Test
    void insertsNothingAfterAStallThatLostNothing() {
        Random random = new Random(3);
        for (int notification = 1; notification < 600; notification++) {
            long ready = Math.round(notification * IN_NOTIFICATION * PERIOD_MICROS);
            boolean stalled = notification % 100 > 50 && notification % 100 <= 56;
            long after = stalled ? Math.round((notification - notification % 100 + 56) * 4 * PERIOD_MICROS) : ready;
            give(IN_NOTIFICATION, after + 5_000 + random.nextInt(20_000));
        }
        clock.finish();
        assertEquals(0, counts.gaps());
        assertTimesAreTrue(40_000, 0);
    }

    @Test
    void findsALossWithoutAStallASecondLate() {
        long lost = 0;
        for (int notification = 1; notification < 800; notification++) {
            if (notification == 300 || notification == 301) {
                lost += IN_NOTIFICATION;
                continue;
            }
            long ready = Math.round(notification * IN_NOTIFICATION * PERIOD_MICROS);
            give(IN_NOTIFICATION, ready + 5_000 + notification * 7_919L % 25_000);
        }
        clock.finish();
        assertEquals(1, counts.gaps());
        assertEquals(lost, counts.lostSamples());
        long last = decoded.get(decoded.size() - 1).timeMicros;
        assertEquals(799 * IN_NOTIFICATION * PERIOD_MICROS + 5_000, last, 5_000);
    }

    @Test
    void learnsThePeriodOfTheUnit() {
        double period = PERIOD_MICROS * 1.006;
        Random random = new Random(7);
        for (int notification = 1; notification < 3000; notification++) {
            give(IN_NOTIFICATION, Math.round(notification * IN_NOTIFICATION * period) + 5_000 + random.nextInt(30_000));
        }
        assertEquals(period, clock.periodMicros(), 3e-4 * period);
        assertEquals(0, counts.gaps());
    }

    @Test
    void takesALateLastNotificationForNoLoss() {
        for (int notification = 1; notification < 300; notification++) {
            long late = notification == 299 ? 35_000 : 0;
            give(IN_NOTIFICATION, Math.round(notification * IN_NOTIFICATION * PERIOD_MICROS) + late);
        }
        clock.finish();
        assertEquals(299 * IN_NOTIFICATION, decoded.size());
        assertEquals(0, counts.gaps());
    }

    @Test
    void letsTheLeastDelaysAloneTellThePeriod() {
        for (int notification = 1; notification < 1400; notification++) {
            long delay = 5_000 + (notification < 700 && notification % 3 > 0 ? 18_000 : 0);
            give(IN_NOTIFICATION, Math.round(notification * IN_NOTIFICATION * PERIOD_MICROS) + delay);
        }
        assertEquals(PERIOD_MICROS, clock.periodMicros(), 2e-5 * PERIOD_MICROS);
        assertEquals(1399 * IN_NOTIFICATION * PERIOD_MICROS + 5_000, decoded.get(decoded.size() - 1).timeMicros, 500);
    }

    @Test
    void findsAFreeRateWithinSeconds() {
        clock = SampleCountClock.ofFreeRate(200, decoded, counts);
        double period = 1e6 / 62;
        Random random = new Random(11);
        for (int sample = 1; sample < 1500; sample++) {
            give(1, Math.round(sample * period) + 4_000 + random.nextInt(15_000));
        }
        clock.finish();
        assertEquals(1499, decoded.size());
        assertEquals(period, clock.periodMicros(), 2e-3 * period);
        assertEquals(0, counts.gaps());
        assertRises();
        assertEquals(1499 * period + 4_000, decoded.get(1498).timeMicros, 4_000);
    }

    @Test
    void alwaysMarksASilence() {
        for (int notification = 1; notification < 100; notification++) {
            long late = notification > 50 ? 400_000 : 0;
            give(IN_NOTIFICATION, Math.round(notification * IN_NOTIFICATION * PERIOD_MICROS) + late);
        }
        clock.finish();
        assertEquals(SampleFlag.GAP_BEFORE, decoded.get(200).flags);
        assertEquals(40, counts.lostSamples());
    }

    @Test
    void beginsAnewAfterALostConnection() {
        for (int notification = 1; notification < 100; notification++) {
            give(IN_NOTIFICATION, Math.round(notification * IN_NOTIFICATION * PERIOD_MICROS));
        }
        clock.disconnected();
        long laterMicros = 20_000_000;
        for (int notification = 1; notification < 100; notification++) {
            give(IN_NOTIFICATION, laterMicros + Math.round(notification * IN_NOTIFICATION * PERIOD_MICROS));
        }
        clock.finish();
        assertEquals(SampleFlag.GAP_BEFORE | SampleFlag.TIME_RESTART, decoded.get(396).flags);
        assertEquals(0, counts.lostSamples());
        assertEquals(laterMicros + PERIOD_MICROS, decoded.get(396).timeMicros, 100);
        assertRises();
    }

    private void give(int samples, long arrivalMicros) {
        for (int index = 0; index < samples; index++) {
            ImuSample sample = clock.next();
            sample.accZ = 9.81;
        }
        clock.endNotification(arrivalMicros);
    }

    private void assertTimesAreTrue(int withinMicros, int fromSample) {
        assertRises();
        for (int index = fromSample; index < decoded.size(); index++) {
            double truth = (index + 1) * PERIOD_MICROS;
            assertEquals(truth, decoded.get(index).timeMicros, withinMicros, "sample " + index);
        }
    }

    private void assertRises() {
        for (int index = 1; index < decoded.size(); index++) {
            assertTrue(decoded.get(index).timeMicros > decoded.get(index - 1).timeMicros, "sample " + index);
        }
    }
}
