package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.repetition.ExerciseProfile;

/** The rules of the catalogue, repetition by repetition. */
class SetFormTest {
    private static final double NONE = Double.NaN;

    private SetForm form = deadlift(CalibrationGrade.GOOD);

    @Test
    void theProfileOfACompetitiveLifterRaisesNoCautionOfRounding() {
        Random random = new Random(1);
        for (int set = 0; set < 50; set++) {
            form = deadlift(CalibrationGrade.GOOD);
            for (int i = 0; i < 8; i++) {
                double peak = 33 + 3 * (random.nextDouble() - 0.5);
                for (FormFlag flag : judge(peak, 1.5 * random.nextDouble(), 2, 60)) {
                    assertTrue(flag.level() < 2, flag::toString);
                }
            }
        }
    }

    @Test
    void aDriftOfTwoDegreesARepetitionIsNoticedAtFiveCautionedAtSevenAndStopsAtEight() {
        List<Integer> levels = new ArrayList<>();
        for (int number = 1; number <= 8; number++) {
            levels.add(level(judge(30 + 2 * number, 0, 0, 60), FlagName.FLEXION_DRIFT));
        }
        assertEquals(List.of(0, 0, 0, 0, 1, 1, 2, 3), levels);
    }

    @Test
    void driftIsMeasuredAgainstTheMedianOfTheFirstThreeThatWereAssessed() {
        judge(NONE, 0, 0, 60);
        judge(30, 0, 0, 60);
        judge(60, 0, 0, 60);
        RepetitionMetrics third = metrics(31, 0, 0, 60);
        form.judge(third, 1, 2);
        assertTrue(Double.isNaN(third.value(Metric.FLEXION_DRIFT)));
        RepetitionMetrics fourth = metrics(38, 0, 0, 60);
        List<FormFlag> flags = form.judge(fourth, 1, 2);
        assertEquals(7, fourth.value(Metric.FLEXION_DRIFT), 1e-9);
        assertEquals(1, level(flags, FlagName.FLEXION_DRIFT));
        assertEquals(7, flags.get(0).value());
        assertEquals(6, flags.get(0).limit());
    }

    @Test
    void roundingTwiceRunningAtCautionSuggestsToStopAndCarriesTheLimitThatWasPassed() {
        assertEquals(2, level(judge(30, 7, 0, 60), FlagName.ROUNDING_UNDER_LOAD));
        List<FormFlag> second = judge(30, 7, 0, 60);
        assertEquals(3, level(second, FlagName.ROUNDING_UNDER_LOAD));
        assertEquals(6, second.get(0).limit());
        assertEquals(1, level(judge(30, 5, 0, 60), FlagName.ROUNDING_UNDER_LOAD));
        assertEquals(2, level(judge(30, 7, 0, 60), FlagName.ROUNDING_UNDER_LOAD), "not running");
        assertEquals(0, level(judge(30, NONE, 0, 60), FlagName.ROUNDING_UNDER_LOAD));
        assertEquals(3, level(judge(30, 12, 0, 60), FlagName.ROUNDING_UNDER_LOAD), "by its own value");
    }

    @Test
    void whatLiesWithinTheErrorOfItsLimitIsOfLowConfidenceAndWithinTwiceOfMedium() {
        assertEquals(Confidence.HIGH, confidenceOfRounding(9, 1.4));
        assertEquals(Confidence.MEDIUM, confidenceOfRounding(9, 1.6));
        assertEquals(Confidence.LOW, confidenceOfRounding(9, 3.1));
        assertEquals(Confidence.HIGH, confidenceOfRounding(9, NONE), "no error is known");
    }

    @Test
    void aStopIsNotSuggestedOnAValueWithinTheErrorOfItsLimit() {
        assertEquals(3, level(judge(roundingWithError(10.5, 0.2)), FlagName.ROUNDING_UNDER_LOAD));
        assertEquals(2, level(judge(roundingWithError(10.5, 2)), FlagName.ROUNDING_UNDER_LOAD));
    }

    @Test
    void theErrorOfADriftIsThatOfTwoPeaks() {
        RepetitionMetrics metrics = new RepetitionMetrics();
        for (int repetition = 0; repetition < 4; repetition++) {
            metrics = new RepetitionMetrics();
            metrics.put(Metric.LUMBAR_FLEXION_PEAK, 30, 3);
            form.judge(metrics, 1, 2);
        }
        assertEquals(3 * Math.sqrt(2), metrics.sigma(Metric.FLEXION_DRIFT), 1e-9);
    }

