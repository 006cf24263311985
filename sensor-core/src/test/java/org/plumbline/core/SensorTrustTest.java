package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.ImplausibleSensors;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.NotAssessedReason;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulationScript;

/** Of two sensors, the lower and the upper, one is found not to be believed. */
class SensorTrustTest {
    private static final SimulationScript ROUNDED =
            new SimulationScript("deadlift", 6, 5, List.of(new SimulatedFault.Rounding(4, 14)), true);

    private final SensorTrust trust = new SensorTrust(2);

    private static boolean[] left(SensorTrust trust) {
        OrientationTick tick = new OrientationTick(2);
        tick.valid[0] = tick.valid[1] = true;
        trust.leaveOut(tick);
        return tick.valid;
    }

    @Test
    void aSensorThatIsNotBelievedIsLeftOutAsLongAsTheOtherOneIs() {
        assertFalse(trust.any() || trust.none());
        assertArrayEquals(new boolean[] {true, true}, left(trust));
        trust.doubt(1, false);
        assertTrue(trust.any());
        assertFalse(trust.none());
        assertArrayEquals(new boolean[] {true, false}, left(trust));
        trust.doubt(0, false);
        assertTrue(trust.none());
        assertArrayEquals(
                new boolean[] {true, true}, left(trust), "of two that are not, the movement is still counted");
    }

    @Test
    void whatWasFoundAmidTheSetTakesNothingBackOfTheRepetitionsBefore() {
        AnalysisResult.Repetition before = rounded();
        assertSame(before, trust.revised(before));
        trust.doubt(0, false);
        assertSame(before, trust.revised(before));
    }

    @Test
    void aSensorThatWasWrongFromTheStartTakesItsMetricsAndFlagsBackAndNoOthers() {
        AnalysisResult.Repetition before = rounded();
        trust.doubt(0, true);
        // what is found once more, of a later moment, changes nothing
        trust.doubt(0, false);
        AnalysisResult.Repetition after = trust.revised(before);
        TreeSet<String> lower = ImplausibleSensors.affected(true, false).stream()
                .map(Metric::jsonName)
                .collect(Collectors.toCollection(TreeSet::new));

        TreeSet<String> stay = new TreeSet<>(before.metrics().keySet());
        stay.removeAll(lower);
        assertEquals(stay, new TreeSet<>(after.metrics().keySet()));
        assertTrue(stay.size() > 3 && stay.size() < before.metrics().size(), stay.toString());
        TreeSet<String> taken = new TreeSet<>(before.metrics().keySet());
        taken.retainAll(lower);
        for (String name : taken) {
            assertEquals(
                    NotAssessedReason.IMPLAUSIBLE_SENSOR.jsonName(),
                    after.notAssessedBecause().get(name),
                    name);
            assertTrue(after.notAssessed().contains(name), name);
        }
        for (String name : lower) {
            boolean belongs = before.metrics().containsKey(name)
                    || before.notAssessedBecause().containsKey(name);
            assertEquals(belongs, after.notAssessedBecause().containsKey(name), name + " is of other exercises");
        }
        assertFalse(before.flags().isEmpty());
        assertEquals(
                before.flags().stream()
                        .filter(flag -> !lower.contains(flag.metric()))
                        .toList(),
                after.flags());
        assertTrue(after.flags().stream().map(FormFlag::metric).noneMatch(lower::contains));
        assertEquals(before.number(), after.number());
        assertEquals(before.startS(), after.startS());
        assertEquals(before.endS(), after.endS());
        assertEquals(before.quality(), after.quality());
    }

    /** A repetition with a rounded back. */
    private static AnalysisResult.Repetition rounded() {
        return MonitoredSet.of(ROUNDED).result().repetitions().stream()
                .filter(repetition -> !repetition.flags().isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
