package org.plumbline.core.spine;

import org.plumbline.core.calibration.SensorToSegment;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.orientation.Quaternions;

/** What one sensor tells of its body segment at one tick: its orientation, how it turns, and the force on the sensor. */
final class SegmentMotion {
    private final double[] toSegment = new double[4];
    private final double[] toSensor = new double[4];

    /** Segment to the sensor's earth frame, {@code [w, x, y, z]}. */
    final double[] orientation = new double[4];

    /** Angular rate in segment axes, rad/s. */
    final double[] angularRate = new double[3];

    /** Specific force at the sensor in the sensor's earth frame, m/s². */
    final double[] specificForce = new double[3];

    SegmentMotion(SensorToSegment sensor) {
        sensor.copyTo(toSegment);
        Quaternions.conjugate(toSegment, toSensor);
    }

    void set(OrientationTick tick, int sensor) {
        Quaternions.multiply(tick.orientation[sensor], toSensor, orientation);
        Quaternions.rotate(toSegment, tick.angularRate[sensor], angularRate);
        System.arraycopy(tick.specificForce[sensor], 0, specificForce, 0, 3);
    }
}
