package org.plumbline.bench.orientation;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.orientation.Quaternions;

/**
 * How well the rotation between two sensors fits its truth, after one constant heading offset of the trial is removed.
 *
 * @param totalDeg root mean square of the whole error
 * @param inclinationDeg root mean square of its part across the vertical, which no heading could explain
 */
record RelativeScore(double totalDeg, double inclinationDeg) {
    private static final double[] HALF_TURN_BACK = {0, 0, 0, -1};

    private record Pair(double[] pelvis, double[] thorax, double[] truth) {}

    /** At the stamps of the thorax; its samples, both sensors' estimates, the truth {@code conj(pelvis) · thorax}. */
    static RelativeScore of(
            List<ImuSample> samples, EstimateTrack thorax, EstimateTrack pelvis, ReferenceTrack relative) {
        List<Pair> pairs = new ArrayList<>();
        for (ImuSample sample : samples) {
            double[] truth = relative.orientationAt(sample.timeMicros);
            Estimate upper = thorax.at(sample.timeMicros);
            Estimate lower = pelvis.at(sample.timeMicros);
            if (truth != null && upper != null && lower != null) {
                pairs.add(new Pair(lower.orientation(), upper.orientation(), truth));
            }
        }
        double offsetRad = offsetRad(pairs);
        ErrorTally total = new ErrorTally();
        ErrorTally inclination = new ErrorTally();
        for (Pair pair : pairs) {
            OrientationError error = error(pair, offsetRad);
            total.add(error.totalDeg(), Double.NaN);
            inclination.add(error.inclinationDeg(), Double.NaN);
        }
        return new RelativeScore(total.rmsDeg(), inclination.rmsDeg());
    }

    /**
     * The heading offset δ for which {@code conj(pelvis) · Rz(−δ) · thorax} fits best: least squares of the sine of half
     * the error. Its cosine is {@code a cos(δ/2) + b sin(δ/2)}, so that the sum of squares has one maximum.
     */
    private static double offsetRad(List<Pair> pairs) {
        double difference = 0;
        double product = 0;
        double[] turned = new double[4];
        for (Pair pair : pairs) {
            Quaternions.multiplyConjugated(pair.pelvis(), pair.thorax(), turned);
            double a = dot(turned, pair.truth());
            Quaternions.multiply(HALF_TURN_BACK, pair.thorax(), turned);
            Quaternions.multiplyConjugated(pair.pelvis(), turned, turned);
            double b = dot(turned, pair.truth());
            difference += a * a - b * b;
            product += a * b;
        }
        return Math.atan2(2 * product, difference);
    }

    /** The error as the earth sees it, by the pelvis' own estimate: its z is vertical. */
    private static OrientationError error(Pair pair, double offsetRad) {
        double[] thorax = new double[4];
        Quaternions.fromRotationVector(0, 0, -offsetRad, thorax);
        Quaternions.multiply(thorax, pair.thorax(), thorax);
        double[] truth = new double[4];
        Quaternions.multiply(pair.pelvis(), pair.truth(), truth);
        return OrientationError.of(thorax, truth);
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3];
    }
}
