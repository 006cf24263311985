package org.plumbline.bench.orientation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;

/** Damage is what its name says, the same in every run, and leaves the measured samples alone. */
class DamageTest {
    private final List<ImuSample> measured = SteadyTurn.samples(3000, 10_000);

    @Test
    void samplesAreLostInTheirShareAndInHoles() {
        assertEquals(0.95 * 3000, damaged("5 % lost").samples().size(), 40);
        DamagedSamples holed = damaged("holes of 1 s");
        assertEquals(2700, holed.samples().size());
        assertEquals(4_990_000, holed.samples().get(499).timeMicros);
        assertEquals(6_000_000, holed.samples().get(500).timeMicros);
        assertEquals(600, holed.originals()[500]);
    }

    @Test
    void clippedAxesEndAtTheirShareAndSaySoWhenAsked() {
        for (ImuSample sample : damaged("clipped, flagged").samples()) {
            assertTrue(Math.abs(sample.accZ) <= 0.6 * 9.81 + 1e-9);
            assertEquals(0.24, sample.gyrX, 1e-12);
            assertTrue((sample.flags & SampleFlag.ANGULAR_RATE_CLIPPED) != 0);
        }
        assertEquals(0, damaged("clipped, not flagged").samples().get(0).flags);
        assertEquals(0.4, damaged("clipped at a real range, flagged").samples().get(0).gyrX, 1e-12);
    }

    @Test
    void wildSamplesAreOneInAHundred() {
        long inRange = damaged("1 % wild, in range").samples().stream()
                .filter(sample -> sample.gyrX != 0.4)
                .count();
        assertEquals(30, inRange, 20);
        long beyond = damaged("1 % wild, beyond any range").samples().stream()
                .filter(sample -> !(Math.abs(sample.accX) + Math.abs(sample.accY) + Math.abs(sample.accZ) < 1000)
                        || !(Math.abs(sample.gyrX) + Math.abs(sample.gyrY) + Math.abs(sample.gyrZ) < 1000))
                .count();
        assertEquals(30, beyond, 20);
    }

    @Test
    void stampsRepeatOrGoBack() {
        assertEquals(0.3, shareOfSteps("30 % stamps repeated", 0, 0), 0.04);
        assertEquals(0.3, shareOfSteps("30 % stamps backwards", -50_000, -1), 0.04);
    }

    private double shareOfSteps(String name, long from, long to) {
        List<ImuSample> samples = damaged(name).samples();
        long count = 0;
        for (int i = 1; i < samples.size(); i++) {
            long step = samples.get(i).timeMicros - samples.get(i - 1).timeMicros;
            count += step >= from && step <= to ? 1 : 0;
        }
        return (double) count / samples.size();
    }

    private DamagedSamples damaged(String name) {
        List<ImuSample> before = SteadyTurn.samples(3000, 10_000);
        Damage damage = Damage.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        DamagedSamples first = damage.to(measured, "somewhere");
        DamagedSamples again = damage.to(measured, "somewhere");
        for (int i = 0; i < first.samples().size(); i++) {
            assertEquals(first.samples().get(i).timeMicros, again.samples().get(i).timeMicros);
            assertEquals(first.samples().get(i).gyrX, again.samples().get(i).gyrX);
        }
        for (int i = 0; i < before.size(); i++) {
            assertEquals(before.get(i).gyrX, measured.get(i).gyrX);
            assertEquals(before.get(i).timeMicros, measured.get(i).timeMicros);
        }
        return first;
    }
}
