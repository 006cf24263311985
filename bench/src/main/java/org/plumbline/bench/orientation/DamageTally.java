package org.plumbline.bench.orientation;

import java.util.Locale;
import org.plumbline.core.orientation.Quaternions;

/** What became of the inclinations of one data set under one damage. */
final class DamageTally {
    private final ErrorTally errors = new ErrorTally();
    private final ErrorTally cleanErrors = new ErrorTally();
    private final Worst worstSigmas = new Worst();
    private final Worst worstDegrees = new Worst();
    private final double[] up = new double[3];
    private boolean optical;
    private long samples;
    private long refused;
    private long notLevelled;
    private long notFinite;

    /** The largest of something, and where it was. */
    private static final class Worst {
        private double value = Double.NEGATIVE_INFINITY;
        private String sensor = "";
        private long timeMicros;

        void add(double other, String otherSensor, long otherTimeMicros) {
            if (other > value) {
                value = other;
                sensor = otherSensor;
                timeMicros = otherTimeMicros;
            }
        }

        String text(String unit) {
            return value < 0
                    ? "–"
                    : String.format(Locale.ROOT, "%.1f%s (%s, %.1f s)", value, unit, sensor, timeMicros * 1e-6);
        }
    }

    /** Counts the estimate of a damaged sample; {@code original} is its position in the truth. */
    void add(Estimate estimate, Estimate clean, UpTruth truth, int original, String sensor) {
        samples++;
        optical = truth.optical();
        if (!estimate.isFinite()) {
            notFinite++;
            return;
        }
        if (!estimate.accepted()) {
            refused++;
            return;
        }
        if (!estimate.levelled()) {
            notLevelled++;
            return;
        }
        double[] trueUp = truth.up().get(original);
        if (trueUp.length == 0) {
            return;
        }
        double sigmaDeg = Math.hypot(estimate.inclinationSigmaDeg(), truth.sigmaDeg()[original]);
        double errorDeg = errorDeg(estimate, trueUp);
        errors.add(errorDeg, sigmaDeg);
        cleanErrors.add(errorDeg(clean, trueUp), clean.inclinationSigmaDeg());
        worstSigmas.add(errorDeg / sigmaDeg, sensor, clean.timeMicros());
        worstDegrees.add(errorDeg, sensor, clean.timeMicros());
    }

    private double errorDeg(Estimate estimate, double[] trueUp) {
        Quaternions.upInFrame(estimate.orientation(), up);
        return OrientationError.betweenDeg(up, trueUp);
    }

    /** The cells of its row, after data set and damage. */
    String[] cells() {
        return new String[] {
            optical ? "optical" : "undamaged run",
            Figures.degrees(errors.rmsDeg(), 2),
            optical ? Figures.degrees(cleanErrors.rmsDeg(), 2) : "–",
            Figures.percent(errors.shareWithin(1)),
            Figures.percent(errors.shareWithin(2)),
            String.format(Locale.ROOT, "%.2f %%", 100 * errors.shareWithin(4)),
            worstSigmas.text(" σ"),
            worstDegrees.text("°"),
            share(notLevelled),
            share(refused),
            Long.toString(notFinite)
        };
    }

    private String share(long part) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / samples);
    }
}
