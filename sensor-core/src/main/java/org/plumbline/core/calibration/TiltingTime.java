package org.plumbline.core.calibration;

import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.orientation.Quaternions;

/** For how long a sensor has been tilting: who moves so much does not stand, and shows the bending axis. */
final class TiltingTime {
    /** Tilting faster than this is movement, degrees per second. */
    private static final double MOVING_DEG_PER_S = 15;

    private final int sensor;
    private final double[] up = new double[3];
    private final double[] previousUp = new double[3];
    private boolean begun;
    private double seconds;

    TiltingTime(int sensor) {
        this.sensor = sensor;
    }

    void accept(OrientationTick tick) {
        Quaternions.upInFrame(tick.orientation[sensor], up);
        if (begun && Verticals.angleDeg(up, previousUp) * OrientationGrid.RATE_HZ > MOVING_DEG_PER_S) {
            seconds += 1.0 / OrientationGrid.RATE_HZ;
        }
        System.arraycopy(up, 0, previousUp, 0, 3);
        begun = true;
    }

    double seconds() {
        return seconds;
    }

    /** Counts anew from here. */
    void countAnew() {
        seconds = 0;
    }
}
