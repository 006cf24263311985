package org.plumbline.core.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;

class SharedClockTest {
    private static final int FRAME = 8;
    private static final long PERIOD_MICROS = 9_615;
    private static final double SKEW = 40e-6;

    private final Random random = new Random(3);
    private final List<ImuSample> out = new ArrayList<>();
    private double hostS = 10;

    @Test
    void sensorsOnOneClockHaveOneSkewAndTheSameTimeForTheSameMoment() {
        ClockMapper mapper = mapper(5, 5);
        // the way of the second is 20 ms longer: on clocks of their own they would be 20 ms apart
        run(mapper, 600, 1000, 1000, 0.02);
        assertTrue(mapper.shareClock(0, 1));
        assertEquals(mapper.skewPartsPerMillion(0), mapper.skewPartsPerMillion(1));
        assertEquals(-40, mapper.skewPartsPerMillion(0), 15);
        assertTrue(largestDifferenceMicros() < 400, largestDifferenceMicros() + " µs");
    }

    @Test
    void sensorsOnClocksOfTheirOwnAreApartByTheirWays() {
        ClockMapper mapper = mapper(0, 1);
        run(mapper, 600, 1000, 1000, 0.02);
        assertFalse(mapper.shareClock(0, 1));
        assertTrue(largestDifferenceMicros() > 15_000);
    }

    @Test
    void aSensorWhoseTimeDoesNotAgreeIsMappedAlone() {
        ClockMapper mapper = mapper(5, 5);
        run(mapper, 600, 1000, 77, 0);
        assertFalse(mapper.shareClock(0, 1));
        ImuSample last = out.get(out.size() - 1);
        assertEquals(last.arrivalMicros, last.timeMicros, 60_000);
    }

    @Test
    void sensorsOfABoardThatBeganAnewShareItsClockAgain() {
        ClockMapper mapper = mapper(5, 5);
        run(mapper, 400, 1000, 1000, 0);
        hostS += 2;
        run(mapper, 400, 0, 0, 0);
        assertTrue(mapper.shareClock(0, 1));
        assertEquals(
                2,
                out.stream()
                        .filter(sample -> (sample.flags & SampleFlag.TIME_RESTART) != 0)
                        .count());
        for (ImuSample sample : out) {
            assertEquals(sample.arrivalMicros, sample.timeMicros, 200_000);
        }
    }

    @Test
    void aSensorThatAloneBeganAnewLeavesTheClockToTheOthers() {
        ClockMapper mapper = mapper(5, 5);
        run(mapper, 400, 1000, 1000, 0);
        out.clear();
        run(mapper, 400, 1000 + 400 * FRAME * PERIOD_MICROS * 1e-6 * (1 + SKEW), 0, 0);
        assertFalse(mapper.shareClock(0, 1));
        for (ImuSample sample : out) {
            assertEquals(sample.arrivalMicros, sample.timeMicros, 200_000);
        }
    }

    @Test
    void timesOfTheHostsClockPassAsTheyAre() {
        ClockMapper mapper = mapper(ClockMapper.HOST_CLOCK, ClockMapper.HOST_CLOCK);
        ImuSample sample = new ImuSample();
        sample.timeMicros = 1_000_123;
        sample.arrivalMicros = 1_040_000;
        mapper.accept(sample);
        assertEquals(1_000_123, out.get(0).timeMicros);
    }

    /** Notifications keep step with the connection and are always 9 ms late; beacons come at any moment. */
    @Test
    void beaconsShowTheLeastDelayThatNotificationsNeverHave() {
        for (boolean beacons : new boolean[] {false, true}) {
            out.clear();
            ClockMapper mapper = mapper(0, 1);
            for (int frame = 0; frame < 600; frame++) {
                long lastMicros = 5_000_000 + frame * 100_000L;
                if (beacons) {
                    long saidMicros = lastMicros - 50_000 + random.nextInt(30_000);
                    // of 64 bits, where those of the frames have begun at another multiple of 2^32
                    mapper.beacon(0, saidMicros + 7 * (1L << 32), saidMicros + random.nextInt(8_000));
                }
                give(mapper, 0, lastMicros, lastMicros + 9_000);
            }
            mapper.finish();
            ImuSample last = out.get(out.size() - 1);
            assertEquals(beacons ? 300 : 9_000, last.timeMicros - 64_900_000, 500);
        }
    }

    @Test
    void needsASensor() {
        assertThrows(IllegalArgumentException.class, () -> new ClockMapper(0, sample -> {}));
    }

    private ClockMapper mapper(int first, int second) {
        return new ClockMapper(new int[] {first, second}, sample -> out.add(sample.copy()));
    }

    /** Frames of both sensors, in turn, of samples taken at the same moments. */
    private void run(ClockMapper mapper, int frames, double firstStartS, double secondStartS, double longerS) {
        double frameS = FRAME * PERIOD_MICROS * 1e-6;
        for (int frame = 0; frame < frames; frame++) {
            for (int sensor = 0; sensor < 2; sensor++) {
                double startS = sensor == 0 ? firstStartS : secondStartS;
                double delayS = 0.005 + 0.02 * random.nextDouble() + (sensor == 0 ? 0 : longerS);
                long arrivalMicros = Math.round((hostS + frameS + delayS) * 1e6);
                for (int index = 1; index <= FRAME; index++) {
                    double deviceS = startS + (frame * frameS + index * PERIOD_MICROS * 1e-6) * (1 + SKEW);
                    give(mapper, sensor, Math.round(deviceS * 1e6), arrivalMicros);
                }
            }
            hostS += frameS;
        }
        mapper.finish();
    }

    private static void give(ClockMapper mapper, int sensor, long deviceMicros, long arrivalMicros) {
        ImuSample sample = new ImuSample();
        sample.sensorIndex = sensor;
        sample.timeMicros = deviceMicros;
        sample.arrivalMicros = arrivalMicros;
        mapper.accept(sample);
    }

    /** Between the two sensors' times of the same moments, in the second half. */
    private double largestDifferenceMicros() {
        List<ImuSample> first =
                out.stream().filter(sample -> sample.sensorIndex == 0).toList();
        List<ImuSample> second =
                out.stream().filter(sample -> sample.sensorIndex == 1).toList();
        assertEquals(first.size(), second.size());
        double largest = 0;
        for (int index = first.size() / 2; index < first.size(); index++) {
            largest = Math.max(largest, Math.abs(first.get(index).timeMicros - second.get(index).timeMicros));
        }
        return largest;
    }
}
