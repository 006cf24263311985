package org.plumbline.core.spine;

import org.plumbline.core.orientation.OrientationGrid;

/**
 * The heading difference from the acceleration of the lumbosacral joint, which both segments share.
 *
 * <p>The spine between the sensors is no point joint, so the two views differ; how little they have in common widens the
 * variance, and below {@value #LEAST_LIKENESS} a window is let go. Windows do not overlap.
 */
final class JointCoupling {
    /** A window, s. */
    private static final double WINDOW_S = 10;

    /** Weaker movement tells nothing, m/s². */
    private static final double LEAST_ACCELERATION_MS2 = 0.25;

    /** Below this the errors of recordings against cameras grow beyond what the residual says. */
    private static final double LEAST_LIKENESS = 0.7;

    private static final double PERIOD_S = 1.0 / OrientationGrid.RATE_HZ;

    /** From S2 to the lumbosacral joint, forward, up and right, of an adult, ± 5 cm, m. */
    private final JointAcceleration lowerJoint = new JointAcceleration(0.12, 0.07, 0);

    /** The same from T12. */
    private final JointAcceleration upperJoint = new JointAcceleration(0.10, -0.28, 0);

    private final SharedDirection window = new SharedDirection();
    private final double[] lowerView = new double[3];
    private final double[] upperView = new double[3];

    /** Time has jumped. */
    void restart() {
        lowerJoint.restart();
        upperJoint.restart();
    }

    void update(SegmentMotion lower, SegmentMotion upper) {
        boolean lowerReady = lowerJoint.update(lower, lowerView);
        boolean upperReady = upperJoint.update(upper, upperView);
        if (lowerReady && upperReady) {
            window.add(lowerView, upperView, PERIOD_S);
        }
    }

    /** Gives a full window to the filter and begins the next. */
    void measure(HeadingFilter filter) {
        if (window.durationS() < WINDOW_S) {
            return;
        }
        double likeness = window.likeness();
        if (window.strength() > LEAST_ACCELERATION_MS2 && likeness > LEAST_LIKENESS) {
            double least = HeadingEvidence.JOINT_ACCELERATION.passingVariance();
            double variance = least + window.variance() / (likeness * likeness);
            filter.measure(HeadingEvidence.JOINT_ACCELERATION, window.angleRad(), variance);
        }
        window.clear();
    }
}
