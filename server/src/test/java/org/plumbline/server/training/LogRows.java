package org.plumbline.server.training;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.RepetitionCurves;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.SignalDoubt;
import org.plumbline.core.recording.RecordingHeader;

/** Sets, repetitions and flags made up for tests of the repositories. */
final class LogRows {
    private LogRows() {}

    /** A set of deadlifts at 100 kg that runs. */
    static TrainingSet running(UUID lifter, UUID session, Instant startedAt) {
        return running(lifter, session, startedAt, false);
    }

    /** The same, or one in which nobody lifts. */
    static TrainingSet running(UUID lifter, UUID session, Instant startedAt, boolean simulated) {
        return set(lifter, session, startedAt, false, simulated, 100.0);
    }

    static TrainingSet demo(UUID lifter, UUID session, Instant startedAt) {
        return set(lifter, session, startedAt, true, true, null);
    }

    private static TrainingSet set(
            UUID lifter, UUID session, Instant startedAt, boolean demo, boolean simulated, @Nullable Double loadKg) {
        return new TrainingSet(
                UUID.randomUUID(),
                lifter,
                session,
                "deadlift",
                demo ? null : "Pulls, “heavy”",
                SetSource.SENSORS,
                demo,
                simulated,
                SetState.RUNNING,
                startedAt,
                null,
                loadKg,
                new RecordingHeader("Pulls", "deadlift", null, loadKg, List.of(), List.of(), Map.of("gym", "Höhe")),
                null,
                KnownForm.NOTHING,
                null);
    }

    /** A repetition that bent the lower back so far; NaN where that was not seen. */
    static StoredRepetition repetition(int number, double peakDeg, FormFlag... flags) {
        double[] flexion = new double[RepetitionCurves.POINTS];
        double[] inclination = new double[RepetitionCurves.POINTS];
        Arrays.fill(flexion, peakDeg);
        Arrays.fill(inclination, 62.5);
        AnalysisResult.Repetition result = new AnalysisResult.Repetition(
                number,
                1,
                5.0 * number,
                5.0 * number + 1,
                null,
                5.0 * number + 4,
                2.0,
                0.1,
                1.0,
                null,
                Double.isNaN(peakDeg) ? Map.of() : Map.of(Metric.LUMBAR_FLEXION_PEAK.jsonName(), peakDeg),
                List.of(Metric.FLEXION_DRIFT.jsonName()),
                Map.of(Metric.FLEXION_DRIFT.jsonName(), "too_few_repetitions"),
                new AnalysisResult.RepetitionQuality("fair", List.of(SignalDoubt.MISSING_SAMPLES)),
                List.of(flags));
        return new StoredRepetition(
                Instant.parse("2026-03-02T17:00:00.123456Z").plusSeconds(number),
                result,
                new RepetitionCurves(flexion, inclination));
    }

    /** A hold whose sag is known at one point. */
    static StoredRepetition held(int number, double sagDeg) {
        StoredRepetition any = repetition(number, 2);
        RepetitionCurves curves = any.curves();
        return new StoredRepetition(
                any.completedAt(),
                any.result(),
                new RepetitionCurves(curves.lumbarFlexionDeg(), curves.trunkInclinationDeg(), new double[] {sagDeg}));
    }

    static FormFlag flag(FlagName name, int level) {
        return new FormFlag(
                name, level, Metric.FLEXION_GAIN_LOADED.jsonName(), 12.5, 8, "deg", 21.25, Confidence.HIGH, Double.NaN);
    }

    static AnalysisResult analysis(int repetitions) {
        return new AnalysisResult(
                new AnalysisResult.Recording("Pulls", "deadlift", "two-sensor", 60.5),
                new AnalysisResult.Software("0.1", "line-4"),
                new AnalysisResult.Quality(List.of(), List.of("Sensors moved once.")),
                new AnalysisResult.CalibrationSummary(
                        new AnalysisResult.Graded("good", null),
                        new AnalysisResult.Graded("fair", "one bow"),
                        new AnalysisResult.Graded("none", "no bow"),
                        null,
                        List.of()),
                List.of(),
                List.of(),
                new AnalysisResult.SetSummary(repetitions, List.of(), 18.0, null, null));
    }
}
