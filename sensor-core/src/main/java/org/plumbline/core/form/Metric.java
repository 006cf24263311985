package org.plumbline.core.form;

import java.util.Arrays;
import java.util.Optional;
import org.plumbline.core.repetition.ExerciseProfile;

/**
 * What is measured of a repetition. The numbers M… are those of {@code docs/reference/metrics-and-limits.md}, which has the
 * formulas; units stand in the names.
 *
 * <p>The minimal detectable change is the smallest change that a channel can tell from its noise, with where the number comes
 * from; NaN where nobody has measured it. The project's own test–retest will replace them.
 */
public enum Metric {
    /** M1: largest lumbar flexion of the loaded part, neutral removed. */
    LUMBAR_FLEXION_PEAK("lumbarFlexionPeakDeg", "deg", 9, Sources.TWO_LUMBAR_PARTS, true),
    /** M5: the same against the person's largest flexion. */
    PERCENT_OF_MAX_FLEXION("pctMaxFlexion", "%", Double.NaN, Sources.NOT_KNOWN, true),
    /** M6: largest lumbar flexion during the concentric phase against that at bar break. */
    FLEXION_GAIN_LOADED("flexionGainLoadedDeg", "deg", 4, Sources.HEURISTIC, true),
    /** M7: peak flexion against the median of the reference repetitions. */
    FLEXION_DRIFT("flexionDriftDeg", "deg", 9, Sources.TWO_LUMBAR_PARTS, true),
    /** F4: peak flexion above the person's own baseline. */
    BASELINE_DEVIATION("baselineDeviationDeg", "deg", 9, Sources.TWO_LUMBAR_PARTS, true),
    /** M9: share of the lumbar spine in the way of the trunk over the lowering, 0 to 1. */
    LUMBAR_SHARE("lumbarContribution", "", 0.12, Sources.LUMBAR_SHARE, true),
    /** M10: trunk inclination gained in the first third of the concentric phase. */
    EARLY_TRUNK_PITCH("earlyTrunkPitchDeg", "deg", 5, Sources.HEURISTIC, false),
    /** M11: lumbar flexion at the bottom against that at 70 % of the descent. */
    TUCK("tuckDeg", "deg", 4, Sources.HEURISTIC, true),
    /** The same seen by the pelvis alone: how far it tips backwards between 70 % of the descent and the bottom. */
    PELVIC_TUCK("pelvicTuckDeg", "deg", 4, Sources.HEURISTIC, false),
    /** M12: axial rotation, peak to peak over the loaded part. */
    AXIAL_ROTATION_RANGE("axialRotationRangeDeg", "deg", 5, Sources.HEURISTIC, true),
    /** M12: lateral bend, peak to peak over the loaded part. */
    LATERAL_BEND_RANGE("lateralBendRangeDeg", "deg", 5, Sources.HEURISTIC, true),
    /** M13: mean axial rotation of the loaded part against the begin of the repetition, to the left positive. */
    AXIAL_ROTATION_BIAS("axialRotationBiasDeg", "deg", 5, Sources.HEURISTIC, true),
    /** M13: mean lateral bend of the loaded part against the begin of the repetition, to the right positive. */
    LATERAL_BEND_BIAS("lateralBendBiasDeg", "deg", 5, Sources.HEURISTIC, true),
    /** M21: lumbar flexion, most less least over the loaded part. */
    LUMBAR_FLEXION_RANGE("lumbarFlexionRangeDeg", "deg", 9, Sources.TWO_LUMBAR_PARTS, true),
    /** Lumbar extension beyond neutral in the upper half of the way up and at the top, at least 0. */
    LOCKOUT_EXTENSION("lockoutExtensionDeg", "deg", 4, Sources.HEURISTIC, true),
    /** M20: spread of the last three time-normalised lumbar curves against that of the reference repetitions. */
    CURVE_VARIABILITY("curveVariability", "×", Double.NaN, Sources.NOT_KNOWN, true),
    /** M22: time beyond 70 % of the person's largest flexion, over the loaded part. */
    DEEP_FLEXION_TIME("deepFlexionS", "s", Double.NaN, Sources.NOT_KNOWN, true),
    /** M22: that time times the load. */
    FLEXION_DOSE("flexionDoseKgS", "kg·s", Double.NaN, Sources.NOT_KNOWN, true),
    /** M8: largest trunk inclination (of the one sensor in one-sensor mode). */
    TRUNK_INCLINATION_PEAK("trunkInclinationPeakDeg", "deg", 5, Sources.HEURISTIC, false),
    /** M21: range of trunk inclination (of the one sensor in one-sensor mode). */
    TRUNK_INCLINATION_RANGE("trunkInclinationRangeDeg", "deg", 5, Sources.HEURISTIC, false),
    /** M21: range of pelvis tilt. */
    PELVIS_TILT_RANGE("pelvisTiltRangeDeg", "deg", 5, Sources.HEURISTIC, false),
    /** Range of the sideways lean of the trunk against gravity over the loaded part. */
    TRUNK_LEAN_RANGE("trunkLateralLeanRangeDeg", "deg", 5, Sources.HEURISTIC, false),
    /** Range of the turn of the trunk about the vertical over the loaded part: integrated rate, so for one repetition only. */
    TRUNK_TURN_RANGE("trunkTurnRangeDeg", "deg", 5, Sources.HEURISTIC, false),
    /** Departure of the trunk's largest inclination from that of the approved repetitions, to either side. */
    TRUNK_DEVIATION("trunkDeviationDeg", "deg", 5, Sources.HEURISTIC, false),
    /** M21 against the reference: range missing, in percent of the reference's. */
    RANGE_LOSS("rangeLossPercent", "%", 10, Sources.HEURISTIC, false),
    /** M14: duration of the way down. */
    ECCENTRIC_DURATION("eccentricDurationS", "s", 0.2, Sources.DURATION, false),
    /** M14: duration of the way up. */
    CONCENTRIC_DURATION("concentricDurationS", "s", 0.2, Sources.DURATION, false),
    /** M14: dwell at the bottom. */
    BOTTOM_DURATION("bottomDurationS", "s", 0.2, Sources.DURATION, false),
    /** M14: dwell at the top. */
    TOP_DURATION("topDurationS", "s", 0.2, Sources.DURATION, false),
    /** Duration of a hold. */
    HOLD_DURATION("holdS", "s", 0.5, Sources.DURATION, false),
    /** Sag of a hold: largest departure of the held posture from its first second. */
    HOLD_SAG("holdSagDeg", "deg", 4, Sources.HEURISTIC, false),
    /** M15: mean speed of the trunk over the middle of the way up. Not bar speed. */
    TRUNK_EXTENSION_SPEED("trunkExtensionSpeedDegPerS", "deg/s", Double.NaN, Sources.NOT_KNOWN, false),
    /** M15: largest speed of the trunk on the way up. */
    TRUNK_EXTENSION_PEAK_SPEED("trunkExtensionPeakSpeedDegPerS", "deg/s", Double.NaN, Sources.NOT_KNOWN, false),
    /** M16: loss of that speed against the fastest repetition so far whose form had not changed. */
    TRUNK_SPEED_LOSS("trunkSpeedLossPercent", "%", 15, Sources.DURATION_OF_THE_WAY_UP, false),
    /** M17: spectral arc length of the angular speed on the way up; more negative is less smooth. */
    SPARC_CONCENTRIC("sparcConcentric", "", 0.3, Sources.HEURISTIC, false),
    /** M17: the same on the way down. */
    SPARC_ECCENTRIC("sparcEccentric", "", 0.3, Sources.HEURISTIC, false),
    /** M17: log dimensionless jerk of the angular speed on the way up; more negative is less smooth. */
    LDLJ_CONCENTRIC("ldljConcentric", "", 0.6, Sources.HEURISTIC, false),
    /** M17: the same on the way down. */
    LDLJ_ECCENTRIC("ldljEccentric", "", 0.6, Sources.HEURISTIC, false),
    /** M17 against the reference: how many of its standard deviations the way up is less smooth. */
    SMOOTHNESS_LOSS("smoothnessLoss", "SD", Double.NaN, Sources.NOT_KNOWN, false),
    /** M18: peak angular acceleration in the first fifth of the way up, against the median of the set. */
    YANK_INDEX("yankIndex", "×", Double.NaN, Sources.NOT_KNOWN, false),
    /** M18 and M19 rest on it: peak angular acceleration in the first fifth of the way up. */
    START_ACCELERATION("startAccelerationDegPerS2", "deg/s²", Double.NaN, Sources.NOT_KNOWN, false),
    /**
     * M23: how far form is beyond its reference for the worse, in units of what its channels can tell: two of them at once, or one
     * twice running.
     */
    FORM_DRIFT_INDEX("formDriftIndex", "×", Double.NaN, Sources.NOT_KNOWN, false);

