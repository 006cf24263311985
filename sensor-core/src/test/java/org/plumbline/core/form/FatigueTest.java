package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.repetition.ExerciseProfile;

/** What a set as a whole says of fatigue, with the limits of a deadlift. */
class FatigueTest {
    private SetForm form = new SetForm(FormLimits.defaultsFor(ExerciseProfile.DEADLIFT), CalibrationGrade.GOOD);

    @ParameterizedTest
    @CsvSource({
        "FLEXION_GAIN_LOADED, 1, 5",
        "LUMBAR_FLEXION_PEAK, 30, 39",
        "AXIAL_ROTATION_RANGE, 2, 7",
        "LATERAL_BEND_RANGE, 2, 7",
        "LUMBAR_SHARE, 0.4, 0.52",
        "CONCENTRIC_DURATION, 1, 1.2",
        "CONCENTRIC_DURATION, 2, 2.3",
        "SPARC_CONCENTRIC, -1.5, -1.8",
        "LDLJ_CONCENTRIC, -6, -6.6"
    })
    void theIndexIsOneWhereAChannelBesideAnotherChangesByTheLeastItCanTell(
            Metric metric, double usual, double changed) {
        boolean bending = metric == Metric.FLEXION_GAIN_LOADED
                || metric == Metric.LUMBAR_FLEXION_PEAK
                || metric == Metric.LUMBAR_SHARE;
        Metric other = bending ? Metric.LATERAL_BEND_RANGE : Metric.FLEXION_GAIN_LOADED;
        for (int i = 0; i < 3; i++) {
            assertTrue(Double.isNaN(index(Map.of(metric, usual, other, 0.0))));
        }
        assertEquals(1, index(Map.of(metric, changed, other, 16.0)), 1e-9);
        assertEquals(0, index(Map.of(metric, usual, other, 0.0)), 1e-9);
    }

    @Test
    void oneChannelOfOneRepetitionIsNoChangeOfFormAndTwiceRunningItIs() {
        for (int i = 0; i < 3; i++) {
            index(Metric.AXIAL_ROTATION_RANGE, 2);
        }
        assertEquals(0, index(Metric.AXIAL_ROTATION_RANGE, 20), 1e-9, "3.6 times what it can tell, once");
        assertEquals(3.6, index(Metric.AXIAL_ROTATION_RANGE, 20), 1e-9);
    }

    @Test
    void paceAloneTwiceRunningIsNoChangeOfForm() {
        for (int i = 0; i < 3; i++) {
            index(Map.of(Metric.CONCENTRIC_DURATION, 1.0, Metric.AXIAL_ROTATION_RANGE, 2.0));
        }
        for (int i = 0; i < 2; i++) {
            assertEquals(0, index(Map.of(Metric.CONCENTRIC_DURATION, 1.72, Metric.AXIAL_ROTATION_RANGE, 2.0)), 1e-9);
        }
    }

    @Test
    void whereOnlyPaceWasSeenTheChangeOfFormIsNotKnown() {
        for (int i = 0; i < 4; i++) {
            assertTrue(Double.isNaN(index(Metric.CONCENTRIC_DURATION, 1)));
        }
        assertNull(form.fatigue().formDriftIndex());
    }

    @Test
    void aFormChangeAboveItsLimitIsAlwaysACautionAndOneBelowItNever() {
        Random random = new Random(11);
        int changed = 0;
        for (int set = 0; set < 200; set++) {
            form.beginSet();
            for (int i = 0; i < 8; i++) {
                RepetitionMetrics metrics = new RepetitionMetrics();
                metrics.put(Metric.LUMBAR_FLEXION_PEAK, 30 + 6 * random.nextGaussian());
                metrics.put(Metric.AXIAL_ROTATION_RANGE, 3 + 3 * random.nextGaussian());
                metrics.put(Metric.CONCENTRIC_DURATION, 1 + 0.2 * random.nextGaussian());
                List<FormFlag> flags = form.judge(metrics, 1, 2);
                boolean beyond = metrics.value(Metric.FORM_DRIFT_INDEX) >= 1;
                assertEquals(beyond, level(flags, FlagName.FORM_BREAKDOWN) >= 2, flags::toString);
                changed += beyond ? 1 : 0;
            }
        }
        assertTrue(changed > 10 && changed < 1000, "both were seen: " + changed);
    }

