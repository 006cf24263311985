package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.Reader;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormTrend;
import org.plumbline.core.form.RepetitionsLeft;
import org.plumbline.core.form.SignalDoubt;

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
    void whatSignalsAreNotGoodForIsStoredByItsNameAndReadWhereASentenceWasStoredToo() {
        AnalysisResult.RepetitionQuality all =
                new AnalysisResult.RepetitionQuality("poor", List.of(SignalDoubt.values()));
        String stored = StoredJson.write(all);
        assertTrue(stored.contains("\"UNCERTAIN_ANGLES\""), stored);
        assertEquals(all, StoredJson.read(stored, AnalysisResult.RepetitionQuality.class));
        assertEquals(all, StoredJson.read("""
                {"grade": "poor", "reasons": ["Samples are missing.", "The sensors' angles are uncertain.",
                 "The calibration is not good.", "The way up is too short to be measured.",
                 "A newer version found something against the signals that this one does not know."]}""", AnalysisResult.RepetitionQuality.class));
    }

    @Test
    void aDoubtThatANewerVersionWroteStaysADoubtAndTheSetReadable() {
        AnalysisResult result = StoredJson.read(
                OF_AN_EARLIER_VERSION.replace(
                        "\"flags\": []}],",
                        "\"flags\": [], \"quality\": {\"grade\": \"fair\","
                                + " \"reasons\": [\"MISSING_SAMPLES\", \"SENSOR_TOO_WARM\"]}}],"),
                AnalysisResult.class);
        AnalysisResult.Repetition repetition = result.repetitions().get(0);
        assertEquals(
                List.of(SignalDoubt.MISSING_SAMPLES, SignalDoubt.NOT_KNOWN_HERE),
                Assessment.doubts("deadlift", repetition));
        assertFalse(Assessment.isTrusted("deadlift", repetition));
    }

    @Test
    void whatIsSaidOfASetAsAWholeIsReadWithoutHoldingItsRepetitionsHoweverManyThereAre() {
        assertEquals(
                List.of(),
                StoredJson.readOverall(new StringReader(OF_AN_EARLIER_VERSION)).repetitions());
        int listed = OF_AN_EARLIER_VERSION.indexOf("\"repetitions\": [") + "\"repetitions\": [".length();
        String one = "{\"number\": 1, \"metrics\": {" + "\"lumbarFlexionPeakDeg\": 1, ".repeat(100) + "\"x\": 1}}, ";
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        AnalysisResult read = StoredJson.readOverall(new Repeated(
                OF_AN_EARLIER_VERSION.substring(0, listed), one, 20_000, OF_AN_EARLIER_VERSION.substring(listed)));
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertEquals(1, read.set().repetitionCount());
        assertTrue(allocated < 5_000_000, "of 60 MB were allocated " + allocated);
    }

    /** A text with a part that stands in it many times. */
    private static final class Repeated extends Reader {
        private final String head;
        private final String part;
        private final long parts;
        private final String tail;
        private long at;

        private Repeated(String head, String part, long parts, String tail) {
            this.head = head;
            this.part = part;
            this.parts = parts;
            this.tail = tail;
        }

        @Override
        public int read(char[] into, int offset, int length) {
            long middle = parts * part.length();
            int read = 0;
            while (read < length && at < head.length() + middle + tail.length()) {
                long inMiddle = at - head.length();
                into[offset + read] = inMiddle < 0
                        ? head.charAt((int) at)
                        : inMiddle < middle
                                ? part.charAt((int) (inMiddle % part.length()))
                                : tail.charAt((int) (inMiddle - middle));
                at++;
                read++;
            }
            return read == 0 ? -1 : read;
        }

        @Override
        public void close() {}
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
