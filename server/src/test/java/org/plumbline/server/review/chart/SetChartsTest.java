package org.plumbline.server.review.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.Metric;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.StoredRepetition;

class SetChartsTest {
    private static final List<StoredRepetition> SET = Repetitions.of(
            Repetitions.clean(1, 40),
            Repetitions.clean(2, 41),
            Repetitions.notAssessed(3),
            Repetitions.clean(4, 42),
            Repetitions.flagged(5, 57, FlagName.ROUNDING_UNDER_LOAD, 3, 12));

    private static ChartedSet set(String exercise, List<StoredRepetition> repetitions) {
        return Repetitions.charted(
                exercise,
                repetitions,
                List.of(),
                ExerciseProfile.ofName(exercise).map(FormLimits::defaultsFor).orElse(FormLimits.NONE));
    }

    private static String svg(Chart chart) throws IOException {
        return new String(chart.svg(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"deadlift, true", "overhead_press, true", "squat, false", "romanian_deadlift, false", "row, false"})
    void onlyALiftThatIsLockedOutHasALockout(String exercise, boolean lockedOut) {
        Phases phases = Phases.of(exercise);
        assertEquals(lockedOut ? "lockout" : "top", phases.top());
        assertEquals("way up begins", phases.wayUp());
    }

    @Test
    void thePaceOfAPartOfALongSetIsNotSaidOfTheWholeSet() {
        String whole = PaceChart.finding(set("deadlift", SET));
        assertEquals(
                "Reps 1–" + SET.size() + " of 400: " + whole,
                PaceChart.finding(set("deadlift", SET).partOf(400)));
    }

    @Test
    void aSetThatWasStoppedBeforeItsFirstRepetitionHasAnEmptyPaceChart() throws IOException {
        Chart empty = PaceChart.of(set("deadlift", List.of()), ChartTheme.LIGHT, ChartSize.WIDE);
        assertTrue(svg(empty).contains("<svg"));
    }

    @Test
    void aHoldHasNeitherWayUpNorTop() {
        assertNull(Phases.of("side_plank").wayUp());
        assertNull(Phases.of("side_plank").top());
    }

    @Test
    void aSquatNeverSaysLockout() throws IOException {
        assertFalse(svg(RepetitionChart.of(set("squat", SET), ChartTheme.LIGHT, ChartSize.WIDE))
                .contains("lockout"));
    }

    @Test
    void theUsualIsABandWithItsWidthAndWithoutAnApprovedOneTheFirstRepetitionsStandForIt() throws IOException {
        assertTrue(svg(RepetitionChart.of(set("deadlift", SET), ChartTheme.LIGHT, ChartSize.WIDE))
                .contains(">your first reps ± 9°<"));
        ChartedSet approved = Repetitions.charted(
                "deadlift", SET, List.of(Repetitions.clean(1, 30).curves().lumbarFlexionDeg()), FormLimits.NONE);
        assertTrue(svg(RepetitionChart.of(approved, ChartTheme.LIGHT, ChartSize.WIDE))
                .contains(">your usual ± 9°<"));
        assertEquals(39, approved.usual().highest(), 1e-9);
        assertEquals(-9, approved.usual().lowest(), 1e-9);
    }

    @Test
    void aSetOfThreeHasNoFirstRepetitionsToBeHeldAgainst() {
        assertNull(set("deadlift", SET.subList(0, 2)).usual());
    }

    @Test
    void aCellIsOnTargetOnlyWhereItWasMeasuredAgainstALimit() {
        ChartedSet set = set("deadlift", SET);
        assertEquals(
                0,
                HeatStrip.cell(set, SET.get(0).result(), Metric.FLEXION_GAIN_LOADED)
                        .level());
        assertEquals(
                3,
                HeatStrip.cell(set, SET.get(4).result(), Metric.FLEXION_GAIN_LOADED)
                        .level());
        assertEquals(
                FormWords.NOT_ASSESSED,
                HeatStrip.cell(set, SET.get(2).result(), Metric.FLEXION_GAIN_LOADED)
                        .level());
        ChartedSet unlimited = set("trunk_movement", SET);
        assertEquals(
                FormWords.NOT_ASSESSED,
                HeatStrip.cell(unlimited, SET.get(0).result(), Metric.FLEXION_GAIN_LOADED)
                        .level());
    }

    @Test
    void aRuleThatWasSwitchedOffIsNotShownAsWithin() throws IOException {
        FormLimits limits = FormLimits.defaultsFor(ExerciseProfile.DEADLIFT).without(FormRule.TWIST);
        ChartedSet set = Repetitions.charted("deadlift", SET, List.of(), limits).notJudging(List.of(FormRule.TWIST));
        HeatStrip.Cell twist = HeatStrip.cell(set, SET.get(0).result(), Metric.AXIAL_ROTATION_RANGE);
        assertEquals(FormWords.SWITCHED_OFF, twist.level(), "bending and twisting at once needs it too");
        assertFalse(twist.value().isEmpty(), "it was measured");
        assertTrue(HeatStrip.metrics(set).contains(Metric.AXIAL_ROTATION_RANGE));
        String svg = svg(HeatStrip.of(set, ChartTheme.LIGHT, ChartSize.WIDE));
        assertTrue(svg.contains("Dash: off."), svg);
        String usual = svg(HeatStrip.of(set("deadlift", SET), ChartTheme.LIGHT, ChartSize.WIDE));
        assertFalse(usual.contains("Dash"), "nobody did");
    }

    @Test
    void aRuleThatTheDefaultsGainedSinceTheSetIsNotShownAsSwitchedOff() throws IOException {
        FormLimits before = FormLimits.defaultsFor(ExerciseProfile.DEADLIFT).without(FormRule.TWIST);
        ChartedSet set = Repetitions.charted("deadlift", SET, List.of(), before);
        assertEquals(
                FormWords.NOT_ASSESSED,
                HeatStrip.cell(set, SET.get(0).result(), Metric.AXIAL_ROTATION_RANGE)
                        .level());
        assertFalse(svg(HeatStrip.of(set, ChartTheme.LIGHT, ChartSize.WIDE)).contains("Dash"));
    }

    @Test
    void whatIsPrescribedAndNeverMeasuredHasARowThatSaysSo() {
        FormLimits limits = FormLimits.defaultsFor(ExerciseProfile.DEADLIFT).prescribing(Metric.HOLD_SAG, 5);
        ChartedSet set = Repetitions.charted("deadlift", SET, List.of(), limits);
        assertTrue(HeatStrip.metrics(set).contains(Metric.HOLD_SAG));
        assertEquals(
                new HeatStrip.Cell(FormWords.NOT_ASSESSED, ""),
                HeatStrip.cell(set, SET.get(0).result(), Metric.HOLD_SAG));
    }

    @Test
    void aFormChangeAboveItsLimitIsNeverShownAsWithin() {
        ChartedSet set = set(
                "deadlift",
                Repetitions.of(
                        Repetitions.measured(1, 40, Metric.FORM_DRIFT_INDEX, 3.6),
                        Repetitions.measured(2, 40, Metric.FORM_DRIFT_INDEX, 0.6)));
        HeatStrip.Cell alone = HeatStrip.cell(set, set.repetitions().get(0).result(), Metric.FORM_DRIFT_INDEX);
        assertEquals(new HeatStrip.Cell(FormWords.NOT_ASSESSED, "3.6×"), alone, "as versions before line-8 stored it");
        assertEquals(
                0,
                HeatStrip.cell(set, set.repetitions().get(1).result(), Metric.FORM_DRIFT_INDEX)
                        .level());
    }

    @Test
    void aDriftBeyondItsLimitThatARoundedPullExplainsIsCountedUnderRoundingAndNotCalledNotAssessed()
            throws IOException {
        StoredRepetition rounded = Repetitions.flagged(2, 50, FlagName.ROUNDING_UNDER_LOAD, 2, 10);
        ChartedSet set = set(
                "deadlift",
                Repetitions.of(
                        Repetitions.measured(1, 40, Metric.FLEXION_DRIFT, 10),
                        Repetitions.measured(rounded, Metric.FLEXION_DRIFT, 10),
                        Repetitions.measured(
                                Repetitions.flagged(3, 40, FlagName.ROUNDING_UNDER_LOAD, 2, 10),
                                Metric.FLEXION_DRIFT,
                                0)));
        List<Integer> levels = set.repetitions().stream()
                .map(one ->
                        HeatStrip.cell(set, one.result(), Metric.FLEXION_DRIFT).level())
                .toList();
        assertEquals(
                List.of(FormWords.NOT_ASSESSED, FormWords.UNDER_ROUNDING, 0),
                levels,
                "of the first nothing explains it, and the last is within");
        for (ChartSize size : ChartSize.values()) {
            assertTrue(
                    svg(HeatStrip.of(set, ChartTheme.LIGHT, size)).contains("counted under rounding"), size.toString());
        }
        assertFalse(svg(HeatStrip.of(set("deadlift", SET), ChartTheme.LIGHT, ChartSize.WIDE))
                .contains("counted under rounding"));
    }

    @Test
    void theHeatStripSaysWhichLimitWasPassedAndHasARowForEveryLimitThatWasMeasured() throws IOException {
        ChartedSet set = set("deadlift", SET);
        Chart chart = HeatStrip.of(set, ChartTheme.LIGHT, ChartSize.WIDE);
        assertTrue(chart.alternative().startsWith("Beyond a limit: rounding in rep 5."), chart.alternative());
        String svg = svg(chart);
        assertTrue(svg.contains(">Rounding<") && svg.contains(">Twist<") && svg.contains(">Side bend<"));
        assertFalse(svg.contains(">Peak flexion<"), "the peak itself has no limit");
        assertFalse(svg.contains(">Turn<"), "the turn of the trunk is watched where there is but one sensor");
        assertEquals(HeatStrip.height(set), chart.height());
    }

    @Test
    void nothingPassedIsSaidOfWhatCouldBeAssessedOnly() {
        assertTrue(HeatStrip.of(set("deadlift", SET.subList(0, 4)), ChartTheme.LIGHT, ChartSize.WIDE)
                .alternative()
                .startsWith("No limit of form was passed in 4 repetitions, where it could be assessed"));
    }

    @Test
    void speedAndFlexionAreNamedOnlyWhereTheyChangedBeyondNoise() {
        assertEquals(
                "Speed held; peak flexion rose 16°",
                PaceChart.finding(set("deadlift", SET)),
                "57° against the middle one of 40, 41 and 42°");
        assertEquals(
                "Speed held; peak flexion changed less than can be told from noise",
                PaceChart.finding(set(
                        "deadlift",
                        Repetitions.of(
                                Repetitions.clean(1, 40),
                                Repetitions.clean(2, 41),
                                Repetitions.clean(3, 40),
                                Repetitions.clean(4, 44)))));
    }

    @Test
    void theLossOfSpeedIsTheOneThatTheHeatStripAndTheLimitsHave() {
        assertEquals(
                "The last rep was 22 % slower than the fastest of unchanged form; peak flexion of the last rep not assessed",
                PaceChart.finding(set(
                        "deadlift",
                        Repetitions.of(
                                Repetitions.clean(1, 40),
                                Repetitions.flagged(2, Double.NaN, FlagName.SPEED_LOSS, 2, 22, "%")))),
                "the metric of the rep, whatever its bare speed is");
    }

    @Test
    void theLossOfAnEarlierRepetitionIsNotToldAsThatOfTheLast() {
        assertEquals(
                "Speed of the last rep not assessed; too few reps to tell whether peak flexion changed",
                PaceChart.finding(set(
                        "deadlift",
                        Repetitions.of(
                                Repetitions.clean(1, 40),
                                Repetitions.flagged(2, 41, FlagName.SPEED_LOSS, 2, 22, "%"),
                                Repetitions.withoutSpeed(3, 40)))));
    }

    @Test
    void speedIsNotSaidToHaveHeldBesideANoteThatItFell() {
        StoredRepetition noted = Repetitions.flagged(2, 41, FlagName.SPEED_LOSS, 1, 12, "%");
        assertEquals(
                "The last rep was 12 % slower than the fastest of unchanged form;"
                        + " too few reps to tell whether peak flexion changed",
                PaceChart.finding(set("deadlift", Repetitions.of(Repetitions.clean(1, 40), noted))));
        assertEquals(
                "Speed fell in rep 2 and was back in the last; too few reps to tell whether peak flexion changed",
                PaceChart.finding(
                        set("deadlift", Repetitions.of(Repetitions.clean(1, 40), noted, Repetitions.clean(3, 40)))));
    }

    @Test
    void flexionIsNotSaidToBeUnchangedBesideACautionThatItWentBeyondALimit() {
        StoredRepetition bent = Repetitions.limited(2, 44, Metric.LUMBAR_FLEXION_PEAK, 44);
        StoredRepetition[] first = {Repetitions.clean(1, 40), bent, Repetitions.clean(3, 40), Repetitions.clean(4, 41)};
        assertEquals(
                "Speed held; peak flexion went beyond a limit in rep 2 and was back in the last",
                PaceChart.finding(set("deadlift", Repetitions.of(first))));
        StoredRepetition drifted = Repetitions.flagged(4, 48, FlagName.FLEXION_DRIFT, 2, 8);
        assertEquals(
                "Speed held; peak flexion went beyond a limit in reps 2 and 4",
                PaceChart.finding(set("deadlift", Repetitions.of(first[0], bent, first[2], drifted))));
    }

    @Test
    void flexionIsNotSaidToBeUnchangedBesideACautionThatARepetitionRounded() {
        StoredRepetition rounded = Repetitions.flagged(2, 43, FlagName.ROUNDING_UNDER_LOAD, 2, 10);
        StoredRepetition[] others = {Repetitions.clean(1, 40), Repetitions.clean(3, 40), Repetitions.clean(4, 41)};
        assertEquals(
                "Speed held; the lower back rounded beyond a limit in rep 2",
                PaceChart.finding(set("deadlift", Repetitions.of(others[0], rounded, others[1], others[2]))));
        StoredRepetition bent = Repetitions.limited(2, 44, Metric.LUMBAR_FLEXION_PEAK, 44);
        StoredRepetition last = Repetitions.flagged(4, 41, FlagName.ROUNDING_UNDER_LOAD, 2, 10);
        assertEquals(
                "Speed held; peak flexion went beyond a limit in rep 2",
                PaceChart.finding(set("deadlift", Repetitions.of(others[0], bent, others[1], last))),
                "the last one is not called back where it rounded");
    }

    @Test
    void flexionIsNotAssessedOnlyWhereNoneIsDrawn() {
        assertEquals(
                "Speed held; flexion not assessed",
                PaceChart.finding(
                        set("deadlift", Repetitions.of(Repetitions.notAssessed(1), Repetitions.notAssessed(2)))));
    }

    @Test
    void ofTwoFlagsOfOneLevelTheSureOneIsTheHeadline() {
        FormFlag doubtful = flag(FlagName.TWIST_UNDER_LOAD, "axialRotationRangeDeg", Confidence.LOW);
        FormFlag sure = flag(FlagName.ROUNDING_UNDER_LOAD, "flexionGainLoadedDeg", Confidence.HIGH);
        assertEquals(sure, Levels.headline(List.of(doubtful, sure)));
        assertEquals(doubtful, Levels.headline(List.of(doubtful, doubtful)));
    }

    @Test
    void whatChangedIsTheHeadlineBeforeThatFormDidAndFormBeforePaceWhereAllAreAlikeSerious() {
        FormFlag slow = flag(FlagName.SPEED_LOSS, "trunkSpeedLossPercent", Confidence.HIGH);
        FormFlag form = flag(FlagName.FORM_BREAKDOWN, "formDriftIndex", Confidence.HIGH);
        FormFlag rounded = flag(FlagName.ROUNDING_UNDER_LOAD, "flexionGainLoadedDeg", Confidence.MEDIUM);
        assertEquals(rounded, Levels.headline(List.of(slow, form, rounded)));
        assertEquals(form, Levels.headline(List.of(slow, form)));
    }

    private static FormFlag flag(FlagName name, String metric, Confidence confidence) {
        return new FormFlag(name, 2, metric, 14, 10, "deg", 31, confidence, 4);
    }

    @Test
    void smallMultiplesShowEveryRepetitionWithItsPeakAndTheShapeOfItsLevel() throws IOException {
        String svg = svg(SmallMultiples.of(set("deadlift", SET), ChartTheme.DARK, ChartSize.NARROW));
        assertTrue(svg.contains(">1  40°<"));
        assertTrue(svg.contains(">3  not assessed<"));
        assertTrue(svg.contains(">5 \u25A0  57°<"));
    }

    @Test
    void aRepetitionsOwnChartSaysWhatItDid() {
        ChartedSet set = set("deadlift", SET);
        assertTrue(RepetitionCourseChart.of(set, SET.get(4), ChartTheme.LIGHT, ChartSize.WIDE)
                .alternative()
                .startsWith("Rep 5 rounded 12° after the lift began."));
        assertEquals("Rep 1 peaked at 40°", RepetitionCourseChart.finding(set, SET.get(0)));
        assertEquals("Rep 3: lumbar flexion not assessed", RepetitionCourseChart.finding(set, SET.get(2)));
    }

    @Test
    void everyMetricHasAShortName() {
        for (Metric metric : Metric.values()) {
            String name = ShortNames.of(metric);
            assertTrue(name.length() <= 18, metric + ": " + name);
        }
    }
}