    @Test
    void theFormChangeOfASetIsTheLargestOfItsRepetitions() {
        reference();
        repetition(30 + 9 * 1.4, 0, 2 + 5 * 1.2, 60);
        repetition(30, 0, 2, 60);
        assertEquals(1.2, form.fatigue().formDriftIndex(), 1e-9);
    }

    private double index(Metric metric, double value) {
        return index(Map.of(metric, value));
    }

    private double index(Map<Metric, Double> values) {
        RepetitionMetrics metrics = new RepetitionMetrics();
        values.forEach(metrics::put);
        form.judge(metrics, 1, 2);
        return metrics.value(Metric.FORM_DRIFT_INDEX);
    }

    @Test
    void twoIndependentChannelsInOneRepetitionAreABreakdownAndTwoOfOneKindAreNot() {
        reference();
        assertEquals(
                2,
                level(repetition(33, 0, 7.5, 60), FlagName.FORM_BREAKDOWN)
                        + level(repetition(40, 0, 7.5, 60), FlagName.FORM_BREAKDOWN));
        form.beginSet();
        reference();
        assertEquals(0, level(repetition(43, 5.5, 2, 60), FlagName.FORM_BREAKDOWN), "rounding raises the peak, too");
    }

    @Test
    void aBreakdownOfASlowedSetSuggestsToStop() {
        reference();
        repetition(40, 0, 2, 53);
        repetition(40, 0, 2, 50);
        List<FormFlag> flags = repetition(45, 0, 8, 50);
        assertEquals(2, level(flags, FlagName.SPEED_LOSS));
        assertEquals(3, level(flags, FlagName.FORM_BREAKDOWN));
    }

    @Test
    void aSetThatStaysAsItIsLeavesNothingAndForecastsNothing() {
        for (int i = 0; i < 8; i++) {
            repetition(30 + i % 2, 1, 2, 60 - i % 3);
        }
        FatigueSummary summary = form.fatigue();
        assertNull(summary.formLeavesUsualFrom());
        assertNull(summary.repetitionsLeft());
        assertEquals("No trend towards a limit is clear.", summary.unknown());
    }

    @Test
    void withFewerThanFiveRepetitionsNothingIsForecast() {
        for (int i = 0; i < 4; i++) {
            repetition(30 + i, 1, 2, 60);
        }
        assertEquals(List.of(), form.fatigue().trends());
        assertTrue(form.fatigue().unknown().startsWith("Fewer than 5"), form.fatigue()::unknown);
    }

    @Test
    void aClearTrendGivesARangeOfRepetitionsThatHoldsTheTruth() {
        double[] wobble = {0, 0.3, -0.2, 0.2, -0.3, 0.1};
        for (int i = 0; i < 6; i++) {
            repetition(30 + i + wobble[i], 0, 2, 60);
        }
        // the reference is 31, its caution 40: five repetitions after the one at 35
        RepetitionsLeft left = form.fatigue().repetitionsLeft();
        assertNotNull(left);
        assertEquals("lumbarFlexionPeakDeg", left.metric());
        assertTrue(left.least() >= 2 && left.least() <= 5, left::toString);
        assertTrue(left.most() >= 5 && left.most() <= 11, left::toString);
        assertNull(form.fatigue().unknown());
    }

    @Test
    void aTrendThatHasPassedItsLimitIsNotCalledUnclear() {
        for (int i = 0; i < 7; i++) {
            repetition(30 + 2.5 * i, 0, 2, 60);
        }
        assertNull(form.fatigue().repetitionsLeft());
        assertEquals("The trend has already passed a limit.", form.fatigue().unknown());
    }

