package org.plumbline.core.plausibility;

import org.plumbline.core.imu.SensorPlacement;

/** What a stream of samples cannot be if the sensor is sound and set up rightly. */
public enum Implausibility {
    /** The gyroscope says the opposite of what gravity shows. */
    MIRRORED(
            true,
            "seems to have mirrored axes or a gyroscope of the wrong sign: it feels gravity turn the other way than it says"
                    + " that it turns",
            "Look at its orientation setting, or use another sensor."),
    /** The gyroscope does not say what gravity shows. */
    PERMUTED(
            true,
            "seems to have interchanged axes or a dead gyroscope: how it says that it turns does not fit how it feels gravity"
                    + " turn",
            "Look at its orientation setting, or use another sensor."),
    /** Degrees per second came as radians per second. */
    DEGREES_AS_RADIANS(
            true,
            "sends its angular rate in degrees where radians are expected",
            "Choose the right kind of sensor, or correct the unit of the file."),
    /** Radians per second were taken for degrees per second. */
    RADIANS_AS_DEGREES(
            true,
            "sends an angular rate that is some fifty times too small, as radians taken for degrees are",
            "Choose the right kind of sensor, or correct the unit of the file."),
    /** The specific force comes in g. */
    FORCE_IN_G(
            true,
            "measures about 1 where gravity is 9.81 m/s²: it sends acceleration in g",
            "Choose the right kind of sensor, or correct the unit of the file."),
    /** Gravity at rest has the wrong size. */
    REST_FORCE(
            true,
            "measures another gravity than 9.81 m/s²: its unit or its scale is wrong",
            "Calibrate its accelerometer, or use another sensor."),
    /** At rest it says that it turns. */
    REST_RATE(
            false,
            "says at rest that it turns, by more than 6°/s",
            "Lay it on a table until it has calibrated its gyroscope, or switch it off and on."),
    /** One axis or more repeat one value while the sensor moves. */
    STUCK(
            false,
            "repeats one value on an axis while it moves",
            "Switch it off and on; if that does not help, use another sensor."),
    /** Too many samples are at the end of the range. */
    SATURATED(
            false,
            "is at the end of its range too often",
            "Set it to a larger range (±8 g and ±1000°/s are enough), or fix it more firmly."),
    /** Samples come faster or slower than was agreed. */
    RATE(
            false,
            "sends at another rate than it was set to, so that its clock or its setting is wrong",
            "Switch it off and on, and connect it anew.");

    private final boolean fromTheStart;
    private final String what;
    private final String remedy;

    Implausibility(boolean fromTheStart, String what, String remedy) {
        this.fromTheStart = fromTheStart;
        this.what = what;
        this.remedy = remedy;
    }

    /** Whether it was so before it was found: a unit or a sign does not change on the way. */
    public boolean isFromTheStart() {
        return fromTheStart;
    }

    /** What it is, of which sensor, what follows and what to do, in plain words. */
    public String message(SensorPlacement placement) {
        return "The sensor " + placement.fileName() + " " + what + ". Its angles are not assessed. " + remedy;
    }
}
