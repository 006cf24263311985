package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.repetition.ExerciseProfile;

/** The numbers of the metric catalogue: whoever moves one moves it here too, and says why. */
class FormLimitsTest {
    private static final double NONE = FlagLevels.ABSENT;

    private final FormLimits deadlift = FormLimits.defaultsFor(ExerciseProfile.DEADLIFT);

    @Test
    void ofTheLimitsOfAMetricTheLowestHoldsWhoeverSetIt() {
        Metric gain = FormRule.ROUNDING.metric();
        assertEquals(6, deadlift.limitOf(gain).orElseThrow(), 1e-9);
        assertFalse(deadlift.prescribedHolds(gain));
        FormLimits lower = deadlift.prescribing(gain, 5);
        assertEquals(5, lower.limitOf(gain).orElseThrow(), 1e-9);
        assertTrue(lower.prescribedHolds(gain));
        assertTrue(lower.prescribedHolds(FormRule.ROUNDING));
        for (double most : new double[] {6, 7}) {
            FormLimits higher = deadlift.prescribing(gain, most);
            assertEquals(6, higher.limitOf(gain).orElseThrow(), 1e-9);
            assertFalse(higher.prescribedHolds(gain));
            assertFalse(higher.prescribedHolds(FormRule.ROUNDING));
        }
        FormLimits alone = FormLimits.NONE.prescribing(gain, 5);
        assertEquals(5, alone.limitOf(gain).orElseThrow(), 1e-9);
        assertTrue(alone.prescribedHolds(gain), "no rule looks at it");
        assertTrue(FormLimits.NONE.limitOf(gain).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "ROUNDING, 4, 6, 10",
        "DEEP_FLEXION, 70, 80, 95",
        "FLEXION_DRIFT, 6, 9, 13",
        "BASELINE_DEVIATION, 6, 9, 13",
        "TWIST, 5, 7, 12",
        "TRUNK_TURN, 10, 20, NaN",
        "SIDE_BEND, 6, 10, 20",
        "FLEXION_WITH_TWIST, 5, 7, NaN",
        "YANK, 1.8, NaN, NaN",
        "JERKINESS, 2, NaN, NaN",
        "TEMPO, 1, NaN, NaN",
        "FORM_BREAKDOWN, NaN, 1, NaN",
        "RANGE_LOSS, 15, 25, NaN",
        "LOCKOUT_EXTENSION, 8, 12, 18",
        "TRUNK_DEVIATION, 8, 10, NaN"
    })
    void aDeadliftAndASquatShareMostLimits(FormRule rule, double notice, double caution, double stop) {
        assertLevels("deadlift", rule, notice, caution, stop);
        assertLevels("squat", rule, notice, caution, stop);
    }

    @ParameterizedTest
    @CsvSource({
        "deadlift, SPEED_LOSS, 10, 15, 25",
        "romanian_deadlift, SPEED_LOSS, 10, 15, 25",
        "good_morning, SPEED_LOSS, 10, 15, 25",
        "swing, SPEED_LOSS, 10, 15, 25",
        "squat, SPEED_LOSS, 15, 20, 30",
        "row, SPEED_LOSS, 15, NaN, NaN",
        "deadlift, HIP_SHOOT, 5, 8, NaN",
        "deadlift, HIP_SHOOT_ONE_SENSOR, NaN, 8, NaN",
        "squat, NEUTRAL_LOST, 8, 12, 18",
        "squat, PELVIC_TUCK, NaN, 8, NaN",
        "romanian_deadlift, DEEP_FLEXION, NaN, 70, 95",
        "good_morning, DEEP_FLEXION, NaN, 70, 95",
        "swing, DEEP_FLEXION, NaN, 70, 95",
        "romanian_deadlift, ROUNDING, 4, 6, 10",
        "row, LUMBAR_MOVEMENT, NaN, 8, NaN",
        "row, TRUNK_SWING, NaN, 15, NaN",
        "overhead_press, LOCKOUT_EXTENSION, 8, 12, 18",
        "bird_dog, LUMBAR_MOVEMENT, NaN, 12, NaN",
        "bird_dog, TWIST, 5, 6, 12",
        "glute_bridge, LOCKOUT_EXTENSION, NaN, 8, 18",
        "side_plank, HOLD_SAG, NaN, 6, NaN",
        "pelvic_tilt, TEMPO, NaN, 1, NaN",
        "prone_press_up, TEMPO, NaN, 1, NaN",
        "bird_dog, TEMPO, NaN, 1, NaN"
    })
    void anExerciseHasLimitsOfItsOwn(String exercise, FormRule rule, double notice, double caution, double stop) {
        assertLevels(exercise, rule, notice, caution, stop);
    }