    @Test
    void aNoticeIsNoLimitToForecast() {
        form = new SetForm(FormLimits.defaultsFor(ExerciseProfile.ofName("row").orElseThrow()), CalibrationGrade.GOOD);
        for (int i = 0; i < 7; i++) {
            repetition(30, 0, 2, 60 - i);
        }
        assertNull(form.fatigue().repetitionsLeft(), "a row is never cautioned for its speed");
        assertEquals("No trend towards a limit is clear.", form.fatigue().unknown());
    }

    @Test
    void aFormThatComesBackHasNotLeft() {
        reference();
        repetition(41, 0, 2, 60);
        repetition(41, 0, 2, 60);
        assertEquals(4, form.fatigue().formLeavesUsualFrom());
        assertEquals(List.of(4, 5), form.fatigue().beyondUsual());
        repetition(30, 0, 2, 60);
        assertNull(form.fatigue().formLeavesUsualFrom());
        assertEquals(List.of(4, 5), form.fatigue().beyondUsual(), "what was beyond it was");
    }

    @Test
    void theApprovedRepetitionsAreTheUsualFromTheFirstOneOn() {
        form = new SetForm(FormBasis.of(FormLimits.defaultsFor(ExerciseProfile.DEADLIFT), CalibrationGrade.GOOD)
                .withBaseline(FormBaseline.of(List.of(approved(2), approved(3), approved(2.5)))));
        index(Metric.AXIAL_ROTATION_RANGE, 8);
        assertEquals(1.1, index(Metric.AXIAL_ROTATION_RANGE, 8), 1e-9);
    }

    @Test
    void aBaselineIsTheMeanOfWhatWasApproved() {
        FormBaseline baseline = FormBaseline.of(List.of(approved(2), approved(4)));
        assertEquals(3, baseline.channels().get(Metric.AXIAL_ROTATION_RANGE).mean(), 1e-12);
        assertEquals(
                Math.sqrt(2),
                baseline.channels().get(Metric.AXIAL_ROTATION_RANGE).deviation(),
                1e-12);
        assertEquals(2, baseline.repetitions());
    }

    @Test
    void fiveRepetitionsThatGetOneDegreePerSecondSlowerEachLeaveFiveUntilTheCaution() {
        // fastest 60, its caution at 15 % is 51; the fifth is at 56
        for (int i = 0; i < 5; i++) {
            repetition(30, 0, 2, 60 - i);
        }
        assertEquals(
                new RepetitionsLeft(5, 5, "trunkExtensionSpeedDegPerS"),
                form.fatigue().repetitionsLeft());
        assertTrue(form.fatigue().trends().stream()
                .anyMatch(trend -> trend.metric().equals("trunkExtensionSpeedDegPerS")));
    }

    @Test
    void roundingThatGrowsByHalfADegreeLeavesSevenUntilItsCaution() {
        for (int i = 0; i < 6; i++) {
            repetition(30, 0.5 * i, 2, 60);
        }
        assertEquals(
                new RepetitionsLeft(7, 7, "flexionGainLoadedDeg"),
                form.fatigue().repetitionsLeft());
    }

    @Test
    void ofTwoTrendsTheOneThatIsThereFirstCounts() {
        for (int i = 0; i < 6; i++) {
            repetition(30, 0.5 * i, 2, 60 - i);
        }
        assertEquals(
                "trunkExtensionSpeedDegPerS", form.fatigue().repetitionsLeft().metric());
        form.beginSet();
        for (int i = 0; i < 6; i++) {
            repetition(30, 0.5 * i, 2, 60 - 0.4 * i);
        }
        assertEquals("flexionGainLoadedDeg", form.fatigue().repetitionsLeft().metric());
    }

    @Test
    void twentyRepetitionsAreForetoldAndMoreAreNone() {
        for (int i = 0; i < 5; i++) {
            repetition(30, 0.25 * i, 2, 60);
        }
        assertEquals(
                new RepetitionsLeft(20, 20, "flexionGainLoadedDeg"),
                form.fatigue().repetitionsLeft());
        form.beginSet();
        for (int i = 0; i < 5; i++) {
            repetition(30, 0.125 * i, 2, 60);
        }
        assertNull(form.fatigue().repetitionsLeft());
        assertEquals("No trend towards a limit is clear.", form.fatigue().unknown());
    }

