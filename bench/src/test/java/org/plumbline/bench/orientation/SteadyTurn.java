package org.plumbline.bench.orientation;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.orientation.Quaternions;

/** A sensor that turns at a steady rate about a slanting axis: everything about it is known. */
final class SteadyTurn {
    /** 0.6 rad/s about an axis that the sensor's own frame and the earth agree on. */
    static final double[] RATE_RAD_PER_S = {0.4, -0.2, 0.4};

    private SteadyTurn() {}

    /** Orientation at that time, sensor to earth. */
    static double[] orientation(double timeS) {
        double[] orientation = new double[4];
        Quaternions.fromRotationVector(
                RATE_RAD_PER_S[0] * timeS, RATE_RAD_PER_S[1] * timeS, RATE_RAD_PER_S[2] * timeS, orientation);
        return orientation;
    }

    /** What a gyroscope and an accelerometer without errors measure at these stamps. */
    static List<ImuSample> samples(int count, long periodMicros) {
        List<ImuSample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ImuSample sample = new ImuSample();
            sample.timeMicros = i * periodMicros;
            double[] up = new double[3];
            Quaternions.upInFrame(orientation(sample.timeMicros * 1e-6), up);
            sample.accX = 9.81 * up[0];
            sample.accY = 9.81 * up[1];
            sample.accZ = 9.81 * up[2];
            sample.gyrX = RATE_RAD_PER_S[0];
            sample.gyrY = RATE_RAD_PER_S[1];
            sample.gyrZ = RATE_RAD_PER_S[2];
            samples.add(sample);
        }
        return samples;
    }

    /** An estimate for each sample that says where the sensor was {@code lagS} before, turned by a heading offset. */
    static EstimateTrack estimates(List<ImuSample> samples, double lagS, double headingRad) {
        double[] heading = new double[4];
        Quaternions.fromRotationVector(0, 0, headingRad, heading);
        List<Estimate> estimates = new ArrayList<>();
        for (ImuSample sample : samples) {
            double[] orientation = orientation(sample.timeMicros * 1e-6 - lagS);
            Quaternions.multiply(heading, orientation, orientation);
            estimates.add(new Estimate(sample.timeMicros, orientation, 1, 1, true, true));
        }
        return new EstimateTrack(estimates);
    }

    /** The truth at these stamps. */
    static ReferenceTrack reference(List<ImuSample> samples) {
        return new ReferenceTrack(
                samples.stream().mapToLong(sample -> sample.timeMicros).toArray(),
                samples.stream()
                        .map(sample -> orientation(sample.timeMicros * 1e-6))
                        .toList());
    }
}
