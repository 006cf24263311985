package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.repetition.ExerciseProfile;

/** What is said of a repetition and of a set where several rules speak. */
class SaidTogetherTest {
    private SetForm form = formOf("deadlift");

    @Test
    void aCautionIsSaidBeforeANoticeOfAnEarlierRule() {
        List<FormFlag> flags = judge(Map.of(Metric.FLEXION_GAIN_LOADED, 5.0, Metric.LATERAL_BEND_RANGE, 12.0));
        assertEquals(List.of("side_bend 2", "rounding_under_load 1"), words(flags));
    }

    @Test
    void slowingIsSaidBeforeALossOfRangeOfTheSameLevelAndTheSignalsLast() {
        for (int i = 0; i < 3; i++) {
            judge(Map.of(Metric.TRUNK_EXTENSION_SPEED, 60.0, Metric.TRUNK_INCLINATION_RANGE, 50.0));
        }
        RepetitionMetrics metrics = metrics(Map.of(
                Metric.TRUNK_EXTENSION_SPEED, 53.0,
                Metric.TRUNK_INCLINATION_RANGE, 42.0));
        metrics.notAssessed(Metric.FLEXION_GAIN_LOADED, NotAssessedReason.UNCERTAIN);
        assertEquals(List.of("speed_loss 1", "range_loss 1", "quality 1"), words(form.judge(metrics, 1, 2)));
    }

    @Test
    void momentumThatTwoMetricsTellOfIsSaidOnceByTheStronger() {
        form = formOf("row");
        Map<Metric, Double> usual = Map.of(
                Metric.START_ACCELERATION, 100.0, Metric.SPARC_CONCENTRIC, -1.5, Metric.TRUNK_INCLINATION_RANGE, 12.0);
        for (int i = 0; i < 3; i++) {
            judge(usual);
        }
        List<FormFlag> alike = judge(Map.of(
                Metric.START_ACCELERATION, 190.0, Metric.SPARC_CONCENTRIC, -2.2, Metric.TRUNK_INCLINATION_RANGE, 12.0));
        assertEquals(List.of("momentum 1"), words(alike));
        assertEquals("yankIndex", alike.get(0).metric());
        List<FormFlag> swung = judge(Map.of(
                Metric.START_ACCELERATION, 190.0, Metric.SPARC_CONCENTRIC, -1.5, Metric.TRUNK_INCLINATION_RANGE, 16.0));
        assertEquals(List.of("momentum 2"), words(swung));
        assertEquals("trunkInclinationRangeDeg", swung.get(0).metric());
    }

    @Test
    void twoPrescribedNumbersAreSaidEachForItself() {
        form = new SetForm(
                FormLimits.defaultsFor(ExerciseProfile.DEADLIFT)
                        .prescribing(Metric.LUMBAR_FLEXION_PEAK, 40)
                        .prescribing(Metric.TRUNK_INCLINATION_PEAK, 60),
                CalibrationGrade.GOOD);
        List<FormFlag> flags = judge(Map.of(Metric.LUMBAR_FLEXION_PEAK, 41.0, Metric.TRUNK_INCLINATION_PEAK, 58.0));
        assertEquals(List.of("rehab_limit 2", "rehab_limit 1"), words(flags));
        assertEquals(List.of(), form.flagsOfTheSet(), "a number for each repetition is none of the set");
    }

    @Test
    void aBiasToTheRightIsHeldAgainstItsNumberAsOneToTheLeftAndNothingElseIs() {
        form = new SetForm(
                FormLimits.NONE.prescribing(Metric.AXIAL_ROTATION_BIAS, 5).prescribing(Metric.TUCK, 5),
                CalibrationGrade.GOOD);
        assertEquals(List.of("rehab_limit 2"), words(judge(Map.of(Metric.AXIAL_ROTATION_BIAS, -6.0))));
        assertEquals(List.of(), words(judge(Map.of(Metric.TUCK, -6.0))), "the back straightens");
    }

    @Test
    void theSetIsSaidToHaveChangedWhereRepetitionsAreComparedWithEachOther() {
        for (int i = 0; i < 3; i++) {
            judge(Map.of(
                    Metric.LUMBAR_FLEXION_PEAK, 30.0,
                    Metric.TRUNK_EXTENSION_SPEED, 60.0,
                    Metric.TRUNK_INCLINATION_RANGE, 50.0,
                    Metric.LATERAL_BEND_RANGE, 2.0));
        }
        List<FormFlag> flags = judge(Map.of(
                Metric.LUMBAR_FLEXION_PEAK, 40.0,
                Metric.TRUNK_EXTENSION_SPEED, 50.0,
                Metric.TRUNK_INCLINATION_RANGE, 35.0,
                Metric.FLEXION_GAIN_LOADED, 0.0,
                Metric.LATERAL_BEND_RANGE, 12.0));
        assertTrue(words(flags).contains("side_bend 2"), flags::toString);
        assertEquals(
                List.of("flexion_drift 2", "form_breakdown 2", "range_loss 2", "speed_loss 1"),
                words(form.flagsOfTheSet()).stream().sorted().toList());
    }