    @Test
    void aTrendThatIsAtItsLimitHasPassedIt() {
        // the reference is 31.5, its caution 40.5
        for (int i = 0; i < 8; i++) {
            repetition(30 + 1.5 * i, 0, 2, 60);
        }
        assertNull(form.fatigue().repetitionsLeft());
        assertEquals("The trend has already passed a limit.", form.fatigue().unknown());
    }

    @Test
    void roundingAndATwistInOneRepetitionAreABreakdownAtOnce() {
        reference();
        List<FormFlag> flags = repetition(40, 0, 7.5, 60);
        assertEquals(2, level(flags, FlagName.FORM_BREAKDOWN));
    }

    @Test
    void aBreakdownThatGoesOnIsSurerThanOneOfAMoment() {
        reference();
        double twist = 2 + 5 * 1.6;
        assertEquals(0, level(repetition(30, 0, twist, 60), FlagName.FORM_BREAKDOWN));
        assertEquals(Confidence.MEDIUM, confidence(repetition(30, 0, twist, 60)), "twice running");
        assertEquals(Confidence.HIGH, confidence(repetition(30, 0, twist, 60)), "and again");
        form.beginSet();
        reference();
        assertEquals(Confidence.MEDIUM, confidence(repetition(30 + 9 * 1.6, 0, twist, 60)), "two channels at once");
        assertEquals(Confidence.MEDIUM, confidence(repetition(30, 0, twist, 60)), "one of them goes on");
    }

    @ParameterizedTest
    @CsvSource({"GOOD, MEDIUM", "FAIR, MEDIUM", "POOR, LOW", "NONE, LOW"})
    void aChangeOfFormIsNoSurerThanTheCalibrationOfTheAnglesItIsMadeOf(CalibrationGrade grade, Confidence most) {
        form = new SetForm(FormBasis.of(FormLimits.defaultsFor(ExerciseProfile.DEADLIFT), grade));
        reference();
        assertEquals(most, confidence(repetition(30 + 9 * 1.6, 0, 2 + 5 * 1.6, 60)));
    }

    @ParameterizedTest
    @CsvSource({"0.2, MEDIUM", "3.5, LOW", "NaN, MEDIUM"})
    void aChangeOfFormIsNoSurerThanTheErrorOfTheAngleThatDecidesIt(double twistSigmaDeg, Confidence most) {
        reference();
        RepetitionMetrics metrics = new RepetitionMetrics();
        metrics.put(Metric.LUMBAR_FLEXION_PEAK, 30 + 9 * 3, 0.1);
        metrics.put(Metric.AXIAL_ROTATION_RANGE, 2 + 5 * 1.6, twistSigmaDeg);
        assertEquals(most, confidence(form.judge(metrics, 1, 2)));
    }

    private static Confidence confidence(List<FormFlag> flags) {
        FormFlag breakdown = flags.stream()
                .filter(flag -> flag.flag() == FlagName.FORM_BREAKDOWN)
                .findFirst()
                .orElseThrow();
        assertEquals(1.6, breakdown.value(), 1e-9);
        assertEquals(1, breakdown.minimalDetectableChange(), "the index counts in smallest changes");
        return breakdown.confidence();
    }

    @ParameterizedTest
    @CsvSource({
        "'8, 8', 1",
        "'2, 8, 8', 2",
        "'8, 2, 8, 8', 1",
        "'8, 2, 2, 8, 8', 4",
        "'8, 2, 8', 1",
        "'8, 2, 2, 8', NONE",
        "'8', NONE",
        "'2, 8', NONE",
        "'8, 8, 7.5', NONE",
        "'7.5, 8', NONE"
    })
    void formLeavesTheUsualWhereTwoThirdsAreBeyondItUntilTheEnd(String twists, String from) {
        form = new SetForm(FormBasis.of(FormLimits.defaultsFor(ExerciseProfile.DEADLIFT), CalibrationGrade.GOOD)
                .withBaseline(FormBaseline.of(List.of(approved(2), approved(3), approved(2.5)))));
        for (String twist : twists.split(", ")) {
            index(Metric.AXIAL_ROTATION_RANGE, Double.parseDouble(twist));
        }
        assertEquals(from, String.valueOf(form.fatigue().formLeavesUsualFrom()).replace("null", "NONE"));
    }

