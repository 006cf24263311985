package org.plumbline.bench.orientation;

import java.util.List;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.orientation.Quaternions;

/**
 * How well the inclination of one sensor fits an optical vertical.
 *
 * @param whole every sample that has a truth
 * @param withoutFirstSecond only those later than the recording's first second
 */
record UpScore(ErrorTally whole, ErrorTally withoutFirstSecond) {
    private static final long FIRST_SECOND_MICROS = 1_000_000;

    /** Scores every estimate; the stamps of the truth are moved by {@code truthLaterMicros}. */
    static UpScore of(List<ImuSample> samples, EstimateTrack estimates, ReferenceTrack up, long truthLaterMicros) {
        UpScore score = new UpScore(new ErrorTally(), new ErrorTally());
        double[] vertical = new double[3];
        long startMicros = samples.get(0).timeMicros;
        for (ImuSample sample : samples) {
            double[] truth = up.directionAt(sample.timeMicros - truthLaterMicros);
            Estimate estimate = estimates.at(sample.timeMicros);
            if (truth == null || estimate == null) {
                continue;
            }
            Quaternions.upInFrame(estimate.orientation(), vertical);
            double errorDeg = OrientationError.betweenDeg(vertical, truth);
            score.whole.add(errorDeg, estimate.inclinationSigmaDeg());
            if (sample.timeMicros >= startMicros + FIRST_SECOND_MICROS) {
                score.withoutFirstSecond.add(errorDeg, estimate.inclinationSigmaDeg());
            }
        }
        return score;
    }
}