    private static final class Sources {
        static final String TWO_LUMBAR_PARTS =
                "smallest true change 8° upper and 4° lower lumbar (Aasa 2019), together √(8² + 4²)";
        static final String HEURISTIC = "heuristic, until the project has its own test-retest";
        static final String DURATION_OF_THE_WAY_UP = "heuristic for the duration of the way up, which is as uncertain";
        static final String LUMBAR_SHARE = "MDC90 of 8 to 15 % (Laird 2016)";
        static final String DURATION = "heuristic: starts and ends are found to about 0.1 s";
        static final String NOT_KNOWN = "not known";
    }

    private final String jsonName;
    private final String unit;
    private final double minimalDetectableChange;
    private final String changeSource;
    private final boolean needsTwoSensors;

    Metric(String jsonName, String unit, double minimalDetectableChange, String changeSource, boolean needsTwoSensors) {
        this.jsonName = jsonName;
        this.unit = unit;
        this.minimalDetectableChange = minimalDetectableChange;
        this.changeSource = changeSource;
        this.needsTwoSensors = needsTwoSensors;
    }

    /** What a repetition of an exercise is known by: its headline, and its figure in lists. */
    public static Metric ofExercise(ExerciseProfile profile) {
        if (profile.isHold()) {
            return HOLD_DURATION;
        }
        if (profile.part() == ExerciseProfile.Part.PELVIS) {
            return PELVIS_TILT_RANGE;
        }
        return profile.isTowardExtension() ? LOCKOUT_EXTENSION : LUMBAR_FLEXION_PEAK;
    }

