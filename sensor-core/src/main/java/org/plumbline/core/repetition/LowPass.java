package org.plumbline.core.repetition;

/**
 * Causal second-order Butterworth low-pass for evenly sampled values. A missing value (NaN) passes through; the value after
 * it is a new start, so that what was before a hole is not smeared into what comes after.
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

    /** The next value is a new start. */
    public void restart() {
        started = false;
    }

    /** The filtered value after {@code x}. */
    public double next(double x) {
        if (Double.isNaN(x)) {
            restart();
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
