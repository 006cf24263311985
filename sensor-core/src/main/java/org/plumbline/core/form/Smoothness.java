package org.plumbline.core.form;

import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * How smooth a movement is, from its speed: without dimension, so that slow and fast, small and large movements can be
 * compared. More negative is less smooth (Balasubramanian et al. 2015, Journal of NeuroEngineering and Rehabilitation 12:112).
 */
public final class Smoothness {
    /** Spectral arc length looks at frequencies up to here, Hz: voluntary movement has nothing beyond (the paper's 10 Hz). */
    private static final double HIGHEST_HZ = 10;

    /** Beyond the last frequency with this share of the largest amplitude there is only noise (the paper's 0.05). */
    private static final double AMPLITUDE_THRESHOLD = 0.05;

    /** The spectrum is made finer by padding with zeros to 2 to the power of this times as many points (the paper's 4). */
    private static final int PAD_LEVEL = 4;

    private Smoothness() {}

    /**
     * Spectral arc length (SPARC): the length of the curve of the speed's normalised amplitude spectrum, negative. Zeros
     * before and after the movement do not change it.
     *
     * @param speed speed at even steps, at least two, in any unit
     * @param rateHz steps a second
     */
    public static double spectralArcLength(double[] speed, double rateHz) {
        int points = 1 << (ceilingOfLog2(speed.length) + PAD_LEVEL);
        double[] real = new double[points];
        double[] imaginary = new double[points];
        System.arraycopy(speed, 0, real, 0, speed.length);
        FastFourierTransformer.transformInPlace(
                new double[][] {real, imaginary}, DftNormalization.STANDARD, TransformType.FORWARD);
        double stepHz = rateHz / points;
        int highest = (int) Math.min(points - 1, Math.floor(HIGHEST_HZ / stepHz));
        double[] amplitude = new double[highest + 1];
        double most = 0;
        for (int i = 0; i < points; i++) {
            double own = Math.sqrt(real[i] * real[i] + imaginary[i] * imaginary[i]);
            most = Math.max(most, own);
            if (i <= highest) {
                amplitude[i] = own;
            }
        }
        int first = 0;
        while (first < highest && amplitude[first] < AMPLITUDE_THRESHOLD * most) {
            first++;
        }
        int last = highest;
        while (last > first && amplitude[last] < AMPLITUDE_THRESHOLD * most) {
            last--;
        }
        double length = 0;
        for (int i = first + 1; i <= last; i++) {
            length += Math.hypot(1.0 / (last - first), (amplitude[i] - amplitude[i - 1]) / most);
        }
        return -length;
    }

    private static int ceilingOfLog2(int value) {
        return 32 - Integer.numberOfLeadingZeros(value - 1);
    }

    /**
     * Log dimensionless jerk (LDLJ) of a speed: minus the logarithm of the integral of its squared second derivative, scaled
     * by duration³ / peak speed². It depends on where the movement is cut.
     *
     * @param speed speed at even steps, at least three, in any unit
     * @param rateHz steps a second
     */
    public static double logDimensionlessJerk(double[] speed, double rateHz) {
        double peak = 0;
        for (double value : speed) {
            peak = Math.max(peak, Math.abs(value));
        }
        double squares = 0;
        for (int i = 1; i < speed.length - 1; i++) {
            double jerk = (speed[i + 1] - 2 * speed[i] + speed[i - 1]) * rateHz * rateHz;
            squares += jerk * jerk;
        }
        double duration = speed.length / rateHz;
        return -Math.log(duration * duration * duration / (peak * peak) * squares / rateHz);
    }
}
