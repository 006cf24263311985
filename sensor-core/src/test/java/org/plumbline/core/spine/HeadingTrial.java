package org.plumbline.core.spine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.plumbline.core.calibration.Calibration;
import org.plumbline.core.calibration.CalibrationFinder;
import org.plumbline.core.calibration.CalibrationPlan;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.orientation.OrientationFilter;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.orientation.Quaternions;

/** The ticks and the calibration of one recording, so that ways of keeping the headings together can be compared on it. */
final class HeadingTrial {
    private static final double BOW_DEG = 60;

    final List<OrientationTick> ticks = new ArrayList<>();
    private final Calibration calibration;

    /** Root mean square errors of a trial, and how they compare with what was said of them. */
    static final class Outcome {
        private double squared;
        private double squaredAgainstSigma;
        private int within;
        private int ticks;

        void add(double errorRad, double sigmaRad) {
            squared += errorRad * errorRad;
            squaredAgainstSigma += errorRad * errorRad / (sigmaRad * sigmaRad);
            within += Math.abs(errorRad) < 2 * sigmaRad ? 1 : 0;
            ticks++;
        }

        double rmsDeg() {
            return Math.toDegrees(Math.sqrt(squared / ticks));
        }

        double rmsAgainstSigma() {
            return Math.sqrt(squaredAgainstSigma / ticks);
        }

        /** Share of the time in which the error is within two of its standard deviations. */
        double coverage() {
            return within / (double) ticks;
        }

        @Override
        public String toString() {
            return String.format(
                    "heading %.2f deg rms, %.2f of its sigma, %.3f within two",
                    rmsDeg(), rmsAgainstSigma(), coverage());
        }
    }

    HeadingTrial(List<ImuSample> samples, double rateHz) {
        OrientationFilter[] filters = {new OrientationFilter(rateHz), new OrientationFilter(rateHz)};
        CalibrationFinder finder = new CalibrationFinder(
                List.of(SensorPlacement.PELVIS, SensorPlacement.THORAX), BOW_DEG, CalibrationPlan.unmarked(), null);
        OrientationGrid grid = new OrientationGrid(2, tick -> {
            OrientationTick copy = new OrientationTick(2);
            copy.set(tick);
            ticks.add(copy);
            if (finder.calibration() == null) {
                finder.accept(tick);
            }
        });
        for (ImuSample sample : samples) {
            if (filters[sample.sensorIndex].update(sample)) {
                grid.accept(sample.sensorIndex, sample.timeMicros, filters[sample.sensorIndex]);
            }
        }
        grid.flush();
        finder.finish();
        calibration = Objects.requireNonNull(finder.calibration());
    }

    private HeadingTrial(List<OrientationTick> ticks, Calibration calibration) {
        this.ticks.addAll(ticks);
        this.calibration = calibration;
    }

    HeadingTrial with(Calibration other) {
        return new HeadingTrial(ticks, other);
    }

    Calibration calibration() {
        return calibration;
    }

    /** Samples of gyroscopes whose biases grow at a random rate, to about that much in five minutes. */
    static List<ImuSample> drifting(List<ImuSample> samples, double biasDegPerS, long seed) {
        Random random = new Random(seed);
        double[][] growth = new double[2][3];
        for (double[] axes : growth) {
            for (int i = 0; i < 3; i++) {
                axes[i] = Math.toRadians(biasDegPerS) * random.nextGaussian() / 300;
            }
        }
        List<ImuSample> drifting = new ArrayList<>();
        for (ImuSample sample : samples) {
            ImuSample copy = sample.copy();
            double timeS = copy.timeMicros * 1e-6;
            copy.gyrX += growth[copy.sensorIndex][0] * timeS;
            copy.gyrY += growth[copy.sensorIndex][1] * timeS;
            copy.gyrZ += growth[copy.sensorIndex][2] * timeS;
            drifting.add(copy);
        }
        return drifting;
    }

    /** Runs the trial on the evidence given, and adds to {@code outcome} wherever the true heading is known. */
    void run(Set<HeadingEvidence> used, ToDoubleFunction<OrientationTick> trueHeadingRad, Outcome outcome) {
        HeadingAlignment heading = new HeadingAlignment(calibration, used);
        SpineKinematics kinematics = new SpineKinematics(calibration, SensorPlacement.PELVIS, heading);
        SpinePose pose = new SpinePose();
        for (OrientationTick tick : ticks) {
            if (!tick.complete()) {
                continue;
            }
            kinematics.update(tick, pose);
            double truth = trueHeadingRad.applyAsDouble(tick);
            if (!Double.isNaN(truth)) {
                outcome.add(HeadingFilter.wrapped(heading.offsetRad() - truth), heading.sigmaRad());
            }
        }
    }

    /** Heading of the upper segment's frame against the lower's when the pose is that, rad. */
    double trueHeading(OrientationTick tick, SpinePose pose) {
        double[] relative = {1, 0, 0, 0};
        turn(relative, 3, -pose.lumbarFlexionDeg);
        turn(relative, 1, pose.lateralBendDeg);
        turn(relative, 2, pose.axialRotationDeg);
        return headingBetween(segment(tick, 0), segment(tick, 1), relative);
    }

    /** Heading between two frames in which a lower and an upper body have that rotation, upper to lower, rad. */
    static double headingBetween(double[] lower, double[] upper, double[] relative) {
        double[] q = new double[4];
        double[] back = new double[4];
        Quaternions.multiply(lower, relative, q);
        Quaternions.conjugate(upper, back);
        Quaternions.multiply(q, back, q);
        return HeadingFilter.wrapped(-2 * Math.atan2(q[3], q[0]));
    }

    private double[] segment(OrientationTick tick, int sensor) {
        double[] segment = new double[4];
        calibration.sensors().get(sensor).copyTo(segment);
        Quaternions.conjugate(segment, segment);
        Quaternions.multiply(tick.orientation[sensor], segment, segment);
        return segment;
    }

    private static void turn(double[] q, int axis, double deg) {
        double[] turn = {Math.cos(Math.toRadians(deg) / 2), 0, 0, 0};
        turn[axis] = Math.sin(Math.toRadians(deg) / 2);
        Quaternions.multiply(q, turn, q);
    }
}
