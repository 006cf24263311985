package org.plumbline.core.calibration;

import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.orientation.Quaternions;

/** How far the sensors lean from where they were as the person stood: what bows are seen by. */
final class BowLean {
    private final double[][] neutralUp;
    private final double[] up = new double[3];
    private double furthestDeg;
    private double differenceDeg;

    BowLean(int sensorCount) {
        neutralUp = new double[sensorCount][3];
    }

    void standAt(NeutralPose neutral) {
        for (int i = 0; i < neutralUp.length; i++) {
            neutral.upOf(i, neutralUp[i]);
        }
    }

    void read(OrientationTick tick) {
        furthestDeg = leanDeg(tick, neutralUp.length - 1);
        differenceDeg = 0;
        if (neutralUp.length == 2) {
            // the thorax leans further, whatever the sensors are called
            double lower = leanDeg(tick, 0);
            differenceDeg = Math.abs(furthestDeg - lower);
            furthestDeg = Math.max(furthestDeg, lower);
        }
    }

    private double leanDeg(OrientationTick tick, int sensor) {
        Quaternions.upInFrame(tick.orientation[sensor], up);
        return Verticals.angleDeg(up, neutralUp[sensor]);
    }

    /** Lean of the sensor that leans further, degrees. */
    double furthestDeg() {
        return furthestDeg;
    }

    /** By how much it leans further than the other one, degrees; 0 where there is none. */
    double differenceDeg() {
        return differenceDeg;
    }
}