    @Test
    void anErrorLargerThanTheChangeThatCountsIsSaidAndRaisesNothingElse() {
        List<FormFlag> flags = judge(roundingWithError(12, 4.5));
        assertEquals(List.of(FlagName.QUALITY), names(flags));
        assertEquals("flexionGainLoadedDeg", flags.get(0).metric());
        assertEquals(1, flags.get(0).level());
    }

    private Confidence confidenceOfRounding(double gain, double sigma) {
        form = deadlift(CalibrationGrade.GOOD);
        return judge(roundingWithError(gain, sigma)).get(0).confidence();
    }

    private static RepetitionMetrics roundingWithError(double gain, double sigma) {
        RepetitionMetrics metrics = new RepetitionMetrics();
        metrics.put(Metric.FLEXION_GAIN_LOADED, gain, sigma);
        return metrics;
    }

    private List<FormFlag> judge(RepetitionMetrics metrics) {
        form = deadlift(CalibrationGrade.GOOD);
        return form.judge(metrics, 1, 2);
    }

    @Test
    void aTwistIsACautionWhereItRecursInTwoOfThreeOrIsLarge() {
        assertEquals(1, level(judge(30, 0, 8, 60), FlagName.TWIST_UNDER_LOAD), "once");
        assertEquals(0, level(judge(30, 0, 3, 60), FlagName.TWIST_UNDER_LOAD));
        assertEquals(2, level(judge(30, 0, 8, 60), FlagName.TWIST_UNDER_LOAD), "twice in three");
        assertEquals(0, level(judge(30, 0, 2, 60), FlagName.TWIST_UNDER_LOAD));
        assertEquals(0, level(judge(30, 0, 2, 60), FlagName.TWIST_UNDER_LOAD));
        assertEquals(1, level(judge(30, 0, 9.9, 60), FlagName.TWIST_UNDER_LOAD), "once again");
        form = deadlift(CalibrationGrade.GOOD);
        assertEquals(2, level(judge(30, 0, 10, 60), FlagName.TWIST_UNDER_LOAD), "large");
        form = deadlift(CalibrationGrade.GOOD);
        assertEquals(2, level(judge(30, 0, 12, 60), FlagName.TWIST_UNDER_LOAD), "no stop on low confidence");
        assertEquals(3, level(judge(30, 0, 12, 60), FlagName.TWIST_UNDER_LOAD), "very large, and again");
    }

    @Test
    void aSeriesThatSlowsByAThirdReachesTheLevelsOfItsExercise() {
        double[] speeds = new double[17];
        for (int i = 0; i < speeds.length; i++) {
            speeds[i] = 50 - i;
        }
        int[] deadlift = speedLevels(deadlift(CalibrationGrade.GOOD), speeds);
        int[] squat =
                speedLevels(new SetForm(FormLimits.defaultsFor(ExerciseProfile.SQUAT), CalibrationGrade.GOOD), speeds);
        for (int i = 0; i < speeds.length; i++) {
            double loss = 2 * i;
            assertEquals(loss >= 25 ? 3 : loss >= 15 ? 2 : loss >= 10 ? 1 : 0, deadlift[i], "loss " + loss);
            assertEquals(loss >= 30 ? 3 : loss >= 20 ? 2 : loss >= 15 ? 1 : 0, squat[i], "loss " + loss);
        }
    }

    @Test
    void oneSlowRepetitionIsNoFatigueAndTheLevelRisesStepByStep() {
        int[] levels = speedLevels(form, new double[] {50, 60, 40, 60, 60, 40, 40, 65, 65});
        assertEquals(List.of(0, 0, 1, 0, 0, 1, 2, 0, 0), boxed(levels));
    }

    @Test
    void aFasterRepetitionIsNoNegativeLoss() {
        RepetitionMetrics first = metrics(30, 0, 0, 50);
        form.judge(first, 1, 2);
        RepetitionMetrics faster = metrics(30, 0, 0, 60);
        form.judge(faster, 1, 2);
        assertEquals(0, faster.value(Metric.TRUNK_SPEED_LOSS));
    }

