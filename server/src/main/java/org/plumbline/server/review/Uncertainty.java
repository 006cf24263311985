package org.plumbline.server.review;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.web.Words;

/** How near the numbers of a table are to the true ones, in one sentence under it. */
final class Uncertainty {
    private Uncertainty() {}

    /** Of a list of sets. */
    static String ofSets() {
        Map<String, Metric> columns = new LinkedHashMap<>();
        columns.put("set.column.figure.lumbarFlexionPeakDeg", Metric.LUMBAR_FLEXION_PEAK);
        columns.put("set.column.twist", Metric.AXIAL_ROTATION_RANGE);
        return say(columns) + " " + Words.say("uncertainty.changes");
    }

    /**
     * Of the repetitions of a set.
     *
     * @param flexion whether the lumbar spine was seen
     */
    static String ofSet(ExerciseProfile profile, boolean flexion) {
        Map<String, Metric> columns = new LinkedHashMap<>();
        Metric figure = Metric.ofExercise(profile);
        if (flexion || !figure.needsTwoSensors()) {
            columns.put("set.column.figure." + figure.jsonName(), figure);
        }
        if (profile.isHold()) {
            columns.put("set.column.sag", Metric.HOLD_SAG);
        } else {
            if (flexion) {
                columns.put("set.column.gain", Metric.FLEXION_GAIN_LOADED);
            }
            columns.put("set.column.lean", Metric.TRUNK_INCLINATION_PEAK);
            columns.put("set.column.way-up", Metric.CONCENTRIC_DURATION);
            columns.put("set.column.speed", Metric.TRUNK_EXTENSION_SPEED);
        }
        if (flexion) {
            columns.put("set.column.twist", Metric.AXIAL_ROTATION_RANGE);
        }
        return say(columns);
    }

    private static String say(Map<String, Metric> columns) {
        return Words.say(
                "uncertainty.of",
                columns.entrySet().stream()
                        .map(column -> lowerCase(Words.say(column.getKey())) + " " + of(column.getValue()))
                        .collect(Collectors.joining(", ")));
    }

    private static String of(Metric metric) {
        @Nullable String known = MetricRow.uncertainty(metric, Double.NaN);
        return known == null ? Words.say("rep.uncertainty.unknown") : known;
    }

    private static String lowerCase(String label) {
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
