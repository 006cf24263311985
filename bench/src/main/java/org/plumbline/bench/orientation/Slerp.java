package org.plumbline.bench.orientation;

import org.plumbline.core.orientation.Quaternions;

/** Interpolation between two orientations at a steady rate of turn. */
final class Slerp {
    private Slerp() {}

    /** From {@code from} (share 0) the short way to {@code to} (share 1). */
    static double[] between(double[] from, double[] to, double share) {
        double[] turn = new double[4];
        double[] vector = new double[3];
        Quaternions.multiplyConjugated(from, to, turn);
        Quaternions.toRotationVector(turn, vector);
        Quaternions.fromRotationVector(share * vector[0], share * vector[1], share * vector[2], turn);
        Quaternions.multiply(from, turn, turn);
        Quaternions.normalize(turn);
        return turn;
    }
}
