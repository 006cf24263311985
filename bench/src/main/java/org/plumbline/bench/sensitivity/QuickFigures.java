package org.plumbline.bench.sensitivity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.IndexedRecording;
import org.plumbline.bench.form.LeanFigure;
import org.plumbline.bench.grid.ExerciseAccuracy;
import org.plumbline.bench.grid.ExerciseTally;
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
    static final int SETS = 60;

    private final Map<String, Figure> figures = new LinkedHashMap<>();

    @Override
    public Map<String, Figure> of(Path data) {
        figures.clear();
        addGrid(GridAccuracy.keptTallyOf(SETS));
        addExercises(ExerciseAccuracy.keptTally());
        try {
            addWithin(data, "choi squats exact", null, one -> one.dataSet().equals("squat_imu_choi"));
            addWithin(
                    data,
                    "flextail sets within the tolerance",
                    null,
                    one -> one.dataSet().equals("flextail_rectify"));
            addWithin(
                    data,
                    "walks without a repetition",
                    "deadlift",
                    one -> one.dataSet().equals("gait_L5_negative")
                            && one.file().endsWith("_walk_1.csv.gz"));
            LeanFigure lean = new LeanFigure(data);
            figures.put(
                    "lean told right",
                    Figure.count(lean.right(), lean.repetitions() + " real squats, judged one by one"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return figures;
    }

    private void addGrid(GridTally grid) {
        String sets = grid.sets() + " simulated sets";
        figures.put("grid: sets exact", Figure.count(grid.exact(), sets));
        figures.put("grid: faults found", Figure.count(grid.found(), grid.faulty() + " faulty repetitions"));
        figures.put("grid: false cautions", Figure.count(grid.falseCautions(), "the clean repetitions of " + sets));
        figures.put("grid: not assessed", Figure.count(grid.notAssessed(), "the clean repetitions of " + sets));
        figures.put("grid: flexion RMSE", Figure.angle(grid.flexionRmsDeg(), sets));
        figures.put("grid: rotation RMSE", Figure.angle(grid.rotationRmsDeg(), sets));
    }

    private void addExercises(ExerciseTally exercises) {
        String sets = exercises.sets() + " clean simulated sets, one of each exercise";
        figures.put("exercises: sets exact", Figure.count(exercises.exact(), sets));
        figures.put("exercises: repetitions with a caution", Figure.count(exercises.cautioned(), "those of " + sets));
    }

    private void addWithin(Path data, String name, @Nullable String exercise, Predicate<IndexedRecording> wanted)
            throws IOException {
        int within = 0;
        List<IndexedRecording> recordings = new ArrayList<>(IndexedRecording.readIndex(data));
        recordings.removeIf(one -> one.repetitions() < 0 || !wanted.test(one));
        for (IndexedRecording recording : recordings) {
            int count = RecordingAnalysis.analyze(
                            () -> RecordingReader.open(data.resolve(recording.file())), exercise, new FormListener() {})
                    .result()
                    .set()
                    .repetitionCount();
            within += Math.abs(count - recording.repetitions()) <= recording.tolerance() ? 1 : 0;
        }
        figures.put(name, Figure.count(within, recordings.size() + " recordings"));
    }
}
