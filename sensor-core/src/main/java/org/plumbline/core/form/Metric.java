package org.plumbline.core.form;

/**
 * What is measured of a repetition. Definitions carry the numbers of the metric catalogue; units stand in the names.
 *
 * <p>The minimal detectable change is the smallest change that the channel can tell from its noise: the default of the
 * catalogue until the project has its own test–retest data.
 */
public enum Metric {
    /** M1: largest lumbar flexion, neutral removed. */
    LUMBAR_FLEXION_PEAK("lumbarFlexionPeakDeg", "deg", 9, true),
    /** M5: the same against the person's largest flexion. */
    PERCENT_OF_MAX_FLEXION("pctMaxFlexion", "%", 18, true),
    /** M6: largest lumbar flexion during the concentric phase against that at bar break. */
    FLEXION_GAIN_LOADED("flexionGainLoadedDeg", "deg", 4, true),
    /** M7: peak flexion against the median of the reference repetitions. */
    FLEXION_DRIFT("flexionDriftDeg", "deg", 9, true),
    /** M12: axial rotation, peak to peak in the loaded part. */
    AXIAL_ROTATION_RANGE("axialRotationRangeDeg", "deg", 5, true),
    /** M12: lateral bend, peak to peak in the loaded part. */
    LATERAL_BEND_RANGE("lateralBendRangeDeg", "deg", 5, true),
    /** M21: range of trunk inclination (of the one sensor in one-sensor mode). */
    TRUNK_INCLINATION_RANGE("trunkInclinationRangeDeg", "deg", 4, false),
    /** M21: range of pelvis tilt. */
    PELVIS_TILT_RANGE("pelvisTiltRangeDeg", "deg", 4, false),
    /** M15: mean speed of the trunk on the way up. Not bar speed. */
    TRUNK_EXTENSION_SPEED("trunkExtensionSpeedDegPerS", "deg/s", 6, false),
    /** M16: loss of that speed against the fastest repetition so far. */
    TRUNK_SPEED_LOSS("trunkSpeedLossPercent", "%", 10, false);

    private final String jsonName;
    private final String unit;
    private final double minimalDetectableChange;
    private final boolean needsTwoSensors;

    Metric(String jsonName, String unit, double minimalDetectableChange, boolean needsTwoSensors) {
        this.jsonName = jsonName;
        this.unit = unit;
        this.minimalDetectableChange = minimalDetectableChange;
        this.needsTwoSensors = needsTwoSensors;
    }

    /** Name in JSON and the database. */
    public String jsonName() {
        return jsonName;
    }

    public String unit() {
        return unit;
    }

    /** Smallest change that is not noise, in {@link #unit}. */
    public double minimalDetectableChange() {
        return minimalDetectableChange;
    }

    /** Whether it speaks of the lumbar spine, which one sensor cannot see. */
    public boolean needsTwoSensors() {
        return needsTwoSensors;
    }
}