    @Test
    void aRepetitionOfChangedFormIsNoMeasureOfSpeed() {
        judge(30, 0, 0, 50);
        RepetitionMetrics rounded = metrics(30, 8, 0, 80);
        form.judge(rounded, 1, 2);
        assertEquals(0, rounded.value(Metric.TRUNK_SPEED_LOSS), "faster is no negative loss");
        RepetitionMetrics next = metrics(30, 0, 0, 49);
        form.judge(next, 1, 2);
        assertEquals(2, next.value(Metric.TRUNK_SPEED_LOSS), 1e-9);
    }

    @Test
    void whatWasNotAssessedIsNeverOnTarget() {
        RepetitionMetrics metrics = metrics(NONE, NONE, NONE, NONE);
        assertEquals(List.of(FlagName.QUALITY), names(form.judge(metrics, 1, 2)), "said, and nothing else");
        assertTrue(metrics.byJsonName().isEmpty());
        assertTrue(metrics.notAssessed().contains(Metric.FLEXION_GAIN_LOADED.jsonName()));
    }

    @Test
    void theStrongestFlagComesFirstAndEachCarriesItsTime() {
        judge(30, 0, 1, 60);
        judge(30, 0, 1, 60);
        judge(30, 0, 1, 60);
        List<FormFlag> flags = form.judge(metrics(48, 11, 5, 60), 1.5, 4.5);
        assertEquals(
                List.of(FlagName.ROUNDING_UNDER_LOAD, FlagName.FLEXION_DRIFT, FlagName.TWIST_UNDER_LOAD), names(flags));
        assertEquals(1.5, flags.get(0).timeS());
        assertEquals(4.5, flags.get(1).timeS());
        FormFlag first = flags.get(0);
        assertEquals("flexionGainLoadedDeg", first.metric());
        assertEquals(11, first.value());
        assertEquals(10, first.limit());
        assertEquals("deg", first.unit());
        assertEquals(4, first.minimalDetectableChange());
    }

    @Test
    void confidenceFallsWithTheCalibration() {
        Confidence[] expected = {Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW, Confidence.LOW};
        for (CalibrationGrade grade : CalibrationGrade.values()) {
            form = deadlift(grade);
            assertEquals(expected[grade.ordinal()], judge(30, 9, 0, 60).get(0).confidence(), grade.name());
        }
    }

    @Test
    void confidenceGrowsWithTheWayBeyondTheLimitAndWithRepetition() {
        assertEquals(Confidence.MEDIUM, judge(30, 8.5, 0, 60).get(0).confidence(), "2.5 beyond 6, known to 2.8");
        assertEquals(Confidence.HIGH, judge(30, 8.5, 0, 60).get(0).confidence(), "again: known to 2");
        form = deadlift(CalibrationGrade.GOOD);
        assertEquals(Confidence.HIGH, judge(30, 9, 0, 60).get(0).confidence(), "3 beyond 6");
    }

    @Test
    void aValueBeyondItsLimitByLessThanItIsUncertainByIsNotOfHighConfidence() {
        // 86 % against a limit of 80; of a largest flexion of 56° the smallest change is 16 %
        form = new SetForm(FormBasis.of(FormLimits.defaultsFor(ExerciseProfile.DEADLIFT), CalibrationGrade.GOOD)
                .withMaxFlexion(56));
        for (int i = 0; i < 3; i++) {
            RepetitionMetrics metrics = new RepetitionMetrics();
            metrics.put(Metric.PERCENT_OF_MAX_FLEXION, 86);
            FormFlag flag = form.judge(metrics, 1, 2).get(0);
            assertEquals(16, flag.minimalDetectableChange(), 0.1);
            assertEquals(Confidence.MEDIUM, flag.confidence());
        }
    }

    @Test
    void missingSamplesAndWeakChannelsAreTrustedLess() {
        RepetitionMetrics holed = metrics(30, 9, 0, 60);
        holed.noteHoles(true);
        assertEquals(Confidence.MEDIUM, form.judge(holed, 1, 2).get(0).confidence());
        form = deadlift(CalibrationGrade.GOOD);
        assertEquals(Confidence.LOW, judge(30, 0, 15, 60).get(0).confidence(), "rotation near the noise of skin");
        assertEquals(Confidence.MEDIUM, judge(30, 0, 15, 60).get(0).confidence(), "rotation that recurs");
    }

