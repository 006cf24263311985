package org.plumbline.server.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.SignalDoubt;
import org.plumbline.core.repetition.SetAside;
import tools.jackson.databind.JsonNode;

class AnalysisJsonTest {
    private static AnalysisResult result() {
        FormFlag flag = new FormFlag(
                FlagName.ROUNDING_UNDER_LOAD, 2, "flexionGainLoadedDeg", 12.5, 8, "deg", 33.25, Confidence.MEDIUM, 4);
        FormFlag unmeasured =
                new FormFlag(FlagName.MOMENTUM, 1, "yankIndex", 1.9, 1.8, "×", 35, Confidence.MEDIUM, Double.NaN);
        return new AnalysisResult(
                new AnalysisResult.Recording("Dritter Satz, Rücken", "deadlift", "two-sensor", 61.138217999999995),
                new AnalysisResult.Software("0.1.0", "1"),
                new AnalysisResult.Quality(
                        List.of(new AnalysisResult.SensorQuality(
                                "pelvis", 99.9, 0.5, List.of(List.of(1.0, 2.5)), 3, null)),
                        List.of("no sensor was still")),
                new AnalysisResult.CalibrationSummary(
                        new AnalysisResult.Graded("good", null),
                        new AnalysisResult.Graded("fair", "Bow straight forward."),
                        new AnalysisResult.Graded("none", null),
                        Double.NaN,
                        List.of()),
                List.of(new AnalysisResult.Repetition(
                        1,
                        1,
                        30,
                        33,
                        null,
                        35,
                        1.5,
                        0.2,
                        1.1,
                        Double.POSITIVE_INFINITY,
                        Map.of("lumbarFlexionPeakDeg", 41.5),
                        List.of("axialRotationRangeDeg"),
                        Map.of("axialRotationRangeDeg", "uncertain"),
                        new AnalysisResult.RepetitionQuality("fair", List.of(SignalDoubt.MISSING_SAMPLES)),
                        List.of(flag, unmeasured))),
                List.of(new SetAside(40, 43, "It stands alone.")),
                new AnalysisResult.SetSummary(1, List.of(), 12.0, null, 4));
    }

    @Test
    void everyFieldStandsUnderItsName() {
        JsonNode json = AnalysisJson.mapper().readTree(AnalysisJson.write(result()));

        assertEquals(
                List.of(
                        "recording",
                        "software",
                        "quality",
                        "calibration",
                        "repetitions",
                        "setAside",
                        "unfinished",
                        "set"),
                List.copyOf(json.propertyNames()));
        assertEquals("Dritter Satz, Rücken", json.at("/recording/title").asString());
        assertEquals("61.138218", json.at("/recording/durationS").asString());
        assertEquals(2.5, json.at("/quality/sensors/0/gaps/0/1").asDouble());
        assertEquals(3, json.at("/quality/sensors/0/clipped").asInt());
        assertEquals("good", json.at("/calibration/neutral/quality").asString());
        assertEquals(
                41.5, json.at("/repetitions/0/metrics/lumbarFlexionPeakDeg").asDouble());
        assertEquals(
                "uncertain",
                json.at("/repetitions/0/notAssessedBecause/axialRotationRangeDeg")
                        .asString());
        assertEquals("fair", json.at("/repetitions/0/quality/grade").asString());
        assertEquals(
                "Samples are missing.",
                json.at("/repetitions/0/quality/reasons/0").asString());
        assertEquals(
                "rounding_under_load", json.at("/repetitions/0/flags/0/flag").asString());
        assertEquals("medium", json.at("/repetitions/0/flags/0/confidence").asString());
        assertEquals(4, json.at("/set/suggestStopAfter").asInt());
    }

    @Test
    void whatIsNotKnownIsNullAndNeverNaN() {
        String text = AnalysisJson.write(result());
        JsonNode json = AnalysisJson.mapper().readTree(text);

        for (String path : List.of(
                "/quality/sensors/0/restAccelerationMs2",
                "/calibration/maxFlexionDeg",
                "/repetitions/0/topS",
                "/repetitions/0/topHoldS",
                "/repetitions/0/flags/1/minimalDetectableChange",
                "/set/formDriftIndex")) {
            assertTrue(json.at(path).isNull(), path);
        }
        assertFalse(text.contains("NaN") || text.contains("Infinity"), text);
    }

    @Test
    void nothingButAsciiIsWrittenSoThatNoConsoleSpoilsIt() {
        assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(AnalysisJson.write(result())));
    }
}