    /** The metric of that name in JSON, or empty. */
    public static Optional<Metric> ofJsonName(String name) {
        return Arrays.stream(values())
                .filter(metric -> metric.jsonName.equals(name))
                .findFirst();
    }

    /** Name in JSON and the database. */
    public String jsonName() {
        return jsonName;
    }

    public String unit() {
        return unit;
    }

    /** Smallest change that is not noise, in {@link #unit}; NaN where not known. */
    public double minimalDetectableChange() {
        return minimalDetectableChange;
    }

    /**
     * The same for a person.
     *
     * @param maxFlexionDeg their largest lumbar flexion, degrees; NaN where not known
     */
    public double minimalDetectableChange(double maxFlexionDeg) {
        switch (this) {
            case PERCENT_OF_MAX_FLEXION:
                return 100 * LUMBAR_FLEXION_PEAK.minimalDetectableChange / maxFlexionDeg;
            case FORM_DRIFT_INDEX:
                // the index counts in smallest changes
                return 1;
            default:
                return minimalDetectableChange;
        }
    }

    /**
     * How near the true value is to one reading in 19 of 20. A detectable change is between two readings and wider by the square
     * root of two (Weir 2005). NaN where the change is not known.
     */
    public static double uncertaintyOfReading(double minimalDetectableChange) {
        return minimalDetectableChange / Math.sqrt(2);
    }

    /** Where the minimal detectable change comes from. */
    public String changeSource() {
        return changeSource;
    }

    /** Whether it speaks of the lumbar spine, which one sensor cannot see. */
    public boolean needsTwoSensors() {
        return needsTwoSensors;
    }

    /** Whether it is the duration of a part of a repetition, which a tempo can be asked of. */
    public boolean isOfTempo() {
        return this == ECCENTRIC_DURATION
                || this == BOTTOM_DURATION
                || this == CONCENTRIC_DURATION
                || this == TOP_DURATION;
    }

    /** Whether it says how far from neutral the lumbar spine is, and not only how that changes. */
    public boolean restsOnNeutral() {
        return this == LUMBAR_FLEXION_PEAK
                || this == PERCENT_OF_MAX_FLEXION
                || this == LOCKOUT_EXTENSION
                || this == DEEP_FLEXION_TIME
                || this == FLEXION_DOSE;
    }
}