    @Test
    void ofTheSetTheStrongestIsKeptAndOfEquallyStrongOnesTheFirst() {
        List<Double> peaks = List.of(30.0, 30.0, 30.0, 37.0, 40.0, 37.0);
        for (int i = 0; i < peaks.size(); i++) {
            form.judge(metrics(Map.of(Metric.LUMBAR_FLEXION_PEAK, peaks.get(i))), i, i + 0.5);
        }
        FormFlag drift = form.flagsOfTheSet().get(0);
        assertEquals("flexion_drift 2", words(form.flagsOfTheSet()).get(0));
        assertEquals(4.5, drift.timeS());
        form = formOf("deadlift");
        for (int i = 0; i < 5; i++) {
            form.judge(metrics(Map.of(Metric.LUMBAR_FLEXION_PEAK, i < 3 ? 30.0 : 37.0)), i, i + 0.5);
        }
        assertEquals(3.5, form.flagsOfTheSet().get(0).timeS());
    }

    @Test
    void aRepetitionWithANoticeIsStillAMeasureOfSpeed() {
        judge(Map.of(Metric.FLEXION_GAIN_LOADED, 5.0, Metric.TRUNK_EXTENSION_SPEED, 80.0));
        assertEquals(80, form.fastestDegPerS());
        RepetitionMetrics slower = metrics(Map.of(Metric.TRUNK_EXTENSION_SPEED, 60.0));
        form.judge(slower, 1, 2);
        assertEquals(25, slower.value(Metric.TRUNK_SPEED_LOSS), 1e-9);
    }

    @Test
    void speedIsHeldAgainstTheFastestAndNotAgainstTheFirst() {
        judge(Map.of(Metric.TRUNK_EXTENSION_SPEED, 50.0));
        judge(Map.of(Metric.TRUNK_EXTENSION_SPEED, 60.0));
        assertEquals(60, form.fastestDegPerS());
        assertEquals(List.of("speed_loss 1"), words(judge(Map.of(Metric.TRUNK_EXTENSION_SPEED, 53.0))));
    }

    @Test
    void theLossOfSpeedRisesStepByStepAndTheNextStepIsKnown() {
        assertEquals(1, form.highestNextSpeedLevel());
        judge(Map.of(Metric.TRUNK_EXTENSION_SPEED, 60.0));
        judge(Map.of(Metric.TRUNK_EXTENSION_SPEED, 40.0));
        assertEquals(2, form.highestNextSpeedLevel());
        judge(Map.of(Metric.TRUNK_EXTENSION_SPEED, 40.0));
        assertEquals(3, form.highestNextSpeedLevel());
        assertEquals(
                0,
                new SetForm(FormLimits.NONE, CalibrationGrade.GOOD).highestNextSpeedLevel(),
                "nobody is told to be slow where there is no limit");
    }

    @Test
    void oneFasterByExactlyAThirdIsTheMeasureAndOneFasterByMoreIsNot() {
        assertEquals(80, fastestOf(80, 60, 60, 60));
        assertEquals(60, fastestOf(90, 60, 57, 54), "three within a tenth");
        assertEquals(90, fastestOf(90, 60, 57, 53), "the others are not alike");
        assertEquals(90, fastestOf(90, 60, 60), "too few others");
    }

    private static double fastestOf(double... speeds) {
        // a limit would leave repetitions of changed form out
        SetForm form = new SetForm(FormLimits.NONE, CalibrationGrade.GOOD);
        for (double speed : speeds) {
            form.judge(metrics(Map.of(Metric.TRUNK_EXTENSION_SPEED, speed)), 1, 2);
        }
        return form.fastestDegPerS();
    }

    @Test
    void aRoundedPullIsNoDriftByWhatItRoundedMoreThanUsual() {
        for (int i = 0; i < 3; i++) {
            judge(Map.of(Metric.LUMBAR_FLEXION_PEAK, 30.0, Metric.FLEXION_GAIN_LOADED, 2.0));
        }
        // 11° more than the first three, of which rounding is 7 − 2
        List<FormFlag> flags = judge(Map.of(Metric.LUMBAR_FLEXION_PEAK, 41.0, Metric.FLEXION_GAIN_LOADED, 7.0));
        assertTrue(words(flags).contains("flexion_drift 1"), flags::toString);
        form = formOf("deadlift");
        for (int i = 0; i < 3; i++) {
            judge(Map.of(Metric.LUMBAR_FLEXION_PEAK, 30.0));
        }
        flags = judge(Map.of(Metric.LUMBAR_FLEXION_PEAK, 43.0, Metric.FLEXION_GAIN_LOADED, 7.0));
        assertTrue(words(flags).contains("flexion_drift 1"), "where no usual gain is known, all of it");
    }

