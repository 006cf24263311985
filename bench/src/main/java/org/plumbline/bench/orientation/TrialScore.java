package org.plumbline.bench.orientation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well the orientations of one trial fit their reference.
 *
 * @param inclinationDeg root mean square of the inclination error
 * @param totalDeg root mean square of the whole error, one heading offset of the trial removed
 * @param driftDegPerMin slope of the line through the heading errors, over time
 * @param inclinationWithinOne share of inclination errors within the error to be expected
 * @param inclinationWithinTwo within twice that
 * @param headingWithinOne share of heading errors, against the first scored second, within the error to be expected
 */
record TrialScore(
        double inclinationDeg,
        double totalDeg,
        double driftDegPerMin,
        double inclinationWithinOne,
        double inclinationWithinTwo,
        double headingWithinOne) {
    private static final double FIRST_STRETCH_S = 1;

    private record Scored(double timeS, OrientationError error, Estimate estimate) {}

    /** Scores what is read {@code laterMicros} after each stamp against the reference at the stamp. */
    static TrialScore of(long[] stampsMicros, EstimateTrack estimates, ReferenceTrack reference, long laterMicros) {
        List<Scored> scored = new ArrayList<>();
        for (long stamp : stampsMicros) {
            double[] truth = reference.orientationAt(stamp);
            @Nullable Estimate estimate = truth == null ? null : estimates.at(stamp + laterMicros);
            if (truth != null && estimate != null) {
                scored.add(new Scored(stamp * 1e-6, OrientationError.of(estimate.orientation(), truth), estimate));
            }
        }
        return of(scored);
    }

    private static TrialScore of(List<Scored> scored) {
        double meanHeading = meanHeadingRad(scored);
        double firstS = scored.get(0).timeS();
        double firstHeading = meanHeadingRad(scored.stream()
                .filter(one -> one.timeS() < firstS + FIRST_STRETCH_S)
                .toList());
        ErrorTally inclination = new ErrorTally();
        ErrorTally total = new ErrorTally();
        ErrorTally heading = new ErrorTally();
        HeadingDrift drift = new HeadingDrift();
        for (Scored one : scored) {
            Estimate estimate = one.estimate();
            inclination.add(one.error().inclinationDeg(), estimate.inclinationSigmaDeg());
            total.add(one.error().withoutHeading(meanHeading).totalDeg(), Double.NaN);
            double sinceStart = one.error().withoutHeading(firstHeading).headingRad();
            heading.add(Math.toDegrees(sinceStart), estimate.headingSigmaDeg());
            drift.add(one.timeS(), one.error().headingRad());
        }
        return new TrialScore(
                inclination.rmsDeg(),
                total.rmsDeg(),
                drift.degPerMin(),
                inclination.shareWithin(1),
                inclination.shareWithin(2),
                heading.shareWithin(1));
    }

    private static double meanHeadingRad(List<Scored> scored) {
        double sine = 0;
        double cosine = 0;
        for (Scored one : scored) {
            sine += Math.sin(one.error().headingRad());
            cosine += Math.cos(one.error().headingRad());
        }
        return Math.atan2(sine, cosine);
    }
}
