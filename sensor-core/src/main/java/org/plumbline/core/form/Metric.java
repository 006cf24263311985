package org.plumbline.core.form;

/**
 * What is measured of a repetition. The numbers M… are those of {@code docs/reference/metrics-and-limits.md}, which has the
 * formulas; units stand in the names.
 *
 * <p>The minimal detectable change is the smallest change that a channel can tell from its noise, with where the number comes
 * from; NaN where nobody has measured it. The project's own test–retest will replace them.
 */
public enum Metric {
    /** M1: largest lumbar flexion, neutral removed. */
    LUMBAR_FLEXION_PEAK("lumbarFlexionPeakDeg", "deg", 9, Sources.TWO_LUMBAR_PARTS, true),
    /** M5: the same against the person's largest flexion. */
    PERCENT_OF_MAX_FLEXION("pctMaxFlexion", "%", Double.NaN, Sources.NOT_KNOWN, true),
    /** M6: largest lumbar flexion during the concentric phase against that at bar break. */
    FLEXION_GAIN_LOADED("flexionGainLoadedDeg", "deg", 4, Sources.HEURISTIC, true),
    /** M7: peak flexion against the median of the reference repetitions. */
    FLEXION_DRIFT("flexionDriftDeg", "deg", 9, Sources.TWO_LUMBAR_PARTS, true),
    /** M12: axial rotation, peak to peak over the repetition. */
    AXIAL_ROTATION_RANGE("axialRotationRangeDeg", "deg", 5, Sources.HEURISTIC, true),
    /** M12: lateral bend, peak to peak over the repetition. */
    LATERAL_BEND_RANGE("lateralBendRangeDeg", "deg", 5, Sources.HEURISTIC, true),
    /** M21: range of trunk inclination (of the one sensor in one-sensor mode). */
    TRUNK_INCLINATION_RANGE("trunkInclinationRangeDeg", "deg", Double.NaN, Sources.NOT_KNOWN, false),
    /** M21: range of pelvis tilt. */
    PELVIS_TILT_RANGE("pelvisTiltRangeDeg", "deg", Double.NaN, Sources.NOT_KNOWN, false),
    /** M15: mean speed of the trunk over the middle of the way up. Not bar speed. */
    TRUNK_EXTENSION_SPEED("trunkExtensionSpeedDegPerS", "deg/s", Double.NaN, Sources.NOT_KNOWN, false),
    /** M16: loss of that speed against the fastest repetition so far whose form had not changed. */
    TRUNK_SPEED_LOSS("trunkSpeedLossPercent", "%", 15, Sources.DURATION_OF_THE_WAY_UP, false);

    private static final class Sources {
        static final String TWO_LUMBAR_PARTS =
                "smallest true change 8° upper and 4° lower lumbar (Aasa 2019), together √(8² + 4²)";
        static final String HEURISTIC = "heuristic, until the project has its own test-retest";
        static final String DURATION_OF_THE_WAY_UP = "heuristic for the duration of the way up, which is as uncertain";
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

    /** Where the minimal detectable change comes from. */
    public String changeSource() {
        return changeSource;
    }

    /** Whether it speaks of the lumbar spine, which one sensor cannot see. */
    public boolean needsTwoSensors() {
        return needsTwoSensors;
    }
}