    @Test
    void withTheTrunkSensorGoneThePelvisTellsTheLossOfRange() {
        for (int i = 0; i < 3; i++) {
            judge(Map.of(Metric.TRUNK_INCLINATION_RANGE, 50.0, Metric.PELVIS_TILT_RANGE, 40.0));
        }
        assertEquals(List.of("range_loss 2"), words(judge(Map.of(Metric.PELVIS_TILT_RANGE, 28.0))));
        assertEquals(
                List.of(),
                words(judge(Map.of(Metric.TRUNK_INCLINATION_RANGE, 50.0, Metric.PELVIS_TILT_RANGE, 28.0))),
                "the trunk comes first");
    }

    @Test
    void tenDegreesAreDepthEnoughToLose() {
        for (int i = 0; i < 3; i++) {
            judge(Map.of(Metric.TRUNK_INCLINATION_RANGE, 10.0));
        }
        assertEquals(List.of("range_loss 2"), words(judge(Map.of(Metric.TRUNK_INCLINATION_RANGE, 7.0))));
    }

    @Test
    void aSetOfCautionsHasAReferenceFromItsFifthRepetitionOn() {
        double[] gains = {0, 7, 0, 7, 0};
        RepetitionMetrics last = new RepetitionMetrics();
        for (int i = 0; i < gains.length; i++) {
            last = metrics(Map.of(Metric.LUMBAR_FLEXION_PEAK, 30.0 + i, Metric.FLEXION_GAIN_LOADED, gains[i]));
            form.judge(last, 1, 2);
            assertEquals(i < 4, Double.isNaN(last.value(Metric.FLEXION_DRIFT)), "repetition " + (i + 1));
        }
        assertEquals(34 - 31, last.value(Metric.FLEXION_DRIFT), 1e-9);
    }

    @Test
    void aDroppedWeightIsMomentumOnlyWithAStartToIt() {
        form = new SetForm(FormBasis.of(FormLimits.defaultsFor(ExerciseProfile.DEADLIFT), CalibrationGrade.GOOD)
                .withTempo(new TempoTarget(2, 2, Double.NaN, Double.NaN)));
        for (int i = 0; i < 3; i++) {
            judge(Map.of(Metric.START_ACCELERATION, 100.0));
        }
        assertEquals(
                List.of("tempo 1"),
                words(judge(Map.of(Metric.START_ACCELERATION, 100.0, Metric.ECCENTRIC_DURATION, 0.9))));
        assertEquals(
                List.of("side_bend 1", "tempo 1"),
                words(judge(Map.of(
                        Metric.LATERAL_BEND_RANGE,
                        7.0,
                        Metric.START_ACCELERATION,
                        100.0,
                        Metric.ECCENTRIC_DURATION,
                        0.9))));
        assertEquals(
                List.of("momentum 1", "tempo 1"),
                words(judge(Map.of(Metric.START_ACCELERATION, 200.0, Metric.ECCENTRIC_DURATION, 1.0))),
                "half of its target is lowering yet");
        assertEquals(
                List.of("tempo 1"),
                words(judge(Map.of(Metric.BOTTOM_DURATION, 1.0, Metric.START_ACCELERATION, 100.0))),
                "the pause counts, too");
    }

    @Test
    void whatIsPastWhatWasApprovedIsTheChangeThatCounts() {
        // an approved tuck of 6°, and notice from 4.5° beyond it
        FormLimits limits = FormLimits.defaultsFor(ExerciseProfile.SQUAT)
                .with(FormRule.NEUTRAL_LOST, new FlagLevels(4.5, 12, 18, "test"));
        FormBaseline baseline = FormBaseline.of(List.of(approvedTuck(6), approvedTuck(6)));
        form = new SetForm(FormBasis.of(limits, CalibrationGrade.GOOD).withBaseline(baseline));
        FormFlag flag = judge(Map.of(Metric.TUCK, 11.0)).get(0);
        assertEquals(10.5, flag.limit());
        assertEquals(Confidence.MEDIUM, flag.confidence(), "5° are little more than the noise of 4");
        assertEquals(List.of("neutral_lost 2"), words(judge(Map.of(Metric.TUCK, 23.0))), "a stop is 18 beyond it");
        assertEquals(List.of("neutral_lost 3"), words(judge(Map.of(Metric.TUCK, 24.0))));
    }

    private static FormBaseline.Approved approvedTuck(double deg) {
        return new FormBaseline.Approved(Map.of("tuckDeg", deg));
    }

