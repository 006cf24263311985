package org.plumbline.bench.orientation;

import java.util.List;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.orientation.Quaternions;

/**
 * How well the inclination of one sensor fits an optical vertical.
 *
 * @param whole every sample that has a truth
 * @param withoutFirstSecond only those later than the recording's first second
 * @param constantDeg length of the mean error vector in the sensor's axes, degrees: what a truth that is mounted wrongly
 *     or a biased accelerometer adds, whatever the estimator does
 */
record UpScore(ErrorTally whole, ErrorTally withoutFirstSecond, double constantDeg) {
    private static final long FIRST_SECOND_MICROS = 1_000_000;

    /** Scores every estimate; the stamps of the truth are moved by {@code truthLaterMicros}. */
    static UpScore of(List<ImuSample> samples, EstimateTrack estimates, ReferenceTrack up, long truthLaterMicros) {
        ErrorTally whole = new ErrorTally();
        ErrorTally later = new ErrorTally();
        double[] vectorSum = new double[3];
        double[] vertical = new double[3];
        long startMicros = samples.get(0).timeMicros;
        for (ImuSample sample : samples) {
            double[] truth = up.directionAt(sample.timeMicros - truthLaterMicros);
            Estimate estimate = estimates.at(sample.timeMicros);
            if (truth == null || estimate == null) {
                continue;
            }
            Quaternions.upInFrame(estimate.orientation(), vertical);
            addCross(truth, vertical, vectorSum);
            double errorDeg = OrientationError.betweenDeg(vertical, truth);
            whole.add(errorDeg, estimate.inclinationSigmaDeg());
            if (sample.timeMicros >= startMicros + FIRST_SECOND_MICROS) {
                later.add(errorDeg, estimate.inclinationSigmaDeg());
            }
        }
        double length =
                Math.sqrt(vectorSum[0] * vectorSum[0] + vectorSum[1] * vectorSum[1] + vectorSum[2] * vectorSum[2]);
        return new UpScore(whole, later, Math.toDegrees(length / whole.count()));
    }

    private static void addCross(double[] a, double[] b, double[] sum) {
        sum[0] += a[1] * b[2] - a[2] * b[1];
        sum[1] += a[2] * b[0] - a[0] * b[2];
        sum[2] += a[0] * b[1] - a[1] * b[0];
    }
}
