package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.repetition.ExerciseProfile;

/** Each rule at its border, with the default limits. */
class FormRulesTest {
    private SetForm form = new SetForm(basis("deadlift", SensorView.TRUNK_AND_PELVIS));

    @ParameterizedTest
    @CsvSource({
        "deadlift, TRUNK_AND_PELVIS, PERCENT_OF_MAX_FLEXION, DEEP_FLEXION, 70, 80, 95",
        "romanian_deadlift, TRUNK_AND_PELVIS, PERCENT_OF_MAX_FLEXION, DEEP_FLEXION, NaN, 70, 95",
        "deadlift, TRUNK_AND_PELVIS, FLEXION_GAIN_LOADED, ROUNDING_UNDER_LOAD, 4, 6, 10",
        "deadlift, TRUNK_AND_PELVIS, LATERAL_BEND_RANGE, SIDE_BEND, 6, 10, 20",
        "deadlift, TRUNK_AND_PELVIS, LOCKOUT_EXTENSION, LOCKOUT_EXTENSION, 8, 12, 18",
        "deadlift, TRUNK_AND_PELVIS, EARLY_TRUNK_PITCH, HIP_SHOOT, 5, 8, NaN",
        "deadlift, TRUNK_ONLY, EARLY_TRUNK_PITCH, HIP_SHOOT, NaN, 8, NaN",
        "deadlift, TRUNK_ONLY, TRUNK_TURN_RANGE, TWIST_UNDER_LOAD, 10, 20, NaN",
        "deadlift, PELVIS_ONLY, TRUNK_TURN_RANGE, TWIST_UNDER_LOAD, 10, 20, NaN",
        "squat, TRUNK_AND_PELVIS, TUCK, NEUTRAL_LOST, 8, 12, 18",
        "row, TRUNK_AND_PELVIS, LUMBAR_FLEXION_RANGE, NEUTRAL_LOST, NaN, 8, NaN",
        "row, TRUNK_ONLY, TRUNK_INCLINATION_RANGE, MOMENTUM, NaN, 15, NaN",
        "bird_dog, TRUNK_AND_PELVIS, LUMBAR_FLEXION_RANGE, NEUTRAL_LOST, NaN, 12, NaN",
        "overhead_press, TRUNK_AND_PELVIS, LOCKOUT_EXTENSION, LOCKOUT_EXTENSION, 8, 12, 18",
        "glute_bridge, TRUNK_AND_PELVIS, LOCKOUT_EXTENSION, LOCKOUT_EXTENSION, NaN, 8, 18",
        "side_plank, TRUNK_ONLY, HOLD_SAG, TRUNK_DEVIATION, NaN, 6, NaN"
    })
    void aLevelIsReachedAtItsLimitAndNotBelow(
            String exercise,
            SensorView view,
            Metric metric,
            FlagName flag,
            double notice,
            double caution,
            double stop) {
        double[] limits = {notice, caution, stop};
        for (int level = 1; level <= 3; level++) {
            double limit = limits[level - 1];
            if (!Double.isNaN(limit)) {
                assertEquals(level, levelOf(exercise, view, metric, limit, flag), metric + " at " + limit);
                assertTrue(levelOf(exercise, view, metric, limit * 0.99, flag) < level, metric + " below " + limit);
            }
        }
    }

    private static int levelOf(String exercise, SensorView view, Metric metric, double value, FlagName flag) {
        SetForm form = new SetForm(basis(exercise, view).withMaxFlexion(5000));
        RepetitionMetrics metrics = new RepetitionMetrics();
        metrics.put(metric, value);
        return level(form.judge(metrics, 1, 2), flag);
    }

    @Test
    void aLossOfRangeIsMeasuredAgainstTheFirstThree() {
        for (double range : new double[] {50, 52, 49}) {
            assertEquals(List.of(), judge(Metric.TRUNK_INCLINATION_RANGE, range));
        }
        assertEquals(0, level(judge(Metric.TRUNK_INCLINATION_RANGE, 42.6), FlagName.RANGE_LOSS));
        assertEquals(1, level(judge(Metric.TRUNK_INCLINATION_RANGE, 42.5), FlagName.RANGE_LOSS));
        assertEquals(1, level(judge(Metric.TRUNK_INCLINATION_RANGE, 37.6), FlagName.RANGE_LOSS));
        assertEquals(2, level(judge(Metric.TRUNK_INCLINATION_RANGE, 37.5), FlagName.RANGE_LOSS));
    }