    @Test
    void deepFlexionCarriesTheSmallestChangeAsAShareOfTheLargest() {
        form = new SetForm(FormBasis.of(FormLimits.defaultsFor(ExerciseProfile.DEADLIFT), CalibrationGrade.GOOD)
                .withMaxFlexion(60));
        FormFlag flag = judge(Map.of(Metric.PERCENT_OF_MAX_FLEXION, 85.26)).get(0);
        assertEquals(15, flag.minimalDetectableChange(), "9° of 60");
        assertEquals(85.26, flag.value(), 0.005);
    }

    @Test
    void aFlagCarriesItsValueByTheHundredth() {
        assertEquals(
                7.26, judge(Map.of(Metric.FLEXION_GAIN_LOADED, 7.262)).get(0).value());
        for (int i = 0; i < 3; i++) {
            judge(Map.of(Metric.START_ACCELERATION, 1000.0));
        }
        assertEquals(
                1.86, judge(Map.of(Metric.START_ACCELERATION, 1864.0)).get(0).value());
    }

    @Test
    void aValueAtTheEdgeOfTheNoiseOrOfItsErrorIsBelieved() {
        assertEquals(Confidence.MEDIUM, confidence(4, Double.NaN), "at the noise of 4°");
        assertEquals(Confidence.MEDIUM, confidence(7, 1), "beyond its limit by its error");
        assertEquals(Confidence.HIGH, confidence(9, 1.5), "by twice its error");
        RepetitionMetrics metrics = new RepetitionMetrics();
        metrics.put(Metric.FLEXION_GAIN_LOADED, 7, 4);
        assertEquals(7, metrics.value(Metric.FLEXION_GAIN_LOADED), "an error of just the noise can be lived with");
    }

    private static Confidence confidence(double gainDeg, double sigmaDeg) {
        RepetitionMetrics metrics = new RepetitionMetrics();
        metrics.put(Metric.FLEXION_GAIN_LOADED, gainDeg, sigmaDeg);
        return formOf("deadlift").judge(metrics, 1, 2).get(0).confidence();
    }

    @Test
    void aCalibrationThatHoldsNoMoreLeavesLowConfidence() {
        FormBasis sound = FormBasis.of(FormLimits.defaultsFor(ExerciseProfile.DEADLIFT), CalibrationGrade.GOOD);
        boolean[] holds = {true};
        form = new SetForm(new FormBasis(
                sound.limits(),
                sound.view(),
                sound.calibration(),
                sound.neutral(),
                sound.maxFlexionDeg(),
                null,
                null,
                () -> holds[0]));
        assertEquals(
                Confidence.HIGH,
                judge(Map.of(Metric.FLEXION_GAIN_LOADED, 9.0)).get(0).confidence());
        holds[0] = false;
        assertEquals(
                Confidence.LOW,
                judge(Map.of(Metric.FLEXION_GAIN_LOADED, 9.0)).get(0).confidence());
    }

    @Test
    void aTherapistsStopLowersTheCautionThereIsAndMakesNoneWhereThereIsNone() {
        FlagLevels theirs = new FlagLevels(Double.NaN, Double.NaN, 7, "therapist", LimitOrigin.THERAPIST);
        FlagLevels lowered = new FlagLevels(4, 8, 10, "catalogue").loweredTo(theirs);
        assertEquals(List.of(4.0, 7.0, 7.0), List.of(lowered.notice(), lowered.caution(), lowered.stop()));
        FlagLevels noticeAndStop = new FlagLevels(4, FlagLevels.ABSENT, 10, "catalogue").loweredTo(theirs);
        assertEquals(1, noticeAndStop.levelOf(6.9));
        assertTrue(Double.isNaN(noticeAndStop.caution()));
        assertEquals(3, noticeAndStop.levelOf(7));
    }

    @Test
    void aRuleTakenOutIsNotSaid() {
        FormLimits limits = FormLimits.defaultsFor(ExerciseProfile.DEADLIFT).without(FormRule.ROUNDING);
        form = new SetForm(limits, CalibrationGrade.GOOD);
        assertEquals(List.of(), words(judge(Map.of(Metric.FLEXION_GAIN_LOADED, 12.0))));
    }

    private static SetForm formOf(String exercise) {
        return new SetForm(
                FormLimits.defaultsFor(ExerciseProfile.ofName(exercise).orElseThrow()), CalibrationGrade.GOOD);
    }

    private List<FormFlag> judge(Map<Metric, Double> values) {
        return form.judge(metrics(values), 1, 2);
    }

    private static RepetitionMetrics metrics(Map<Metric, Double> values) {
        RepetitionMetrics metrics = new RepetitionMetrics();
        values.forEach(metrics::put);
        return metrics;
    }

    private static List<String> words(List<FormFlag> flags) {
        List<String> words = new ArrayList<>();
        for (FormFlag flag : flags) {
            words.add(flag.flag().jsonName() + " " + flag.level());
        }
        return words;
    }
}
