package org.plumbline.bench.orientation;

/**
 * What an estimator says of one sample's moment.
 *
 * @param timeMicros stamp of the sample
 * @param orientation sensor to earth, {@code [w, x, y, z]}
 * @param inclinationSigmaDeg root mean square error it expects of the inclination, degrees; NaN where it says none
 * @param headingSigmaDeg the same of the heading since the start
 * @param levelled whether it claims to know the inclination
 * @param accepted false where it refused the sample: the rest then is its answer to the sample before
 */
record Estimate(
        long timeMicros,
        double[] orientation,
        double inclinationSigmaDeg,
        double headingSigmaDeg,
        boolean levelled,
        boolean accepted) {

    /** Whether every number is one; an expected error that is not given at all is no fault. */
    boolean isFinite() {
        for (double component : orientation) {
            if (!Double.isFinite(component)) {
                return false;
            }
        }
        return Double.isFinite(inclinationSigmaDeg) && Double.isFinite(headingSigmaDeg);
    }
}
