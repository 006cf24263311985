package org.plumbline.server.review.chart;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.RepetitionCurves;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.Metric;
import org.plumbline.server.training.FormChanges;
import org.plumbline.server.training.StoredRepetition;

/** Repetitions made up for tests: a hump of flexion, and flags as wanted. */
final class Repetitions {
    private Repetitions() {}

    static List<StoredRepetition> of(StoredRepetition... repetitions) {
        return List.of(repetitions);
    }

    /** The set as its charts see it, each repetition held against those before it. */
    static ChartedSet charted(
            String exercise, List<StoredRepetition> repetitions, List<double[]> approvedFlexionDeg, FormLimits limits) {
        return ChartedSet.of(exercise, repetitions, approvedFlexionDeg, limits, FormChanges.of(repetitions, null));
    }

    static StoredRepetition clean(int number, double peakDeg) {
        return repetition(number, peakDeg, List.of());
    }

    static StoredRepetition notAssessed(int number) {
        return repetition(number, Double.NaN, List.of());
    }

    /** With one more number, of which no flag speaks. */
    static StoredRepetition measured(int number, double peakDeg, Metric metric, double value) {
        return measured(clean(number, peakDeg), metric, value);
    }

    /** The same with one more number, of which none of its flags speaks. */
    static StoredRepetition measured(StoredRepetition one, Metric metric, double value) {
        Map<String, Double> metrics = new TreeMap<>(one.result().metrics());
        metrics.put(metric.jsonName(), value);
        return repetition(
                one.result().number(), one.curves(), metrics, one.result().flags());
    }

    /** As one sensor at the pelvis gives it. */
    static StoredRepetition blind(int number) {
        StoredRepetition seen = notAssessed(number);
        double[] nothing = seen.curves().lumbarFlexionDeg();
        return new StoredRepetition(seen.completedAt(), seen.result(), new RepetitionCurves(nothing, nothing));
    }

    /** As where the trunk's sensor was not heard on the way up. */
    static StoredRepetition withoutSpeed(int number, double peakDeg) {
        StoredRepetition whole = clean(number, peakDeg);
        Map<String, Double> metrics = new TreeMap<>(whole.result().metrics());
        metrics.remove(Metric.TRUNK_EXTENSION_SPEED.jsonName());
        metrics.remove(Metric.TRUNK_SPEED_LOSS.jsonName());
        return repetition(number, whole.curves(), metrics, List.of());
    }

    /** A hold from the second second on, whose sag grows to that much from its first second to its end; flagged where that is too much. */
    static StoredRepetition held(int number, double heldS, double sagDeg, double limitDeg) {
        double[] flexion = new double[RepetitionCurves.POINTS];
        double[] inclination = new double[RepetitionCurves.POINTS];
        double[] sag = new double[RepetitionCurves.POINTS];
        double startS = 100.0 * number;
        double endS = startS + heldS + 4;
        for (int i = 0; i < sag.length; i++) {
            double heldShare = i / (sag.length - 1.0);
            sag[i] = heldShare * heldS < 1 ? Double.NaN : sagDeg * heldShare;
        }
        Map<String, Double> metrics = new TreeMap<>();
        metrics.put(Metric.LUMBAR_FLEXION_PEAK.jsonName(), 0.4);
        metrics.put(Metric.HOLD_DURATION.jsonName(), heldS);
        metrics.put(Metric.HOLD_SAG.jsonName(), sagDeg);
        FormFlag flag = new FormFlag(
                FlagName.TRUNK_DEVIATION,
                2,
                Metric.HOLD_SAG.jsonName(),
                sagDeg,
                limitDeg,
                "deg",
                endS,
                Confidence.MEDIUM,
                4);
        AnalysisResult.Repetition result = new AnalysisResult.Repetition(
                number,
                1,
                startS,
                startS + 0.5,
                startS + 2,
                endS,
                2.0,
                0.1,
                1.5,
                heldS,
                metrics,
                List.of(),
                Map.of(),
                new AnalysisResult.RepetitionQuality("good", List.of()),
                sagDeg > limitDeg ? List.of(flag) : List.of());
        return new StoredRepetition(Instant.EPOCH, result, new RepetitionCurves(flexion, inclination, sag));
    }

