package org.plumbline.core.repetition;

/**
 * Causal second-order Butterworth low-pass for evenly sampled values; a missing value (NaN) passes through and leaves the
 * state as it was.
 */
public final class LowPass {
    private final double b0;
    private final double a1;
    private final double a2;
    private double x1;
    private double x2;
    private double y1;
    private double y2;
    private boolean started;

    /**
     * @param cutoffHz where the gain has fallen by 3 dB
     * @param rateHz sampling rate
     */
    public LowPass(double cutoffHz, double rateHz) {
        double c = Math.tan(Math.PI * cutoffHz / rateHz);
        double norm = 1 / (1 + Math.sqrt(2) * c + c * c);
        b0 = c * c * norm;
        a1 = 2 * (c * c - 1) * norm;
        a2 = (1 - Math.sqrt(2) * c + c * c) * norm;
    }

    /** The filtered value after {@code x}. */
    public double next(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        if (!started) {
            started = true;
            x1 = x;
            x2 = x;
            y1 = x;
            y2 = x;
        }
        double y = b0 * (x + 2 * x1 + x2) - a1 * y1 - a2 * y2;
        x2 = x1;
        x1 = x;
        y2 = y1;
        y1 = y;
        return y;
    }
}
