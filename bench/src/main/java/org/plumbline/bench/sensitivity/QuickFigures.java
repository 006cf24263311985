package org.plumbline.bench.sensitivity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.IndexedRecording;
import org.plumbline.bench.form.LeanAccuracy;
import org.plumbline.bench.grid.GridAccuracy;
import org.plumbline.bench.grid.GridTally;
import org.plumbline.core.FormListener;
import org.plumbline.core.RecordingAnalysis;
import org.plumbline.core.recording.RecordingReader;

/**
 * A part of every benchmark, small enough to be run hundreds of times. Made by name, in the class loader of its core.
 */
public final class QuickFigures implements SetFigures {
    /** Sets of the grid: every fault, exercise and condition is among so many. */
    private static final int SETS = 60;

    @Override
    public Map<String, Double> of(Path data) {
        Map<String, Double> figures = new LinkedHashMap<>();
        GridTally grid = GridAccuracy.tallyOf(SETS);
        figures.put("grid: sets exact, %", grid.exactPercent());
        figures.put("faults found, %", grid.foundPercent());
        figures.put("false cautions, %", grid.falsePercent());
        figures.put("flexion RMSE, °", grid.flexionRmsDeg());
        figures.put("rotation RMSE, °", grid.rotationRmsDeg());
        try {
            figures.put("choi sets exact", (double) within(data, "squat_imu_choi", null));
            figures.put("flextail sets within", (double) within(data, "flextail_rectify", null));
            figures.put("walks without a repetition", (double) within(data, "gait_L5_negative", "deadlift"));
            figures.put("lean, balanced accuracy", new LeanAccuracy(data, System.out).meanAtProductLimit());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return figures;
    }

    private static int within(Path data, String dataSet, @Nullable String exercise) throws IOException {
        int within = 0;
        for (IndexedRecording recording : IndexedRecording.readIndex(data)) {
            if (recording.dataSet().equals(dataSet) && recording.repetitions() >= 0) {
                int count = RecordingAnalysis.analyze(
                                () -> RecordingReader.open(data.resolve(recording.file())),
                                exercise,
                                new FormListener() {})
                        .result()
                        .set()
                        .repetitionCount();
                within += Math.abs(count - recording.repetitions()) <= recording.tolerance() ? 1 : 0;
            }
        }
        return within;
    }
}