    @Test
    void aTrunkThatStandsStillHasNoDepthToLose() {
        for (double range : new double[] {3, 3, 3, 1, 0.5}) {
            assertEquals(List.of(), judge(Metric.TRUNK_INCLINATION_RANGE, range));
        }
    }

    @Test
    void aYankIsAStartOfNearlyTwiceTheUsualAcceleration() {
        for (double start : new double[] {100, 100, 100, 179}) {
            assertEquals(List.of(), judge(Metric.START_ACCELERATION, start));
        }
        List<FormFlag> flags = judge(Metric.START_ACCELERATION, 180);
        assertEquals(1, level(flags, FlagName.MOMENTUM));
        assertEquals(1.8, flags.get(0).value());
        assertTrue(Double.isNaN(flags.get(0).minimalDetectableChange()), "nobody has measured it");
    }

    @Test
    void aLossOfSmoothnessIsCountedInDeviationsOfOnesOwn() {
        for (double sparc : new double[] {-1.5, -1.5, -1.5, -1.79}) {
            assertEquals(List.of(), judge(Metric.SPARC_CONCENTRIC, sparc));
        }
        assertEquals(1, level(judge(Metric.SPARC_CONCENTRIC, -1.81), FlagName.MOMENTUM));
        assertEquals(0, level(judge(Metric.SPARC_CONCENTRIC, -1.0), FlagName.MOMENTUM), "smoother is no fault");
    }

    @Test
    void aDroppedWeightMakesMomentumACaution() {
        form = new SetForm(basis("deadlift", SensorView.TRUNK_AND_PELVIS)
                .withTempo(new TempoTarget(2, Double.NaN, 1, Double.NaN)));
        for (int i = 0; i < 3; i++) {
            judge(Metric.START_ACCELERATION, 100);
        }
        RepetitionMetrics metrics = new RepetitionMetrics();
        metrics.put(Metric.START_ACCELERATION, 200);
        metrics.put(Metric.ECCENTRIC_DURATION, 0.99);
        assertEquals(2, level(form.judge(metrics, 1, 2), FlagName.MOMENTUM));
    }

    @ParameterizedTest
    @CsvSource({
        "deadlift, 2.4, 1, 0",
        "deadlift, 2.41, 1, 1",
        "deadlift, 1.6, 1, 0",
        "deadlift, 1.59, 1, 1",
        "deadlift, 2, 1.3, 0",
        "deadlift, 2, 1.31, 1",
        "pelvic_tilt, 2.41, 1, 2"
    })
    void aPhaseIsOffItsTargetByMoreThanAFifthAndMoreThanThreeTenths(
            String exercise, double downS, double upS, int expected) {
        form = new SetForm(
                basis(exercise, SensorView.PELVIS_ONLY).withTempo(new TempoTarget(2, Double.NaN, 1, Double.NaN)));
        RepetitionMetrics metrics = new RepetitionMetrics();
        metrics.put(Metric.ECCENTRIC_DURATION, downS);
        metrics.put(Metric.CONCENTRIC_DURATION, upS);
        metrics.put(Metric.TOP_DURATION, 20);
        List<FormFlag> flags = form.judge(metrics, 1, 2);
        assertEquals(expected, level(flags, FlagName.TEMPO));
        if (expected > 0) {
            assertEquals("s", flags.get(0).unit());
            assertEquals(downS > 2 ? 2.4 : downS < 2 ? 1.6 : 1.3, flags.get(0).limit(), 1e-9);
        }
    }

    @Test
    void aPhaseThatIsFarTooShortIsAsSureAsOneThatIsFarTooLong() {
        assertEquals(Confidence.HIGH, tempoConfidence(2.9));
        assertEquals(Confidence.HIGH, tempoConfidence(1.1));
        assertEquals(Confidence.MEDIUM, tempoConfidence(2.41));
        assertEquals(Confidence.MEDIUM, tempoConfidence(1.59));
    }

    private Confidence tempoConfidence(double downS) {
        form = new SetForm(basis("deadlift", SensorView.TRUNK_AND_PELVIS)
                .withTempo(new TempoTarget(2, Double.NaN, 1, Double.NaN)));
        RepetitionMetrics metrics = new RepetitionMetrics();
        metrics.put(Metric.ECCENTRIC_DURATION, downS);
        return form.judge(metrics, 1, 2).stream()
                .filter(flag -> flag.flag() == FlagName.TEMPO)
                .findFirst()
                .orElseThrow()
                .confidence();
    }

