package org.plumbline.server.training;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;

/**
 * The words for one metric.
 *
 * @param name what a person calls it
 * @param sentence what is measured
 * @param finding what a repetition did that the metric tells, with a place for the value
 */
record MetricWords(String name, String sentence, String finding) {
    private static final Map<Metric, MetricWords> ALL = new EnumMap<>(Metric.class);
    private static final Map<String, Metric> BY_NAME = new HashMap<>();

    static {
        put(
                Metric.LUMBAR_FLEXION_PEAK,
                "Peak lumbar flexion",
                "The most the lower back bent forward, counted from your neutral stance.",
                "bent the lower back %s");
        put(
                Metric.PERCENT_OF_MAX_FLEXION,
                "Peak against your fullest bow",
                "Peak lumbar flexion as a share of your fullest slow bow.",
                "reached %s of your fullest bow");
        put(
                Metric.FLEXION_GAIN_LOADED,
                "Flexion gained after the lift began",
                "How much further the lower back bent on the way up than where the way up began.",
                "rounded %s after the lift began");
        put(
                Metric.FLEXION_DRIFT,
                "Peak flexion above your first reps",
                "Peak lumbar flexion against the middle one of your first reps.",
                "peaked %s above your first reps");
        put(
                Metric.BASELINE_DEVIATION,
                "Peak flexion above your usual",
                "Peak lumbar flexion against the reps you approved as your usual.",
                "peaked %s above your usual");
        put(
                Metric.LUMBAR_SHARE,
                "Share of the lower back",
                "How much of the way down came from the lower back, from 0 to 1.",
                "took a share of %s from the lower back");
        put(
                Metric.EARLY_TRUNK_PITCH,
                "Trunk lean gained early",
                "How far the trunk tipped forward in the first third of the way up.",
                "let the hips rise first, %s");
        put(
                Metric.TUCK,
                "Tuck at the bottom",
                "How much the lower back bent over the last part of the way down.",
                "tucked %s at the bottom");
        put(
                Metric.PELVIC_TUCK,
                "Pelvis tipping back at the bottom",
                "How far the pelvis tipped backwards over the last part of the way down.",
                "tipped the pelvis back %s at the bottom");
        put(
                Metric.AXIAL_ROTATION_RANGE,
                "Twist, peak to peak",
                "How far the ribs turned against the pelvis, from one side to the other.",
                "twisted %s under load");
        put(
                Metric.LATERAL_BEND_RANGE,
                "Side bend, peak to peak",
                "How far the ribs bent against the pelvis, from one side to the other.",
                "bent %s to the side");
        put(
                Metric.AXIAL_ROTATION_BIAS,
                "Twist held to one side",
                "Mean twist under load against the begin of the rep, to the left positive.",
                "stayed turned %s to one side");
        put(
                Metric.LATERAL_BEND_BIAS,
                "Side bend held to one side",
                "Mean side bend under load against the begin of the rep, to the right positive.",
                "stayed bent %s to one side");
        put(
                Metric.LUMBAR_FLEXION_RANGE,
                "Range of the lower back",
                "From the least to the most lumbar flexion of the rep.",
                "moved the lower back through %s");
        put(
                Metric.LOCKOUT_EXTENSION,
                "Leaning back at the top",
                "How far the lower back went behind your neutral stance near the top.",
                "leaned back %s at the top");
        put(
                Metric.CURVE_VARIABILITY,
                "Spread of the last reps",
                "How much the course of the last three reps varies, against your first reps.",
                "varied %s as much as your first reps");
        put(
                Metric.DEEP_FLEXION_TIME,
                "Time in deep flexion",
                "Time spent beyond 70 % of your fullest bow.",
                "spent %s in deep flexion");
        put(
                Metric.FLEXION_DOSE,
                "Load over time in deep flexion",
                "Time spent beyond 70 % of your fullest bow, times the load.",
                "added up %s in deep flexion");
        put(
                Metric.TRUNK_INCLINATION_PEAK,
                "Peak trunk lean",
                "The most the trunk leaned forward.",
                "leaned the trunk %s forward");
        put(
                Metric.TRUNK_INCLINATION_RANGE,
                "Range of the trunk",
                "From the least to the most trunk lean of the rep.",
                "moved the trunk through %s");
        put(
                Metric.PELVIS_TILT_RANGE,
                "Range of the pelvis",
                "From the least to the most forward tilt of the pelvis.",
                "tilted the pelvis through %s");
        put(
                Metric.TRUNK_LEAN_RANGE,
                "Sideways lean of the trunk",
                "How far the trunk leaned sideways against the vertical, from one side to the other.",
                "leaned %s sideways");
        put(
                Metric.TRUNK_TURN_RANGE,
                "Turn of the trunk",
                "How far the whole trunk turned about the vertical, hips included.",
                "turned the trunk %s");
        put(
                Metric.TRUNK_DEVIATION,
                "Trunk lean off your usual",
                "How far the largest trunk lean of the rep was from that of your approved reps.",
                "leaned %s off your usual");
        put(
                Metric.RANGE_LOSS,
                "Range missing",
                "How much less the rep covered than your first reps.",
                "covered %s less than your first reps");
        put(Metric.ECCENTRIC_DURATION, "Way down", "How long the way down took.", "took %s on the way down");
        put(Metric.CONCENTRIC_DURATION, "Way up", "How long the way up took.", "took %s on the way up");
        put(Metric.BOTTOM_DURATION, "Pause at the bottom", "How long the bottom was held.", "paused %s at the bottom");
        put(Metric.TOP_DURATION, "Pause at the top", "How long the top was held.", "paused %s at the top");
        put(Metric.HOLD_DURATION, "Hold", "How long the position was held.", "held for %s");
        put(
                Metric.HOLD_SAG,
                "Sag in the hold",
                "Largest change of the position from the first second of the hold.",
                "sagged %s in the hold");
        put(
                Metric.TRUNK_EXTENSION_SPEED,
                "Trunk speed on the way up",
                "Mean speed of the trunk over the middle of the way up. Not the speed of the bar.",
                "rose at %s");
        put(
                Metric.TRUNK_EXTENSION_PEAK_SPEED,
                "Peak trunk speed on the way up",
                "Largest speed of the trunk on the way up. Not the speed of the bar.",
                "rose at %s at most");
        put(
                Metric.TRUNK_SPEED_LOSS,
                "Trunk speed lost against your fastest rep",
                "How much slower the trunk came up than in your fastest rep of this set. Not the speed of the bar.",
                "rose %s slower than your fastest");
        put(
                Metric.SPARC_CONCENTRIC,
                "Smoothness of the way up",
                "Spectral arc length of the trunk's speed on the way up; further below zero is less smooth.",
                "had a smoothness of %s on the way up");
        put(
                Metric.SPARC_ECCENTRIC,
                "Smoothness of the way down",
                "Spectral arc length of the trunk's speed on the way down; further below zero is less smooth.",
                "had a smoothness of %s on the way down");
        put(
                Metric.LDLJ_CONCENTRIC,
                "Jerk of the way up",
                "Log dimensionless jerk of the trunk's speed on the way up; further below zero is less smooth.",
                "had a log jerk of %s on the way up");
        put(
                Metric.LDLJ_ECCENTRIC,
                "Jerk of the way down",
                "Log dimensionless jerk of the trunk's speed on the way down; further below zero is less smooth.",
                "had a log jerk of %s on the way down");
        put(
                Metric.SMOOTHNESS_LOSS,
                "Smoothness lost against your first reps",
                "How much less smooth the way up was, in units of the usual spread of your first reps.",
                "rose less smoothly than your first reps, by %s");
        put(
                Metric.YANK_INDEX,
                "Jerk at the start",
                "Largest acceleration at the start of the way up, against the middle one of this set.",
                "started %s as hard as usual in this set");
        put(
                Metric.START_ACCELERATION,
                "Acceleration at the start",
                "Largest acceleration of the trunk at the start of the way up.",
                "started with %s");
        put(
                Metric.FORM_DRIFT_INDEX,
                "Form change",
                "Largest change of any channel against your first reps; 1 is the edge of what can be told from noise.",
                "changed in form by %s what noise can explain");
    }

    private static void put(Metric metric, String name, String sentence, String finding) {
        ALL.put(metric, new MetricWords(name, sentence, finding));
        BY_NAME.put(metric.jsonName(), metric);
    }

    /** The words for the metric of that JSON name, or null where there is none such. */
    static @Nullable MetricWords of(String metric) {
        @Nullable Metric known = known(metric);
        return known == null ? null : ALL.get(known);
    }

    /** The metric of that JSON name, or null where this version has none such. */
    static @Nullable Metric known(String metric) {
        return BY_NAME.get(metric);
    }
}
