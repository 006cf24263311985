package org.plumbline.core.calibration;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** The person's largest lumbar flexion: the median of the peaks of slow full bows, and how far it can be trusted. */
final class MaximumFlexion {
    /** Peaks of maximum flexion agree within this, degrees. */
    private static final double PEAKS_AGREE_DEG = 8;

    /** Less is no full bend, degrees. */
    private static final double SMALLEST_MAXIMUM_DEG = 30;

    /** Between two bows the trunk comes back to within this of neutral, degrees. */
    private static final double BETWEEN_BOWS_DEG = 15;

    private final List<Double> peaks = new ArrayList<>();
    private double peakDeg;
    private boolean out;

    /** Takes the inclinations of a tick of the bows. */
    void add(double lowerDeg, double upperDeg) {
        if (upperDeg > 2 * BETWEEN_BOWS_DEG) {
            out = true;
            peakDeg = Math.max(peakDeg, upperDeg - lowerDeg);
        } else if (out && upperDeg < BETWEEN_BOWS_DEG) {
            close();
        }
    }

    private void close() {
        peaks.add(peakDeg);
        peakDeg = 0;
        out = false;
    }

    /** No more bows come. */
    void finish() {
        if (out) {
            close();
        }
    }

    /** Median peak, degrees; NaN where the bows were none. */
    double medianDeg() {
        return part().grade() == CalibrationGrade.NONE ? Double.NaN : median();
    }

    private double median() {
        return new Median()
                .evaluate(peaks.stream().mapToDouble(Double::doubleValue).toArray());
    }

    CalibrationPart part() {
        if (peaks.isEmpty() || median() < SMALLEST_MAXIMUM_DEG) {
            return new CalibrationPart(
                    CalibrationGrade.NONE,
                    "The bows were shallow, so the largest flexion is not known: bow as far as is comfortable.");
        }
        if (peaks.size() == 1) {
            return new CalibrationPart(
                    CalibrationGrade.FAIR,
                    "The largest flexion is that of one bow only. Bow slowly three times for a better value.");
        }
        double least = Double.MAX_VALUE;
        double most = 0;
        for (double peak : peaks) {
            least = Math.min(least, peak);
            most = Math.max(most, peak);
        }
        return most - least > PEAKS_AGREE_DEG
                ? new CalibrationPart(
                        CalibrationGrade.POOR,
                        "The bows differ by more than 8°, so the largest flexion is uncertain. "
                                + "Bow as far each time.")
                : CalibrationPart.GOOD;
    }
}
