package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagLevels;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.Metric;
import org.plumbline.server.web.Words;

class FormWordsTest {
    @ParameterizedTest
    @EnumSource(FlagName.class)
    void everyFlagHasATitleASentenceAFindingAndOneThingToDo(FlagName name) {
        FormFlag flag = new FormFlag(name, 2, "x", -7.4, 6, "deg", 1, Confidence.HIGH, 4);
        assertTrue(FormWords.sentence(flag).matches("[A-Z].*\\."), FormWords.sentence(flag));
        assertTrue(FormWords.action(flag).matches("[A-Z].*\\."), FormWords.action(flag));
        assertFalse(FormWords.title(flag).isBlank());
        assertEquals(-1, FormWords.finding(flag).indexOf('-'), "a finding speaks of an amount, not of a sign");
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void everyMetricHasANameASentenceAndAFindingWithItsValue(Metric metric) {
        String name = FormWords.metric(metric.jsonName());
        assertTrue(name.contains(" ") || name.equals("Hold"), "not made from the name in the code: " + name);
        assertTrue(
                FormWords.metricSentence(metric.jsonName()).matches("[A-Z].*\\."),
                FormWords.metricSentence(metric.jsonName()));
        FormFlag flag =
                new FormFlag(FlagName.TEMPO, 2, metric.jsonName(), -7.4, 6, metric.unit(), 1, Confidence.HIGH, 4);
        String value = FormWords.amount(7.4, metric.unit());
        assertTrue(FormWords.finding(flag).contains(value), FormWords.finding(flag));
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void aMetricIsCalledInAChartByWordsOfItsName(Metric metric) {
        String name = FormWords.metric(metric.jsonName()).toLowerCase(Locale.ROOT);
        for (String word : Words.say("metric." + metric.jsonName())
                .toLowerCase(Locale.ROOT)
                .split("[^a-z]+")) {
            assertTrue(name.contains(word), word + " is not in “" + name + "”");
        }
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void everyMetricThatIsNotAssessedHasAReason(Metric metric) {
        for (String mode : new String[] {"two-sensor", "one-sensor", "none"}) {
            assertFalse(FormWords.notAssessedBecause(metric.jsonName(), mode).isBlank(), metric + " with " + mode);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lumbarFlexionPeakDeg", "flexionGainLoadedDeg", "tuckDeg"})
    void oneSensorIsTheReasonWhereTheLowerBackIsMeant(String metric) {
        assertTrue(FormWords.notAssessedBecause(metric, "one-sensor").contains("one sensor"));
        assertFalse(FormWords.notAssessedBecause(metric, "two-sensor").contains("one sensor"));
    }

    @Test
    void whatCannotBeToldFromNoiseIsNeverSaidWithoutThat() {
        FormFlag within = new FormFlag(
                FlagName.ROUNDING_UNDER_LOAD, 2, "flexionGainLoadedDeg", 3, 2, "deg", 1, Confidence.LOW, 4);
        assertEquals("rounded 3° after the lift began, within the measurement’s noise", FormWords.finding(within));
        FormFlag beyond = new FormFlag(
                FlagName.ROUNDING_UNDER_LOAD, 2, "flexionGainLoadedDeg", 6, 2, "deg", 1, Confidence.HIGH, 4);
        assertEquals("rounded 6° after the lift began", FormWords.finding(beyond));
        FormFlag tempo = new FormFlag(FlagName.TEMPO, 2, "bottomDurationS", 0.1, 1, "s", 1, Confidence.HIGH, 0.2);
        assertFalse(FormWords.finding(tempo).contains("noise"), "a pause that was left out is no noise");
        assertEquals("within noise", FormWords.change(12, Metric.TRUNK_SPEED_LOSS));
        assertEquals("18 %", FormWords.change(18, Metric.TRUNK_SPEED_LOSS));
        assertEquals("within noise", FormWords.change(0.9, Metric.FORM_DRIFT_INDEX));
    }

    @Test
    void ofAHoldWithoutFlagsTheFormIsSaidAndNotThatATargetWasReached() {
        assertEquals("form steady", FormWords.levelInLog(0, true));
        assertEquals("on target", FormWords.levelInLog(0, false));
        assertEquals("caution", FormWords.levelInLog(2, true));
        assertEquals("not assessed", FormWords.levelInLog(FormWords.NOT_ASSESSED, true));
    }

    @Test
    void whatIsListedOfASetSaysWhatItIs() {
        assertEquals(
                "extension 31–35°",
                FigureWords.sentence("prone_press_up", List.of(31.2, 34.9)).orElseThrow());
        assertEquals(
                "held 18–20 s",
                FigureWords.sentence("side_plank", List.of(20.1, 18.2)).orElseThrow());
        assertEquals(
                "peak flexion 31°",
                FigureWords.sentence("deadlift", List.of(31.2)).orElseThrow());
    }

    @Test
    void valuesAreAsShortAsTheyCanBeRead() {
        assertEquals("12°", FormWords.amount(12.3, "deg"));
        assertEquals("18 %", FormWords.amount(17.6, "%"));
        assertEquals("2.1 s", FormWords.amount(2.06, "s"));
        assertEquals("81 °/s", FormWords.amount(80.7, "deg/s"));
        assertEquals("1.9×", FormWords.amount(1.86, "×"));
        assertEquals("0.51", FormWords.amount(0.512, ""));
    }

    @Test
    void aValueJustBeyondItsLimitDoesNotReadAsTheLimitItself() {
        assertEquals("10.4°", FormWords.amountAmong(10.4, List.of(10.0), "deg"));
        assertEquals("10.1°", FormWords.amountAmong(10.02, List.of(10.0), "deg"), "no more digits than can be felt");
        assertEquals("9.9°", FormWords.amountAmong(9.95, List.of(10.0), "deg"));
        assertEquals("10.05°", FormWords.amountAmong(10.05, List.of(10.02, 10.08), "deg"), "unless limits lie so near");
        assertEquals("10°", FormWords.amountAmong(10, List.of(10.0), "deg"));
        assertEquals("14°", FormWords.amountAmong(14, List.of(10.0), "deg"));
        assertEquals("9.7°", FormWords.amountAmong(9.7, List.of(8.0, 10.0), "deg"), "nor as the next one");
        assertEquals("10.4°", FormWords.amountAmong(10.4, List.of(10.3), "deg"), "10 would lie below");
        assertEquals("1.44 s", FormWords.amountAmong(1.44, List.of(1.4), "s"));
        assertEquals("11°", FormWords.amountAmong(10.6, List.of(10.5), "deg"), "as short as it can be read");
        FormFlag flag = new FormFlag(
                FlagName.TWIST_UNDER_LOAD, 2, "axialRotationRangeDeg", 10.4, 10, "deg", 1, Confidence.HIGH, 4);
        assertEquals("twisted 10.4°", FormWords.finding(flag));
    }

    @Test
    void aFlagHasOneFigureWhicheverLimitOfItsMetricIsNear() {
        FormFlag flag = new FormFlag(
                FlagName.ROUNDING_UNDER_LOAD, 2, "flexionGainLoadedDeg", 9.7, 8, "deg", 1, Confidence.HIGH, 4);
        LimitNames limits =
                LimitNames.unnamed(FormLimits.NONE.with(FormRule.ROUNDING, new FlagLevels(5, 8, 10, "test")));
        assertEquals("rounded 9.7° after the lift began", FormWords.finding(flag, limits));
        assertEquals("rounded up to 9.7° after the lift began", FormWords.findingUpTo(flag, limits));
        assertEquals("9.7°", FormWords.amount(flag, limits));
    }

    @Test
    void aLimitIsWrittenAsItWasSet() {
        assertEquals("10°", FormWords.limit(10, "deg"));
        assertEquals("10.5°", FormWords.limit(10.5, "deg"));
        assertEquals("2.0 s", FormWords.limit(2, "s"));
        assertEquals("1.25×", FormWords.limit(1.25, "×"));
    }

    @Test
    void aFindingSaysWhatWasMeasuredWhicheverSensorSawIt() {
        assertEquals("rose 18 % slower than your fastest", finding(FlagName.SPEED_LOSS, Metric.TRUNK_SPEED_LOSS, 18));
        assertEquals("turned the trunk 14°", finding(FlagName.TWIST_UNDER_LOAD, Metric.TRUNK_TURN_RANGE, 14));
        assertEquals(
                "took 0.9 s on the way down, off the tempo that was set",
                finding(FlagName.TEMPO, Metric.ECCENTRIC_DURATION, 0.9));
    }

    @Test
    void aWeakSignalSaysWhatItKeptFromBeingJudgedAndNotHowManyMetrics() {
        FormFlag one = new FormFlag(
                FlagName.QUALITY, 1, "axialRotationRangeDeg", 1, 1, "metrics", 1, Confidence.HIGH, Double.NaN);
        FormFlag three = new FormFlag(
                FlagName.QUALITY, 1, "axialRotationRangeDeg", 3, 1, "metrics", 1, Confidence.HIGH, Double.NaN);
        assertEquals("had a signal too weak to judge twist, peak to peak", FormWords.finding(one));
        assertEquals("had a signal too weak to judge twist, peak to peak and 2 more", FormWords.finding(three));
    }

    @Test
    void aUnitByItselfIsWrittenAsBesideAValue() {
        assertEquals("°", FormWords.symbol("deg"));
        assertEquals("°/s", FormWords.symbol("deg/s"));
        assertEquals("kg·s", FormWords.symbol("kg·s"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yankIndex", "formDriftIndex"})
    void whatNobodyHasMeasuredIsSaidToBeUnknownAndStillShows(String metric) {
        FormFlag flag = new FormFlag(FlagName.MOMENTUM, 1, metric, 1.9, 1.8, "×", 1, Confidence.MEDIUM, Double.NaN);
        String words = FormWords.detectable(flag.minimalDetectableChange(), flag.unit());
        assertTrue(words.endsWith("is not known"), words);
        assertEquals(words, FormWords.detectable(0, "×"), "of an earlier version");
        assertTrue(FormWords.standsOut(flag));
    }

    @ParameterizedTest
    @CsvSource({
        "NEUTRAL_LOST,LUMBAR_FLEXION_RANGE,bottom|descent|down",
        "MOMENTUM,TRUNK_INCLINATION_RANGE,slack|way up",
        "TRUNK_DEVIATION,HOLD_SAG,approved|usual|reps",
        "TWIST_UNDER_LOAD,TRUNK_TURN_RANGE,ribs|pelvis",
        "LOCKOUT_EXTENSION,LOCKOUT_EXTENSION,tall|Leaning"
    })
    void theWordsSpeakOfWhatWasMeasured(FlagName name, Metric metric, String foreign) {
        FormFlag flag = new FormFlag(name, 2, metric.jsonName(), 10, 6, "deg", 1, Confidence.HIGH, 4);
        String words = FormWords.title(flag) + " " + FormWords.sentence(flag) + " " + FormWords.action(flag);
        assertFalse(words.matches(".*(" + foreign + ").*"), words);
    }

    @Test
    void exercisesAreNamedForPeople() {
        assertEquals("Romanian deadlift", FormWords.exercise("romanian_deadlift"));
    }

    private static String finding(FlagName flag, Metric metric, double value) {
        return FormWords.finding(
                new FormFlag(flag, 2, metric.jsonName(), value, 1, metric.unit(), 1, Confidence.HIGH, 4));
    }
}