    @ParameterizedTest
    @EnumSource(CalibrationGrade.class)
    void speedLossNeverClaimsMoreThanMediumConfidence(CalibrationGrade grade) {
        form = deadlift(grade);
        judge(30, 0, 0, 60);
        judge(30, 0, 0, 58);
        judge(30, 0, 0, 40);
        Confidence expected = grade == CalibrationGrade.NONE ? Confidence.LOW : Confidence.MEDIUM;
        assertEquals(expected, judge(30, 0, 0, 40).get(0).confidence());
    }

    @Test
    void oneRepetitionFarFasterThanAllOthersIsNoMeasureOfSpeed() {
        judge(30, 0, 0, 90);
        for (int i = 0; i < 2; i++) {
            assertEquals(FlagName.SPEED_LOSS, judge(30, 0, 0, 60).get(0).flag(), "it may be tiring yet");
        }
        for (int i = 0; i < 3; i++) {
            assertEquals(List.of(), judge(30, 0, 0, 60), "as fast as all the others");
        }
        judge(30, 0, 0, 45);
        assertEquals(FlagName.SPEED_LOSS, judge(30, 0, 0, 45).get(0).flag(), "a quarter slower than those");
    }

    @Test
    void noStopIsSuggestedOnEvidenceOfLowConfidence() {
        form = deadlift(CalibrationGrade.POOR);
        FormFlag flag = judge(30, 12, 0, 60).get(0);
        assertEquals(2, flag.level());
        assertEquals(6, flag.limit());
        assertEquals(Confidence.LOW, flag.confidence());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noiseAloneRarelyRaisesACaution(long seed) {
        Random random = new Random(seed);
        int cautions = 0;
        int repetitions = 0;
        for (int set = 0; set < 125; set++) {
            form = deadlift(CalibrationGrade.GOOD);
            for (int i = 0; i < 8; i++) {
                // spread of each channel: what its minimal detectable change stands for, and 2 deg of measurement error
                double peak = 30 + noise(random, 9 / 2.77) + noise(random, 2);
                double gain = Math.max(0, 1 + noise(random, 4 / 2.77));
                double twist = Math.abs(2 + noise(random, 5 / 2.77));
                double speed = 60 * (1 + noise(random, 0.1 / 2.77));
                boolean caution = false;
                for (FormFlag flag : judge(peak, gain, twist, speed)) {
                    caution |= flag.level() >= 2;
                }
                cautions += caution ? 1 : 0;
                repetitions++;
            }
        }
        double percent = 100.0 * cautions / repetitions;
        assertTrue(percent <= 5, percent + " % of " + repetitions);
        assertTrue(percent > 0, "a caution can be raised at all");
    }

    private static double noise(Random random, double sigma) {
        return sigma * random.nextGaussian();
    }

    private static SetForm deadlift(CalibrationGrade grade) {
        return new SetForm(FormLimits.defaultsFor(ExerciseProfile.DEADLIFT), grade);
    }

    private List<FormFlag> judge(double peak, double gain, double twist, double speed) {
        return form.judge(metrics(peak, gain, twist, speed), 1, 2);
    }

    private static RepetitionMetrics metrics(double peak, double gain, double twist, double speed) {
        RepetitionMetrics metrics = new RepetitionMetrics();
        metrics.put(Metric.LUMBAR_FLEXION_PEAK, peak);
        metrics.put(Metric.FLEXION_GAIN_LOADED, gain);
        metrics.put(Metric.AXIAL_ROTATION_RANGE, twist);
        metrics.put(Metric.TRUNK_EXTENSION_SPEED, speed);
        return metrics;
    }

    private static int[] speedLevels(SetForm form, double[] speeds) {
        int[] levels = new int[speeds.length];
        for (int i = 0; i < speeds.length; i++) {
            levels[i] = level(form.judge(metrics(30, 0, 0, speeds[i]), 1, 2), FlagName.SPEED_LOSS);
        }
        return levels;
    }

    private static List<Integer> boxed(int[] levels) {
        List<Integer> boxed = new ArrayList<>();
        for (int level : levels) {
            boxed.add(level);
        }
        return boxed;
    }

    private static List<FlagName> names(List<FormFlag> flags) {
        return flags.stream().map(FormFlag::flag).toList();
    }

    private static int level(List<FormFlag> flags, FlagName name) {
        for (FormFlag flag : flags) {
            if (flag.flag() == name) {
                return flag.level();
            }
        }
        return 0;
    }
}