    @Test
    void whatVariesMuchInTheApprovedRepetitionsTellsLess() {
        form = new SetForm(FormBasis.of(FormLimits.defaultsFor(ExerciseProfile.DEADLIFT), CalibrationGrade.GOOD)
                .withBaseline(FormBaseline.of(List.of(approved(0), approved(8)))));
        // twice the deviation of 5.66° is more than the 5° the channel can tell
        index(Metric.AXIAL_ROTATION_RANGE, 16);
        assertEquals(1.06, index(Metric.AXIAL_ROTATION_RANGE, 16), 0.005);
    }

    @Test
    void whatVariesMuchInTheFirstRepetitionsTellsLess() {
        for (double share : new double[] {0.3, 0.5, 0.7}) {
            index(Metric.LUMBAR_SHARE, share);
        }
        index(Metric.LUMBAR_SHARE, 0.9);
        assertEquals(1, index(Metric.LUMBAR_SHARE, 0.9), 0.005);
    }

    @Test
    void aBackThatTakesLessOfTheWayIsAChangeTooAndLessTwistIsNoWorsening() {
        for (double share : new double[] {0.5, 0.5, 0.5, 0.3, 0.3}) {
            index(Metric.LUMBAR_SHARE, share);
        }
        assertEquals(4, form.fatigue().formLeavesUsualFrom());
        form.beginSet();
        for (double twist : new double[] {9, 9, 9, 2, 2}) {
            index(Metric.LATERAL_BEND_RANGE, twist);
        }
        assertNull(form.fatigue().formLeavesUsualFrom());
    }

    @ParameterizedTest
    @CsvSource({"TRUNK_ONLY, 1.2", "PELVIS_ONLY, 1.2", "TRUNK_AND_PELVIS, NaN"})
    void theLeanOfTheTrunkStandsForTheBackWhereOneSensorIsWorn(SensorView view, double index) {
        form = new SetForm(FormBasis.of(FormLimits.defaultsFor(ExerciseProfile.DEADLIFT), CalibrationGrade.GOOD)
                .seenBy(view));
        for (int i = 0; i < 3; i++) {
            index(Metric.TRUNK_INCLINATION_PEAK, 40);
        }
        index(Metric.TRUNK_INCLINATION_PEAK, 46);
        assertEquals(index, index(Metric.TRUNK_INCLINATION_PEAK, 46), 1e-9);
    }

    @Test
    void theIndexStandsAmongTheMetricsOfTheRepetition() {
        reference();
        RepetitionMetrics metrics = new RepetitionMetrics();
        metrics.put(Metric.AXIAL_ROTATION_RANGE, 8);
        metrics.put(Metric.LUMBAR_FLEXION_PEAK, 60);
        form.judge(metrics, 1, 2);
        assertEquals(1.2, metrics.value(Metric.FORM_DRIFT_INDEX), 1e-9);
    }

    private static FormBaseline.Approved approved(double twist) {
        return new FormBaseline.Approved(Map.of("axialRotationRangeDeg", twist));
    }

    private void reference() {
        for (int i = 0; i < 3; i++) {
            repetition(30, 0, 2, 60);
        }
    }

    private List<FormFlag> repetition(double peak, double gain, double twist, double speed) {
        RepetitionMetrics metrics = new RepetitionMetrics();
        metrics.put(Metric.LUMBAR_FLEXION_PEAK, peak);
        metrics.put(Metric.FLEXION_GAIN_LOADED, gain);
        metrics.put(Metric.AXIAL_ROTATION_RANGE, twist);
        metrics.put(Metric.TRUNK_EXTENSION_SPEED, speed);
        return form.judge(metrics, 1, 2);
    }

    private static int level(List<FormFlag> flags, FlagName name) {
        return flags.stream()
                .filter(flag -> flag.flag() == name)
                .mapToInt(FormFlag::level)
                .findFirst()
                .orElse(0);
    }
}