    /** The same as a version stored it that did not keep the course of the sag. */
    static StoredRepetition ofBefore(StoredRepetition held) {
        RepetitionCurves curves = held.curves();
        return new StoredRepetition(
                held.completedAt(),
                held.result(),
                new RepetitionCurves(curves.lumbarFlexionDeg(), curves.trunkInclinationDeg()));
    }

    static StoredRepetition flagged(int number, double peakDeg, FlagName name, int level, double value) {
        return flagged(number, peakDeg, name, level, value, "deg");
    }

    static StoredRepetition flagged(int number, double peakDeg, FlagName name, int level, double value, String unit) {
        FormFlag flag =
                new FormFlag(name, level, metric(name).jsonName(), value, value - 1, unit, number, Confidence.HIGH, 4);
        return repetition(number, peakDeg, List.of(flag));
    }

    /** Flagged by what can hardly be trusted. */
    static StoredRepetition doubtfullyFlagged(int number, double peakDeg, FlagName name, int level, double value) {
        FormFlag flag =
                new FormFlag(name, level, metric(name).jsonName(), value, value - 1, "deg", number, Confidence.LOW, 4);
        return repetition(number, peakDeg, List.of(flag));
    }

    /** Beyond a limit that a therapist set to a metric. */
    static StoredRepetition limited(int number, double peakDeg, Metric metric, double value) {
        FormFlag flag = new FormFlag(
                FlagName.REHAB_LIMIT, 2, metric.jsonName(), value, value - 1, "deg", number, Confidence.HIGH, 4);
        return repetition(number, peakDeg, List.of(flag));
    }

    private static Metric metric(FlagName name) {
        return switch (name) {
            case ROUNDING_UNDER_LOAD -> Metric.FLEXION_GAIN_LOADED;
            case FLEXION_DRIFT -> Metric.FLEXION_DRIFT;
            case TWIST_UNDER_LOAD -> Metric.AXIAL_ROTATION_RANGE;
            case FORM_BREAKDOWN -> Metric.FORM_DRIFT_INDEX;
            case SPEED_LOSS -> Metric.TRUNK_SPEED_LOSS;
            default -> throw new IllegalArgumentException("no test speaks of " + name);
        };
    }

    private static StoredRepetition repetition(int number, double peakDeg, List<FormFlag> flags) {
        double[] flexion = new double[RepetitionCurves.POINTS];
        double[] inclination = new double[RepetitionCurves.POINTS];
        for (int i = 0; i < flexion.length; i++) {
            double hump = Math.sin(Math.PI * i / (flexion.length - 1));
            flexion[i] = peakDeg * hump;
            inclination[i] = 80 * hump;
        }
        if (Double.isNaN(peakDeg)) {
            Arrays.fill(flexion, Double.NaN);
        }
        Map<String, Double> metrics = new TreeMap<>();
        metrics.put(Metric.TRUNK_EXTENSION_SPEED.jsonName(), 62.0 - 1.8 * number);
        if (!Double.isNaN(peakDeg)) {
            metrics.put(Metric.LUMBAR_FLEXION_PEAK.jsonName(), peakDeg);
            metrics.put(Metric.FLEXION_GAIN_LOADED.jsonName(), 2.0);
            metrics.put(Metric.AXIAL_ROTATION_RANGE.jsonName(), 3.0);
            metrics.put(Metric.LATERAL_BEND_RANGE.jsonName(), 2.0);
            metrics.put(Metric.TRUNK_TURN_RANGE.jsonName(), 1.0);
        }
        metrics.put(Metric.TRUNK_SPEED_LOSS.jsonName(), 100 * 1.8 * (number - 1) / 60.2);
        flags.forEach(flag -> metrics.put(flag.metric(), flag.value()));
        return repetition(number, new RepetitionCurves(flexion, inclination), metrics, flags);
    }

    private static StoredRepetition repetition(
            int number, RepetitionCurves curves, Map<String, Double> metrics, List<FormFlag> flags) {
        double startS = 5.0 * number;
        AnalysisResult.Repetition result = new AnalysisResult.Repetition(
                number,
                1,
                startS,
                startS + 1,
                startS + 2,
                startS + 4,
                2.0,
                0.1,
                1.0,
                0.5,
                metrics,
                List.of(),
                Map.of(),
                new AnalysisResult.RepetitionQuality("good", List.of()),
                flags);
        return new StoredRepetition(Instant.EPOCH, result, curves);
    }
}
