package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;

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
        assertEquals("10.4°", FormWords.amountBeside(10.4, 10, "deg"));
        assertEquals("10.0°", FormWords.amountBeside(10, 10.4, "deg"));
        assertEquals("10.02°", FormWords.amountBeside(10.02, 10, "deg"));
        assertEquals("10°", FormWords.amountBeside(10, 10, "deg"));
        assertEquals("14°", FormWords.amountBeside(14, 10, "deg"));
        FormFlag flag = new FormFlag(
                FlagName.TWIST_UNDER_LOAD, 2, "axialRotationRangeDeg", 10.4, 10, "deg", 1, Confidence.HIGH, 4);
        assertEquals("twisted 10.4° under load", FormWords.finding(flag));
    }

    @Test
    void aFindingSaysWhatWasMeasuredWhicheverSensorSawIt() {
        assertEquals("rose 18 % slower than your fastest", finding(FlagName.SPEED_LOSS, Metric.TRUNK_SPEED_LOSS, 18));
        assertEquals("turned the trunk 14°", finding(FlagName.TWIST_UNDER_LOAD, Metric.TRUNK_TURN_RANGE, 14));
        assertEquals(
                "took 0.9 s on the way down, off the tempo you chose",
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
