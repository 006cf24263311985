package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormTrend;
import org.plumbline.core.form.RepetitionsLeft;

class StoredJsonTest {
    private static final String OF_AN_EARLIER_VERSION = """
            {"recording": {"title": null, "exercise": "deadlift", "mode": "two-sensor", "durationS": 60},
             "software": {"version": "0.1", "algorithm": "line-3"}, "quality": {"sensors": [], "messages": ["So."]},
             "calibration": {"neutral": {"quality": "good"}, "maxFlexionDeg": 50.1, "messages": []},
             "repetitions": [{"number": 1, "startS": 1, "barBreakS": 2, "topS": null, "endS": 4, "metrics": {},
               "notAssessed": ["flexionDriftDeg"], "flags": []}],
             "set": {"repetitionCount": 1, "flags": [], "speedLossPercent": null, "formDriftIndex": null,
               "suggestStopAfter": null}}""";

    @Test
    void aResultOfAnEarlierVersionCanStillBeShown() {
        AnalysisResult result = StoredJson.read(OF_AN_EARLIER_VERSION, AnalysisResult.class);
        assertEquals(List.of(), result.setAside());
        assertEquals(List.of(), result.set().trends());
        assertNull(result.calibration().axis());
        AnalysisResult.Repetition repetition = result.repetitions().get(0);
        assertTrue(repetition.notAssessedBecause().isEmpty());
        assertEquals(List.of(), SetStory.of(result, null));
        assertEquals(
                "there is nothing yet to compare with",
                FormWords.whyNotAssessed(result, repetition, "flexionDriftDeg"));
    }

    @Test
    void aChangeThatNobodyHasMeasuredStaysUnknown() {
        FormFlag flag =
                new FormFlag(FlagName.MOMENTUM, 1, "yankIndex", 1.9, 1.8, "×", 1, Confidence.MEDIUM, Double.NaN);
        assertEquals(flag, StoredJson.read(StoredJson.write(flag), FormFlag.class));
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        AnalysisResult.SetSummary written = new AnalysisResult.SetSummary(
                8,
                List.of(),
                18.0,
                Double.NaN,
                7,
                6,
                List.of(6, 7, 8),
                new RepetitionsLeft(1, 3, "flexionDriftDeg"),
                null,
                List.of(new FormTrend("flexionDriftDeg", 1.5, Double.NaN, 2, 0.01, 8, Confidence.HIGH)));
        assertEquals(written, StoredJson.read(StoredJson.write(written), AnalysisResult.SetSummary.class));
    }
}
