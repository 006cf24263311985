package org.plumbline.core.repetition;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.spine.SpinePose;

/** The specific force along the vertical of a body that goes down and up in smooth ways, written down by hand. */
final class VerticalBody {
    static final double GRAVITY_MS2 = 9.81;

    private static final double PERIOD_S = 1.0 / OrientationGrid.RATE_HZ;

    private final List<Double> forcesMs2 = new ArrayList<>();
    private double biasMs2;

    VerticalBody withBias(double ms2) {
        biasMs2 = ms2;
        return this;
    }

    VerticalBody hold(double seconds) {
        for (int k = 0; k < Math.round(seconds / PERIOD_S); k++) {
            forcesMs2.add(GRAVITY_MS2);
        }
        return this;
    }

    /** Up by that many metres, negative for down, along a sine from rest to rest. */
    VerticalBody rise(double metres, double seconds) {
        int ticks = (int) Math.round(seconds / PERIOD_S);
        double turn = 2 * Math.PI / seconds;
        for (int k = 0; k < ticks; k++) {
            double accelerationMs2 = metres / seconds * turn * Math.sin(turn * (k + 0.5) * PERIOD_S);
            forcesMs2.add(GRAVITY_MS2 + accelerationMs2);
        }
        return this;
    }

    VerticalBody squat(double depthM, double downS, double bottomS, double upS) {
        return rise(-depthM, downS).hold(bottomS).rise(depthM, upS);
    }

    int ticks() {
        return forcesMs2.size();
    }

    double forceMs2(int tick) {
        return forcesMs2.get(tick) + biasMs2;
    }

    /** What a history holds of it, with an upright trunk; the force is missing on every {@code missing}-th tick. */
    PoseHistory history(int missing) {
        PoseHistory history = new PoseHistory();
        SpinePose pose = new SpinePose();
        pose.pelvisTiltDeg = 0;
        pose.trunkInclinationDeg = 0;
        for (int tick = 0; tick < ticks(); tick++) {
            pose.timeMicros = tick * OrientationGrid.PERIOD_MICROS;
            pose.verticalForceMs2 = missing > 0 && tick % missing == 0 ? Double.NaN : forceMs2(tick);
            history.add(pose);
        }
        return history;
    }
}
