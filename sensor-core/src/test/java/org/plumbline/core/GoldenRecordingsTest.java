package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plumbline.core.recording.RecordingReader;
import org.plumbline.core.testing.ValidationData;

/** Recordings of real people: every one is analysed, and the counts stay as good as they have been. */
class GoldenRecordingsTest {
    /** Recordings of each data set and exercise whose repetitions are found to within the data set's tolerance, at the least. */
    private static final Map<String, Integer> FLOOR = Map.of(
            "flextail_rectify deadlift", 4,
            "flextail_rectify squat", 2,
            "squat_imu_choi squat", 26,
            "gait_L5_negative walking", 46,
            "cmu_mbl_imu_exercise squat", 5);

    @Test
    void everyRecordingOfARealTrunkIsAnalysedAndTheCountsStayAsGood() throws IOException {
        Path folder = ValidationData.folder();
        Map<String, Integer> right = new TreeMap<>();
        Map<String, Integer> of = new TreeMap<>();
        int analysed = 0;
        for (Map<String, String> row : ValidationData.index()) {
            String sensors = row.get("sensors");
            if (!sensors.matches(".*(pelvis|lumbar|thorax).*")) {
                continue;
            }
            AnalysisResult result = analyze(folder.resolve(row.get("file")), row.get("exercise"));
            analysed++;
            assertEquals(result.repetitions().size(), result.set().repetitionCount(), row.get("file"));
            if (!row.get("reps").isEmpty()) {
                String group = row.get("dataset") + " " + row.get("exercise");
                int missed = Math.abs(result.set().repetitionCount() - Integer.parseInt(row.get("reps")));
                of.merge(group, 1, Integer::sum);
                right.merge(group, missed <= Integer.parseInt(row.get("tolerance")) ? 1 : 0, Integer::sum);
            }
        }
        assertTrue(analysed > 100, "only " + analysed + " recordings");
        for (Map.Entry<String, Integer> floor : FLOOR.entrySet()) {
            assertTrue(
                    right.getOrDefault(floor.getKey(), 0) >= floor.getValue(),
                    () -> floor.getKey() + ": " + right.get(floor.getKey()) + " of " + of.get(floor.getKey())
                            + " counted right, but " + floor.getValue() + " were");
        }
    }

    private static AnalysisResult analyze(Path file, String exercise) throws IOException {
        RecordingAnalysis.Outcome outcome =
                RecordingAnalysis.analyze(() -> RecordingReader.open(file), exercise, new FormListener() {});
        assertEquals(null, outcome.malformed(), file.getFileName().toString());
        return outcome.result();
    }
}
