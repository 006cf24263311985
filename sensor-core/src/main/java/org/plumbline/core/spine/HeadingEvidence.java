package org.plumbline.core.spine;

/**
 * What speaks of the relative heading of two sensors, and how wrong each kind is.
 *
 * <p>Every kind errs in two ways: from measurement to measurement, and in one direction for a while, because a person stands a
 * little turned or a spine is no point joint. The second error does not average out; it is a first-order Gauss–Markov process
 * of the deviation and time given here. The axis of bending was off by 3.1° RMS a window in recordings of seated people
 * against cameras (12 recordings, 7 people).
 *
 * <p>The acceleration of the joint between the segments (Kok, Hol and Schön 2014; Weygers and Kok 2020) is no third kind:
 * off by 11° there, it made no set better by more than 0.02°, and a walking person's impacts on sensors that rock on the
 * skin made it wrong by 24°.
 */
enum HeadingEvidence {
    /** Upright, the thorax is not turned against the pelvis: as exact as people stand twice alike (practice, about 3°). */
    UPRIGHT(3, 60, 1),

    /** The common axis of a bend: each person's and each lift's own, and each window's. */
    BENDING_AXIS(4, 300, 3);

    private final double persistentSigmaDeg;
    private final double persistenceS;
    private final double passingSigmaDeg;

    HeadingEvidence(double persistentSigmaDeg, double persistenceS, double passingSigmaDeg) {
        this.persistentSigmaDeg = persistentSigmaDeg;
        this.persistenceS = persistenceS;
        this.passingSigmaDeg = passingSigmaDeg;
    }

    /** Variance of the error that persists, rad². */
    double persistentVariance() {
        return square(Math.toRadians(persistentSigmaDeg));
    }

    /** Time after which that error has largely become another, s. */
    double persistenceS() {
        return persistenceS;
    }

    /** Least variance of what changes from measurement to measurement, rad². */
    double passingVariance() {
        return square(Math.toRadians(passingSigmaDeg));
    }

    private static double square(double value) {
        return value * value;
    }
}