    @Test
    void tempoIsFreeWhereThereIsNoTarget() {
        assertEquals(List.of(), judge(Metric.ECCENTRIC_DURATION, 9));
    }

    @Test
    void aPrescribedNumberIsNoticedFromNineTenthsCautionedBeyondItAndStopsTwiceRunning() {
        form = new SetForm(new FormBasis(
                FormLimits.defaultsFor(ExerciseProfile.DEADLIFT).prescribing(Metric.LUMBAR_FLEXION_PEAK, 40),
                SensorView.TRUNK_AND_PELVIS,
                CalibrationGrade.GOOD,
                Double.NaN,
                null,
                null));
        assertEquals(0, level(judge(Metric.LUMBAR_FLEXION_PEAK, 35.9), FlagName.REHAB_LIMIT));
        assertEquals(1, level(judge(Metric.LUMBAR_FLEXION_PEAK, 36), FlagName.REHAB_LIMIT));
        assertEquals(1, level(judge(Metric.LUMBAR_FLEXION_PEAK, 40), FlagName.REHAB_LIMIT), "at it");
        assertEquals(2, level(judge(Metric.LUMBAR_FLEXION_PEAK, 41), FlagName.REHAB_LIMIT));
        assertEquals(3, level(judge(Metric.LUMBAR_FLEXION_PEAK, 41), FlagName.REHAB_LIMIT), "twice running");
        List<FormFlag> last = judge(Metric.LUMBAR_FLEXION_PEAK, 60);
        assertEquals(FlagName.REHAB_LIMIT, last.get(0).flag(), "said before all else");
        assertEquals(40, last.get(0).limit());
    }

    @Test
    void oneMeasurementStandsAtOneMomentWhoeverSetItsLimit() {
        form = new SetForm(
                FormLimits.defaultsFor(ExerciseProfile.DEADLIFT).prescribing(Metric.FLEXION_GAIN_LOADED, 5),
                CalibrationGrade.GOOD);
        List<FormFlag> flags = judge(Metric.FLEXION_GAIN_LOADED, 8);
        assertEquals(2, flags.size(), flags::toString);
        assertEquals(flags.get(0).timeS(), flags.get(1).timeS());
    }

    @Test
    void whatIsPrescribedForASideHoldsForBoth() {
        form = new SetForm(
                FormBasis.of(FormLimits.NONE.prescribing(Metric.LATERAL_BEND_BIAS, 5), CalibrationGrade.GOOD));
        assertEquals(2, level(judge(Metric.LATERAL_BEND_BIAS, -5.5), FlagName.REHAB_LIMIT));
    }

    @Test
    void flexionAndTwistTogetherAreACautionWhereTheyRecurOrTheTwistIsLarge() {
        assertEquals(0, level(flexionAndTwist(69, 6), FlagName.FLEXION_WITH_TWIST));
        assertEquals(0, level(flexionAndTwist(75, 4.9), FlagName.FLEXION_WITH_TWIST));
        assertEquals(1, level(flexionAndTwist(70, 5), FlagName.FLEXION_WITH_TWIST), "a twist within its noise, once");
        assertEquals(2, level(flexionAndTwist(70, 5), FlagName.FLEXION_WITH_TWIST), "again");
        form.beginSet();
        assertEquals(2, level(flexionAndTwist(70, 7), FlagName.FLEXION_WITH_TWIST), "large");
    }

    private List<FormFlag> flexionAndTwist(double percent, double twist) {
        RepetitionMetrics metrics = new RepetitionMetrics();
        metrics.put(Metric.PERCENT_OF_MAX_FLEXION, percent);
        metrics.put(Metric.AXIAL_ROTATION_RANGE, twist);
        return form.judge(metrics, 1, 2);
    }

    @Test
    void oneRoundedRepetitionIsNoDriftButADriftBeyondTheRoundingIs() {
        for (int i = 0; i < 3; i++) {
            rounded(30, 1);
        }
        List<FormFlag> once = rounded(40, 9);
        assertEquals(2, level(once, FlagName.ROUNDING_UNDER_LOAD));
        assertEquals(0, level(once, FlagName.FLEXION_DRIFT), "10° more, 8 of them by rounding");
        assertEquals(2, level(rounded(48, 9), FlagName.FLEXION_DRIFT), "18° more");
    }

    private List<FormFlag> rounded(double peak, double gain) {
        RepetitionMetrics metrics = new RepetitionMetrics();
        metrics.put(Metric.LUMBAR_FLEXION_PEAK, peak);
        metrics.put(Metric.FLEXION_GAIN_LOADED, gain);
        return form.judge(metrics, 1, 2);
    }

