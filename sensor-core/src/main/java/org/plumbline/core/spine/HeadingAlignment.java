package org.plumbline.core.spine;

import java.util.EnumSet;
import java.util.Set;
import org.plumbline.core.calibration.Calibration;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.orientation.OrientationTick;

/**
 * Keeps the headings of two six-axis sensors together, which drift apart by degrees a minute, and says how sure that is.
 *
 * <p>Between measurements the heading difference becomes as unsure as both sensors say their headings become. Once a second
 * the {@link HeadingFilter} takes what was seen: standing upright, and the axis both segments
 * bend about. What is applied follows the estimate by at most a degree a second, so that no repetition jumps.
 * Allocates nothing after construction.
 */
final class HeadingAlignment {
    /** Fastest correction, rad a tick: one degree a second. */
    private static final double FASTEST = Math.toRadians(1) / OrientationGrid.RATE_HZ;

    /** The filter takes what was seen every so many ticks. */
    private static final int STEP_TICKS = OrientationGrid.RATE_HZ;

    /** Least growth of the variance whatever the sensors say: (0.03 deg/s)² s, a self-calibrated gyroscope; rad²/s. */
    private static final double LEAST_WANDER = square(Math.toRadians(0.03));

    /** The mean of a neutral pose: sway and breath. */
    private static final double NEUTRAL_SIGMA = Math.toRadians(1);

    /** With neutral taken from the most upright posture of a set, it is as good as people stand twice alike. */
    private static final double GUESSED_NEUTRAL_SIGMA = Math.toRadians(3);

    private final Set<HeadingEvidence> used;
    private final HeadingFilter filter;
    private final UprightPosture posture = new UprightPosture();
    private final BendingCoupling bending = new BendingCoupling();
    private double appliedRad;
    private double sensorVariance = Double.NaN;
    private double wander;
    private long lastMicros;
    private int ticks;
    /** Time since the filter's last step: longer than its ticks where a sensor was missing. */
    private double sinceStepS;

    HeadingAlignment(Calibration calibration) {
        this(calibration, EnumSet.allOf(HeadingEvidence.class));
    }

    /** Uses the evidence given only: for comparisons. */
    HeadingAlignment(Calibration calibration, Set<HeadingEvidence> used) {
        this.used = used;
        appliedRad = calibration.headingOffsetRad();
        boolean stood = calibration.neutral().compareTo(CalibrationGrade.FAIR) <= 0;
        filter = new HeadingFilter(appliedRad, stood ? NEUTRAL_SIGMA : GUESSED_NEUTRAL_SIGMA);
        if (stood) {
            // how the person stood is what neutral means
            filter.beginWithin(HeadingEvidence.UPRIGHT, NEUTRAL_SIGMA);
        }
    }

    private static double square(double value) {
        return value * value;
    }

    /** Heading of the upper segment's frame against the lower's, as it is applied, rad. */
    double offsetRad() {
        return appliedRad;
    }

    /** Root mean square error to expect of {@link #offsetRad}, rad. */
    double sigmaRad() {
        return Math.sqrt(filter.variance() + wander + square(behind()));
    }

    private double behind() {
        return HeadingFilter.wrapped(filter.headingRad() - appliedRad);
    }

    /**
     * Takes the next tick that has both sensors.
     *
     * @param rotationRad axial rotation with what is applied
     * @param lowerDeg inclination of the lower segment, degrees
     * @param upperDeg inclination of the upper segment, degrees
     */
    void update(OrientationTick tick, double rotationRad, double lowerDeg, double upperDeg) {
        long periodMicros = sensorVariance >= 0 ? tick.timeMicros - lastMicros : OrientationGrid.PERIOD_MICROS;
        lastMicros = tick.timeMicros;
        noteWander(tick, periodMicros);
        sinceStepS += periodMicros * 1e-6;
        bending.update(tick);
        posture.update(appliedRad + rotationRad, lowerDeg, upperDeg, tick.still);
        if (++ticks == STEP_TICKS) {
            ticks = 0;
            takeWhatWasSeen();
        }
        appliedRad += Math.max(-FASTEST, Math.min(FASTEST, behind()));
    }

    /** A growth that a sensor takes back later is kept: the error it spoke of may have been corrected here, too. */
    private void noteWander(OrientationTick tick, long periodMicros) {
        double lowerRad = Math.toRadians(tick.headingSigmaDeg[0]);
        double upperRad = Math.toRadians(tick.headingSigmaDeg[1]);
        double variance = square(lowerRad) + square(upperRad);
        wander += LEAST_WANDER * periodMicros * 1e-6;
        if (variance > sensorVariance) {
            wander += variance - sensorVariance;
        }
        sensorVariance = variance;
    }

    private void takeWhatWasSeen() {
        filter.wander(wander);
        wander = 0;
        filter.elapse(sinceStepS);
        sinceStepS = 0;
        if (used.contains(HeadingEvidence.BENDING_AXIS)) {
            bending.measure(filter);
        }
        if (used.contains(HeadingEvidence.UPRIGHT)) {
            posture.measure(filter);
        }
        posture.limit(filter);
        posture.clear();
    }
}
