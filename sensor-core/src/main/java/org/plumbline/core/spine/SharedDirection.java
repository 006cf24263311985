package org.plumbline.core.spine;

/**
 * One horizontal vector seen from two frames with different headings: the turn between them, and how well one turn explains
 * what was seen.
 *
 * <p>With d the dot and c the cross product of each pair, the turn is atan2(Σc, Σd). What is left across after that turn,
 * against what is along, is the residual; samples closer than {@value #INDEPENDENT_S} s tell nothing new of each other, so
 * the variance is residual² by the number of such spells.
 */
final class SharedDirection {
    /** Movement of a trunk is alike for about so long, s. */
    private static final double INDEPENDENT_S = 0.5;

    private double dot;
    private double cross;
    private double dotSquared;
    private double crossSquared;
    private double product;
    private double durationS;

    void clear() {
        dot = 0;
        cross = 0;
        dotSquared = 0;
        crossSquared = 0;
        product = 0;
        durationS = 0;
    }

    /** Takes the vector as the lower and as the upper frame see it. */
    void add(double[] lower, double[] upper, double periodS) {
        double d = lower[0] * upper[0] + lower[1] * upper[1];
        double c = lower[0] * upper[1] - lower[1] * upper[0];
        dot += d;
        cross += c;
        dotSquared += d * d;
        crossSquared += c * c;
        product += d * c;
        durationS += periodS;
    }

    double durationS() {
        return durationS;
    }

    /** Heading of the upper frame against the lower, rad. */
    double angleRad() {
        return Math.atan2(cross, dot);
    }

    /** What stays across the turned vector against what lies along it: 0 where one turn explains all. */
    double residual() {
        double cosine = Math.cos(angleRad());
        double sine = Math.sin(angleRad());
        double across = cosine * cosine * crossSquared + sine * sine * dotSquared - 2 * sine * cosine * product;
        double along = cosine * cosine * dotSquared + sine * sine * crossSquared + 2 * sine * cosine * product;
        return Math.sqrt(Math.max(0, across) / along);
    }

    /** Variance of the angle, rad². */
    double variance() {
        double residual = residual();
        return residual * residual * INDEPENDENT_S / durationS;
    }
}