    @ParameterizedTest
    @CsvSource({"1, 36, 1", "1, 38.9, 1", "1, 39, 2", "6, 40, 1", "6, 42, 2", "1, 43, 3", "6, 47, 2", "6, 48, 3"})
    void theBaselineIsLeftAtItsLimitOrAtTwoAndThreeOfItsOwnDeviations(double deviation, double peak, int expected) {
        form = new SetForm(basis("deadlift", SensorView.TRUNK_AND_PELVIS)
                .withBaseline(baseline(Metric.LUMBAR_FLEXION_PEAK, 30, deviation)));
        assertEquals(expected, level(judge(Metric.LUMBAR_FLEXION_PEAK, peak), FlagName.BASELINE_DEVIATION));
    }

    @Test
    void aTuckThatWasApprovedIsNotCounted() {
        form = new SetForm(basis("squat", SensorView.TRUNK_AND_PELVIS).withBaseline(baseline(Metric.TUCK, 6, 1)));
        assertEquals(1, level(judge(Metric.TUCK, 17.9), FlagName.NEUTRAL_LOST));
        assertEquals(2, level(judge(Metric.TUCK, 18), FlagName.NEUTRAL_LOST));
    }

    @Test
    void thePelvisAloneTellsATuckOfEightDegreesBeyondTheUsual() {
        form = new SetForm(basis("squat", SensorView.PELVIS_ONLY));
        for (int i = 0; i < 3; i++) {
            assertEquals(List.of(), judge(Metric.PELVIC_TUCK, 3));
        }
        assertEquals(0, level(judge(Metric.PELVIC_TUCK, 10.9), FlagName.PELVIC_TUCK));
        List<FormFlag> flags = judge(Metric.PELVIC_TUCK, 11);
        assertEquals(2, level(flags, FlagName.PELVIC_TUCK));
        assertEquals(11, flags.get(0).limit());
    }

    @Test
    void theThoraxAloneTellsALeanOffTheApprovedOne() {
        FormBaseline.Channel approved = new FormBaseline.Channel(30, 2);
        form = new SetForm(basis("squat", SensorView.TRUNK_ONLY)
                .withBaseline(new FormBaseline(3, Map.of(Metric.TRUNK_INCLINATION_PEAK, approved))));
        assertEquals(2, level(judge(Metric.TRUNK_INCLINATION_PEAK, 40), FlagName.TRUNK_DEVIATION));
        assertEquals(2, level(judge(Metric.TRUNK_INCLINATION_PEAK, 20), FlagName.TRUNK_DEVIATION));
        assertEquals(1, level(judge(Metric.TRUNK_INCLINATION_PEAK, 38), FlagName.TRUNK_DEVIATION));
        assertEquals(0, level(judge(Metric.TRUNK_INCLINATION_PEAK, 37.9), FlagName.TRUNK_DEVIATION));
    }

    @Test
    void aNewSetHasAReferenceOfItsOwn() {
        for (int i = 0; i < 3; i++) {
            rounded(30, 0);
        }
        assertEquals(2, level(rounded(40, 0), FlagName.FLEXION_DRIFT));
        assertEquals(
                List.of(FlagName.FLEXION_DRIFT),
                form.flagsOfTheSet().stream().map(FormFlag::flag).toList());
        form.beginSet();
        assertEquals(List.of(), form.flagsOfTheSet());
        for (int i = 0; i < 4; i++) {
            assertEquals(List.of(), rounded(40, 0));
        }
    }

    private List<FormFlag> judge(Metric metric, double value) {
        RepetitionMetrics metrics = new RepetitionMetrics();
        metrics.put(metric, value);
        return form.judge(metrics, 1, 2);
    }

    private static FormBaseline baseline(Metric metric, double mean, double deviation) {
        return new FormBaseline(5, Map.of(metric, new FormBaseline.Channel(mean, deviation)));
    }

    private static FormBasis basis(String exercise, SensorView view) {
        ExerciseProfile profile = ExerciseProfile.ofName(exercise).orElseThrow();
        return FormBasis.of(FormLimits.defaultsFor(profile), CalibrationGrade.GOOD)
                .seenBy(view);
    }

    private static int level(List<FormFlag> flags, FlagName name) {
        return flags.stream()
                .filter(flag -> flag.flag() == name)
                .mapToInt(FormFlag::level)
                .findFirst()
                .orElse(0);
    }
}
