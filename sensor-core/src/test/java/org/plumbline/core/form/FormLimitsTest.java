package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.repetition.ExerciseProfile;

/** The numbers of the metric catalogue: whoever moves one moves it here too, and says why. */
class FormLimitsTest {
    private final FormLimits deadlift = FormLimits.defaultsFor(ExerciseProfile.DEADLIFT);
    private final FormLimits squat = FormLimits.defaultsFor(ExerciseProfile.SQUAT);

    @Test
    void roundingUnderLoadIsNoticedAtFourCautionedAtSixAndStopsAtTen() {
        assertLevels(deadlift.rounding(), 4, 6, 10);
        assertLevels(squat.rounding(), 4, 6, 10);
    }

    @Test
    void driftIsNoticedAtSixCautionedAtNineAndStopsAtThirteen() {
        assertLevels(deadlift.flexionDrift(), 6, 9, 13);
        assertLevels(squat.flexionDrift(), 6, 9, 13);
    }

    @Test
    void twistIsNoticedAtFiveCautionedAtSevenAndStopsAtTwelveASingleOneFromTen() {
        assertLevels(deadlift.twist(), 5, 7, 12);
        assertLevels(squat.twist(), 5, 7, 12);
        assertEquals(10, deadlift.singleTwistDeg());
        assertEquals(10, squat.singleTwistDeg());
    }

    @Test
    void speedLossCountsEarlierInTheDeadliftThanInTheSquat() {
        assertLevels(deadlift.speedLoss(), 10, 15, 25);
        assertLevels(squat.speedLoss(), 15, 20, 30);
    }

    @Test
    void everyLimitSaysWhereItComesFrom() {
        for (FormLimits limits : List.of(deadlift, squat)) {
            for (FlagLevels levels :
                    List.of(limits.rounding(), limits.flexionDrift(), limits.twist(), limits.speedLoss())) {
                assertTrue(levels.source().startsWith("catalogue F"), levels::source);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"-50,0", "3.99,0", "4,1", "5.99,1", "6,2", "9.99,2", "10,3", "1000,3", "NaN,0"})
    void aLimitIsReachedByItsOwnValue(double value, int level) {
        assertEquals(level, deadlift.rounding().levelOf(value));
    }

    @Test
    void limitsMayBeEqualButMustNotFall() {
        FlagLevels equal = new FlagLevels(5, 5, 5, "a therapist");
        assertEquals(3, equal.levelOf(5));
        assertEquals(0, equal.levelOf(4.9));
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new FlagLevels(5, 4, 6, "a slip"));
        assertTrue(refusal.getMessage().contains("notice 5.0, caution 4.0, stop 6.0"), refusal::getMessage);
        assertThrows(IllegalArgumentException.class, () -> new FlagLevels(1, 2, 1.5, "a slip"));
        assertThrows(IllegalArgumentException.class, () -> new FlagLevels(Double.NaN, 2, 3, "a slip"));
    }

    @Test
    void metricsAreNamedAndKnowTheirNoise() {
        assertEquals(4, Metric.FLEXION_GAIN_LOADED.minimalDetectableChange());
        assertEquals(9, Metric.FLEXION_DRIFT.minimalDetectableChange());
        assertEquals(5, Metric.AXIAL_ROTATION_RANGE.minimalDetectableChange());
        assertEquals(5, Metric.LATERAL_BEND_RANGE.minimalDetectableChange());
        assertTrue(Metric.FLEXION_DRIFT.needsTwoSensors());
        assertFalse(Metric.TRUNK_SPEED_LOSS.needsTwoSensors());
        assertEquals("rounding_under_load", FlagName.ROUNDING_UNDER_LOAD.jsonName());
    }

    private static void assertLevels(FlagLevels levels, double notice, double caution, double stop) {
        assertEquals(notice, levels.notice());
        assertEquals(caution, levels.caution());
        assertEquals(stop, levels.stop());
        assertEquals(notice, levels.limitOf(1));
        assertEquals(caution, levels.limitOf(2));
        assertEquals(stop, levels.limitOf(3));
    }
}