    @ParameterizedTest
    @CsvSource({
        "deadlift, NEUTRAL_LOST",
        "deadlift, PELVIC_TUCK",
        "squat, HIP_SHOOT",
        "row, ROUNDING",
        "overhead_press, SPEED_LOSS",
        "overhead_press, ROUNDING",
        "side_plank, TWIST",
        "glute_bridge, ROUNDING",
        "deadlift, HOLD_SAG"
    })
    void whatAnExerciseDoesNotHaveIsNotJudged(String exercise, FormRule rule) {
        assertNull(limits(exercise).of(rule));
    }

    @Test
    void aSingleTwistCountsFromTen() {
        assertEquals(10, deadlift.singleTwistDeg());
        assertEquals(10, limits("squat").singleTwistDeg());
    }

    @ParameterizedTest
    @ValueSource(strings = {"trunk_movement", "push_up"})
    void anExerciseNobodyHasSetLimitsForHasNone(String exercise) {
        assertTrue(limits(exercise).isEmpty());
    }

    @Test
    void everyDefaultSaysWhereItComesFrom() {
        for (ExerciseProfile profile : ExerciseProfile.all()) {
            for (FlagLevels levels : FormLimits.defaultsFor(profile).levels().values()) {
                assertTrue(levels.source().startsWith("catalogue"), levels::source);
                assertEquals(LimitOrigin.DEFAULT, levels.origin());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"-50,0", "3.99,0", "4,1", "5.99,1", "6,2", "9.99,2", "10,3", "1000,3", "NaN,0"})
    void aLimitIsReachedByItsOwnValue(double value, int level) {
        assertEquals(level, rounding(deadlift).levelOf(value));
    }

    @Test
    void limitsMayBeEqualOrAbsentButMustNotFall() {
        assertEquals(3, new FlagLevels(5, 5, 5, "a coach").levelOf(5));
        assertEquals(0, new FlagLevels(5, 5, 5, "a coach").levelOf(4.9));
        assertEquals(0, new FlagLevels(NONE, 5, NONE, "a coach").levelOf(4.9));
        assertEquals(2, new FlagLevels(NONE, 5, NONE, "a coach").levelOf(500));
        assertEquals(5, new FlagLevels(NONE, 5, NONE, "a coach").limitOf(3));
        assertEquals(5, new FlagLevels(NONE, 5, NONE, "a coach").limitOf(1));
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new FlagLevels(5, 4, 6, "a slip"));
        assertTrue(refusal.getMessage().contains("notice 5.0, caution 4.0, stop 6.0"), refusal::getMessage);
        assertThrows(IllegalArgumentException.class, () -> new FlagLevels(1, 2, 1.5, "a slip"));
        assertThrows(IllegalArgumentException.class, () -> new FlagLevels(7, NONE, 6, "a slip"));
        assertThrows(IllegalArgumentException.class, () -> new FlagLevels(NONE, NONE, NONE, "a slip"));
    }

    @Test
    void aTherapistLowersALimitAndTheLevelsBelowItComeAlong() {
        FlagLevels lowered = rounding(deadlift.loweredTo(FormRule.ROUNDING, NONE, 3, NONE, "Dr Weber, 3 May"));
        assertEquals(3, lowered.caution());
        assertEquals(3, lowered.notice(), "a notice above the caution would never be given");
        assertEquals(10, lowered.stop(), "not spoken of");
        assertEquals(LimitOrigin.THERAPIST, lowered.origin());
        assertEquals("Dr Weber, 3 May", lowered.source());
    }

