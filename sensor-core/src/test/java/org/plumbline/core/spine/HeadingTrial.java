package org.plumbline.core.spine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.plumbline.core.calibration.Calibration;
import org.plumbline.core.calibration.CalibrationFinder;
import org.plumbline.core.calibration.CalibrationPlan;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.orientation.OrientationFilter;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.orientation.Quaternions;

/** The ticks and the calibration of one recording, so that ways of keeping the headings together can be compared. */
final class HeadingTrial {
    final List<OrientationTick> ticks = new ArrayList<>();
    final Calibration calibration;

    HeadingTrial(List<ImuSample> samples, double rateHz, UnaryOperator<ImuSample> change) {
        OrientationFilter[] filters = {new OrientationFilter(rateHz), new OrientationFilter(rateHz)};
        CalibrationFinder finder = new CalibrationFinder(2, 1, 60, CalibrationPlan.unmarked());
        OrientationGrid grid = new OrientationGrid(2, tick -> {
            OrientationTick copy = new OrientationTick(2);
            copy.set(tick);
            ticks.add(copy);
            if (finder.calibration() == null) {
                finder.accept(tick);
            }
        });
        for (ImuSample original : samples) {
            ImuSample sample = change.apply(original);
            if (filters[sample.sensorIndex].update(sample)) {
                grid.accept(sample.sensorIndex, sample.timeMicros, filters[sample.sensorIndex]);
            }
        }
        grid.flush();
        finder.finish();
        calibration = java.util.Objects.requireNonNull(finder.calibration());
    }

    HeadingTrial(List<OrientationTick> ticks, Calibration calibration) {
        this.ticks.addAll(ticks);
        this.calibration = calibration;
    }

    /** Heading of the upper frame against the lower that gives the relative rotation (upper segment to lower), rad. */
    double trueHeading(OrientationTick tick, double[] relative) {
        double[] q = new double[4];
        double[] lower = segment(tick, 0);
        double[] upper = segment(tick, 1);
        Quaternions.multiply(lower, relative, q);
        Quaternions.conjugate(upper, upper);
        Quaternions.multiply(q, upper, q);
        return HeadingFilter.wrapped(-2 * Math.atan2(q[3], q[0]));
    }

    double[] segment(OrientationTick tick, int sensor) {
        double[] out = new double[4];
        calibration.sensors().get(sensor).copyTo(out);
        Quaternions.conjugate(out, out);
        Quaternions.multiply(tick.orientation[sensor], out, out);
        return out;
    }

    static double[] relative(SpinePose pose) {
        double[] q = {1, 0, 0, 0};
        turn(q, 3, -pose.lumbarFlexionDeg);
        turn(q, 1, pose.lateralBendDeg);
        turn(q, 2, pose.axialRotationDeg);
        return q;
    }

    private static void turn(double[] q, int axis, double deg) {
        double[] t = {Math.cos(Math.toRadians(deg) / 2), 0, 0, 0};
        t[axis] = Math.sin(Math.toRadians(deg) / 2);
        Quaternions.multiply(q, t, q);
    }
}
