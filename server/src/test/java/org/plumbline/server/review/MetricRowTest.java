package org.plumbline.server.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.Metric;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.LimitNames;

/** How sure a number of a repetition is, as a person reads it. */
class MetricRowTest {
    @Test
    void theUncertaintyOfWhatIsCountedInAPersonsOwnRangeIsKnownWhereThatRangeIs() {
        assertEquals("± 11 %", MetricRow.uncertainty(Metric.PERCENT_OF_MAX_FLEXION, 56));
        assertNull(MetricRow.uncertainty(Metric.PERCENT_OF_MAX_FLEXION, Double.NaN), "not without the range");
        assertEquals("± 0.7×", MetricRow.uncertainty(Metric.FORM_DRIFT_INDEX, Double.NaN));
        assertEquals("± 6°", MetricRow.uncertainty(Metric.LUMBAR_FLEXION_PEAK, 56));
    }

    @Test
    void aDriftBeyondItsLimitThatARoundedPullExplainsIsSaidToBeCountedUnderRounding() {
        MetricRow drift = drift(2);
        assertEquals("10°, counted under rounding", drift.value());
        assertEquals(FormWords.UNDER_ROUNDING, drift.level());
        assertTrue(drift.isBeyond(), "it does not stand with what is within its limits or not assessed");

        MetricRow unexplained = drift(1);
        assertEquals("10°", unexplained.value(), "a note of rounding explains no drift");
        assertEquals(FormWords.NOT_ASSESSED, unexplained.level());
    }

    @Test
    void whereALevelDoesNotFollowFromTheLimitsAloneTheRestStandsBesideThem() {
        assertEquals(
                "note from 10 %, caution from 15 %, stop from 25 %, one level higher a rep at the most, a stop only where the sensors are sure of it",
                limitOf(Metric.TRUNK_SPEED_LOSS));
        assertEquals(
                "note from 5°, caution from 7°, stop from 12°, a caution in one rep of three only from 10°, a stop only where the sensors are sure of it",
                limitOf(Metric.AXIAL_ROTATION_RANGE));
        assertEquals(
                "note from 6°, caution from 9°, stop from 13°, stop also with the second of two cautions running, a stop only where the sensors are sure of it",
                limitOf(Metric.FLEXION_DRIFT));
    }

    private static String limitOf(Metric metric) {
        return MetricRow.of(
                        "deadlift",
                        rounded(1),
                        LimitNames.unnamed(FormLimits.defaultsFor(ExerciseProfile.DEADLIFT)),
                        List.of(),
                        true,
                        56)
                .stream()
                .filter(row -> row.metric().equals(metric.jsonName()))
                .map(row -> String.valueOf(row.limit()))
                .findFirst()
                .orElse("no row");
    }

    private static MetricRow drift(int roundingLevel) {
        FormLimits limits = FormLimits.defaultsFor(ExerciseProfile.DEADLIFT);
        return MetricRow.of("deadlift", rounded(roundingLevel), LimitNames.unnamed(limits), List.of(), true, 56)
                .stream()
                .filter(row -> row.metric().equals(Metric.FLEXION_DRIFT.jsonName()))
                .findFirst()
                .orElseThrow();
    }

    private static AnalysisResult.Repetition rounded(int roundingLevel) {
        FormFlag rounding = new FormFlag(
                FlagName.ROUNDING_UNDER_LOAD,
                roundingLevel,
                Metric.FLEXION_GAIN_LOADED.jsonName(),
                12,
                8,
                "deg",
                20,
                Confidence.HIGH,
                4);
        return new AnalysisResult.Repetition(
                2,
                1,
                10.0,
                11.0,
                12.0,
                14.0,
                2.0,
                0.1,
                1.0,
                0.5,
                Map.of(
                        Metric.FLEXION_GAIN_LOADED.jsonName(),
                        12.0,
                        Metric.FLEXION_DRIFT.jsonName(),
                        10.0,
                        Metric.TRUNK_SPEED_LOSS.jsonName(),
                        5.0,
                        Metric.AXIAL_ROTATION_RANGE.jsonName(),
                        3.0),
                List.of(),
                Map.of(),
                new AnalysisResult.RepetitionQuality("good", List.of()),
                List.of(rounding));
    }

    @Test
    void aCautionOfLowConfidenceSaysThatItIsNoMoreForThatReason() {
        assertEquals("low, so it is a caution at most", confidence(2, Confidence.LOW));
        assertEquals("medium", confidence(2, Confidence.MEDIUM));
        assertEquals("low", confidence(1, Confidence.LOW));
    }

    private static String confidence(int level, Confidence confidence) {
        FormFlag flag = new FormFlag(
                FlagName.TWIST_UNDER_LOAD,
                level,
                Metric.AXIAL_ROTATION_RANGE.jsonName(),
                13,
                7,
                "deg",
                20,
                confidence,
                5);
        return Evidence.of(flag, LimitNames.unnamed(FormLimits.NONE)).confidence();
    }
}