    @Test
    void aTherapistsHigherNumberRaisesNothing() {
        FormLimits same = deadlift.loweredTo(FormRule.ROUNDING, 8, 12, 20, "Dr Weber");
        assertSame(rounding(deadlift), rounding(same));
        FlagLevels mixed = rounding(deadlift.loweredTo(FormRule.ROUNDING, 2, 12, 20, "Dr Weber"));
        assertEquals(List.of(2.0, 6.0, 10.0), List.of(mixed.notice(), mixed.caution(), mixed.stop()));
    }

    @Test
    void aTherapistMayLimitWhatNobodyElseDoes() {
        FlagLevels own = limits("squat")
                .loweredTo(FormRule.HIP_SHOOT, NONE, 6, NONE, "Dr Weber")
                .of(FormRule.HIP_SHOOT);
        assertNotNull(own);
        assertEquals(6, own.caution());
    }

    @Test
    void aPersonsOwnLimitStandsAsItIsGiven() {
        FlagLevels higher = new FlagLevels(8, 12, 16, "own wish", LimitOrigin.PERSON);
        assertEquals(higher, rounding(deadlift.with(FormRule.ROUNDING, higher)));
        assertEquals(
                9,
                rounding(deadlift.with(FormRule.ROUNDING, higher)
                                .loweredTo(FormRule.ROUNDING, NONE, 9, NONE, "Dr Weber"))
                        .caution());
        assertNull(deadlift.without(FormRule.ROUNDING).of(FormRule.ROUNDING));
        for (FormRule other : EnumSet.complementOf(EnumSet.of(FormRule.ROUNDING))) {
            assertEquals(deadlift.of(other), deadlift.without(FormRule.ROUNDING).of(other), "the others stay");
        }
        assertEquals(4, rounding(deadlift).notice(), "the limits themselves have not changed");
    }

    @Test
    void ofTwoPrescribedNumbersTheLowerOneHolds() {
        FormLimits prescribed = deadlift.prescribing(Metric.LUMBAR_FLEXION_PEAK, 40)
                .prescribing(Metric.LUMBAR_FLEXION_PEAK, 45)
                .prescribing(Metric.TRUNK_INCLINATION_PEAK, 60);
        assertEquals(
                Map.of(Metric.LUMBAR_FLEXION_PEAK, 40.0, Metric.TRUNK_INCLINATION_PEAK, 60.0), prescribed.prescribed());
        assertThrows(IllegalArgumentException.class, () -> deadlift.prescribing(Metric.TUCK, 0));
        assertFalse(FormLimits.NONE.prescribing(Metric.TUCK, 3).isEmpty());
    }

    @Test
    void aPrescribedNumberIsNoticedFromNineTenthsOfItAndCautionedBeyondIt() {
        FlagLevels levels =
                deadlift.prescribing(Metric.LUMBAR_FLEXION_PEAK, 40).levelsOfPrescribed(Metric.LUMBAR_FLEXION_PEAK);
        assertEquals(0, levels.levelOf(35.99));
        assertEquals(1, levels.levelOf(36));
        assertEquals(1, levels.levelOf(40));
        assertEquals(2, levels.levelOf(40.001));
        // a stop is suggested by its coming twice, not by its size
        assertEquals(2, levels.levelOf(400));
    }

    @Test
    void deepFlexionInAWarmUpSetIsNotedOnly() {
        FlagLevels warmUp = deadlift.forWarmUp().of(FormRule.DEEP_FLEXION);
        assertNotNull(warmUp);
        assertEquals(1, warmUp.levelOf(120));
        assertEquals(1, warmUp.levelOf(70));
        assertEquals(0, warmUp.levelOf(69.9));
        assertEquals(rounding(deadlift), rounding(deadlift.forWarmUp()));
        assertSame(FormLimits.NONE, FormLimits.NONE.forWarmUp());
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

    private static FormLimits limits(String exercise) {
        return FormLimits.defaultsFor(ExerciseProfile.ofName(exercise).orElseThrow());
    }

    private static FlagLevels rounding(FormLimits limits) {
        FlagLevels levels = limits.of(FormRule.ROUNDING);
        assertNotNull(levels);
        return levels;
    }

    private static void assertLevels(String exercise, FormRule rule, double notice, double caution, double stop) {
        FlagLevels levels = limits(exercise).of(rule);
        assertNotNull(levels);
        assertEquals(notice, levels.notice());
        assertEquals(caution, levels.caution());
        assertEquals(stop, levels.stop());
    }
}
