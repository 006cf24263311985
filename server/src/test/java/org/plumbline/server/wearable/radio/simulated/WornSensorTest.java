package org.plumbline.server.wearable.radio.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;

/** The lifter's time is asked for in advance: these tests do not wait for it. */
class WornSensorTest {
    private static final double RATE_HZ = SimulatedLifter.TIMU_RATE_HZ;
    private static final SimulationScript SCRIPT = SimulationScript.clean(SimulationScript.DEADLIFT, 3, 5);
    private static final double STILL_RAD_PER_S = 0.2;

    @Test
    void aLifterWhoHasNotBegunStandsStill() {
        WornSensor pelvis = SimulatedLifter.standing(SCRIPT, RATE_HZ).sensor(0);
        pelvis.listen(System.nanoTime());
        for (ImuSample sample : take(pelvis, 600)) {
            assertEquals(9.81, force(sample), 0.6);
            assertTrue(turning(sample) < STILL_RAD_PER_S, "turns at " + turning(sample));
        }
    }

    @Test
    void aLifterWhoBeginsMovesAndCanBeginAnew() {
        SimulatedLifter lifter = SimulatedLifter.standing(SCRIPT, RATE_HZ);
        WornSensor pelvis = lifter.sensor(0);
        assertFalse(lifter.hasBegun());
        lifter.begin();
        pelvis.listen(System.nanoTime());
        int ofScript = (int) (lifter.scriptSeconds() * RATE_HZ);
        List<ImuSample> first = take(pelvis, ofScript);
        assertTrue(first.stream().anyMatch(sample -> turning(sample) > 0.8));
        lifter.begin();
        WornSensor again = lifter.sensor(0);
        again.listen(System.nanoTime());
        List<ImuSample> second = take(again, ofScript);
        assertTrue(second.stream().anyMatch(sample -> turning(sample) > 0.8));
    }

    @Test
    void afterTheScriptTheLifterStands() {
        SimulatedLifter lifter = SimulatedLifter.standing(SCRIPT, RATE_HZ);
        WornSensor thorax = lifter.sensor(1);
        lifter.begin();
        thorax.listen(System.nanoTime() + seconds(lifter.scriptSeconds() + 1));
        for (ImuSample sample : take(thorax, 300)) {
            assertTrue(turning(sample) < STILL_RAD_PER_S, "turns at " + turning(sample));
        }
    }

    @Test
    void theFirstSensorThatStreamsSetsTheLifterGoing() {
        SimulatedLifter lifter = SimulatedLifter.beginningWithStream(SCRIPT, RATE_HZ);
        WornSensor pelvis = lifter.sensor(0);
        assertFalse(lifter.hasBegun());
        pelvis.listen(System.nanoTime());
        assertTrue(lifter.hasBegun());
    }

    @Test
    void bothSensorsMeasureTheScriptAtItsOwnTimeToTheMillisecond() {
        SimulatedLifter lifter = SimulatedLifter.beginningWithStream(SCRIPT, RATE_HZ);
        long now = System.nanoTime();
        for (int index = 0; index < 2; index++) {
            WornSensor worn = lifter.sensor(index);
            worn.listen(now);
            long begun = lifter.beginning();
            SimulatedWearable script = lifter.wearable();
            ImuSample expected = new ImuSample();
            ImuSample sample = new ImuSample();
            double beginningS = begun / RATE_HZ;
            for (int i = 0; i < 1500; i++) {
                do {
                    script.next(expected);
                } while (expected.sensorIndex != index);
                long number = worn.counter();
                if (number < begun) {
                    worn.next(sample);
                    number = worn.counter();
                }
                worn.next(sample);
                double atS = lifter.secondsAt(worn.dueNanos(number)) - beginningS;
                assertEquals(script.trueTimeS(), atS, 0.001);
                assertEquals(expected.accX, sample.accX);
                assertEquals(expected.gyrY, sample.gyrY);
            }
        }
    }

    @Test
    void aSensorThatWasAwayComesBackInTheMiddleOfTheMovementWithItsCounterAndClockGoneOn() {
        SimulatedLifter lifter = SimulatedLifter.beginningWithStream(SCRIPT, RATE_HZ);
        WornSensor there = lifter.sensor(1);
        WornSensor away = lifter.sensor(1);
        long now = System.nanoTime();
        there.listen(now);
        away.listen(now);
        List<ImuSample> whole = take(there, 2000);
        ImuSample last = take(away, 500).get(499);
        away.listen(away.dueNanos(away.counter() - 1) + seconds(3));
        long missed = away.counter() - there.counter() + 2000 - 500;
        ImuSample next = take(away, 1).get(0);

        assertEquals(3 * RATE_HZ, missed, 1.01);
        assertEquals((missed + 1) / RATE_HZ, (next.timeMicros - last.timeMicros) / 1e6, 0.001);
        ImuSample expected = whole.get((int) (500 + missed));
        assertEquals(expected.timeMicros, next.timeMicros);
        assertEquals(expected.accX, next.accX);
        assertEquals(expected.gyrZ, next.gyrZ);
    }

    @Test
    void eachSensorHasAClockOfItsOwn() {
        SimulatedLifter lifter = SimulatedLifter.standing(SCRIPT, RATE_HZ);
        long now = System.nanoTime();
        WornSensor pelvis = lifter.sensor(0);
        WornSensor thorax = lifter.sensor(1);
        long apart = pelvis.deviceMicros(now) - thorax.deviceMicros(now);
        long hour = now + TimeUnit.HOURS.toNanos(1);
        long apartLater = pelvis.deviceMicros(hour) - thorax.deviceMicros(hour);

        assertTrue(Math.abs(apart) > 10_000, "apart by " + apart);
        assertTrue(Math.abs(apartLater - apart) < 300_000 && apartLater != apart, "drifts by " + (apartLater - apart));
    }

    @Test
    void aTapIsTwoShortKnocksOnOneSensor() {
        SimulatedLifter lifter = SimulatedLifter.standing(SCRIPT, RATE_HZ);
        WornSensor pelvis = lifter.sensor(0);
        WornSensor thorax = lifter.sensor(1);
        long now = System.nanoTime();
        pelvis.listen(now);
        thorax.listen(now);
        double still = take(lifter.sensor(0), 1).get(0).accZ;
        pelvis.tap();
        List<Integer> hit = new ArrayList<>();
        List<ImuSample> samples = take(pelvis, 60);
        for (int i = 0; i < samples.size(); i++) {
            if (samples.get(i).accZ - still > 10) {
                hit.add(i);
            }
        }
        assertTrue(hit.size() >= 4 && hit.size() <= 6, "hit " + hit);
        assertEquals(0.25 * RATE_HZ, hit.get(hit.size() - 1) - hit.get(0), 3);
        assertTrue(take(thorax, 60).stream().allMatch(sample -> Math.abs(force(sample) - 9.81) < 0.6));
    }

    private static long seconds(double seconds) {
        return Math.round(seconds * TimeUnit.SECONDS.toNanos(1));
    }

    private static List<ImuSample> take(WornSensor worn, int count) {
        List<ImuSample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ImuSample sample = new ImuSample();
            worn.next(sample);
            samples.add(sample);
        }
        return samples;
    }

    private static double force(ImuSample sample) {
        return Math.sqrt(sample.accX * sample.accX + sample.accY * sample.accY + sample.accZ * sample.accZ);
    }

    private static double turning(ImuSample sample) {
        return Math.sqrt(sample.gyrX * sample.gyrX + sample.gyrY * sample.gyrY + sample.gyrZ * sample.gyrZ);
    }
}
