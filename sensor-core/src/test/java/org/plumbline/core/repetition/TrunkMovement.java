package org.plumbline.core.repetition;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.spine.SpinePose;

/** A course of trunk inclination written down by hand: holds and smooth ways between angles. */
final class TrunkMovement {
    private static final double PERIOD_S = 1.0 / OrientationGrid.RATE_HZ;

    private final List<Double> angles = new ArrayList<>();
    private double now;

    TrunkMovement(double startDeg) {
        now = startDeg;
    }

    TrunkMovement hold(double seconds) {
        for (int k = 0; k < Math.round(seconds / PERIOD_S); k++) {
            angles.add(now);
        }
        return this;
    }

    /** To another angle at an even speed, with a tenth of the way to speed up and to slow down. */
    TrunkMovement to(double angleDeg, double seconds) {
        int ticks = (int) Math.round(seconds / PERIOD_S);
        double start = now;
        for (int k = 1; k <= ticks; k++) {
            angles.add(start + (angleDeg - start) * eased(k / (double) ticks));
        }
        now = angleDeg;
        return this;
    }

    private static double eased(double share) {
        double ramp = 0.1;
        double scale = 1 / (1 - ramp);
        if (share < ramp) {
            return scale * share * share / (2 * ramp);
        }
        if (share > 1 - ramp) {
            return 1 - scale * (1 - share) * (1 - share) / (2 * ramp);
        }
        return scale * (share - ramp / 2);
    }

    TrunkMovement squats(int count, double depthDeg, double downS, double bottomS, double upS, double topS) {
        for (int i = 0; i < count; i++) {
            to(depthDeg, downS).hold(bottomS).to(0, upS).hold(topS);
        }
        return this;
    }

    /** Down to the bar, the pulls, and up without it. */
    TrunkMovement deadlifts(int count, double depthDeg, double downS, double bottomS, double upS, double topS) {
        to(depthDeg, downS).hold(bottomS);
        for (int i = 0; i < count; i++) {
            to(0, upS).hold(topS).to(depthDeg, downS).hold(bottomS);
        }
        return to(0, upS).hold(topS);
    }

    /** As seen by a sensor of that rate: sampled, with noise, and interpolated to the grid again. */
    TrunkMovement sampledAt(double rateHz, double noiseDeg, long seed) {
        Random random = new Random(seed);
        int samples = (int) (angles.size() * PERIOD_S * rateHz);
        double[] sampled = new double[samples];
        for (int i = 0; i < samples; i++) {
            sampled[i] = at(i / rateHz / PERIOD_S) + noiseDeg * random.nextGaussian();
        }
        TrunkMovement seen = new TrunkMovement(angles.get(0));
        for (int k = 0; k * PERIOD_S * rateHz < samples - 1; k++) {
            double place = k * PERIOD_S * rateHz;
            int before = (int) place;
            seen.angles.add(sampled[before] + (place - before) * (sampled[before + 1] - sampled[before]));
        }
        return seen;
    }

    private double at(double place) {
        int before = Math.min((int) place, angles.size() - 1);
        int after = Math.min(before + 1, angles.size() - 1);
        return angles.get(before) + (place - before) * (angles.get(after) - angles.get(before));
    }

    double seconds() {
        return angles.size() * PERIOD_S;
    }

    int ticks() {
        return angles.size();
    }

    /** The pose at a tick: pelvis and thorax share the way so that their mean is the angle. */
    void pose(int tick, SpinePose into) {
        double angle = angles.get(tick);
        into.timeMicros = tick * OrientationGrid.PERIOD_MICROS;
        into.pelvisTiltDeg = 0.7 * angle;
        into.trunkInclinationDeg = 1.3 * angle;
        into.lumbarFlexionDeg = 0.6 * angle;
        into.lateralBendDeg = 0;
        into.axialRotationDeg = 0;
    }
}
