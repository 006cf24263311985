package org.plumbline.server.review.chart;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.StoredRepetition;

/**
 * Where in a chart of lumbar flexion a limit of the plan lies that is counted from a point of the course up to its peak: at another
 * height in every repetition.
 *
 * @param metric what is limited
 * @param number of the repetition
 * @param mostDeg the limit
 * @param heightDeg where it lies
 */
record PrescribedHeight(Metric metric, int number, double mostDeg, double heightDeg) {
    /** What is counted from a point of the course up to its peak. */
    static final List<Metric> UP_TO_THE_PEAK = List.of(Metric.FLEXION_GAIN_LOADED, Metric.LUMBAR_FLEXION_RANGE);

    /** Of a repetition; empty where nothing is prescribed of the metric, or it was not assessed. */
    static Optional<PrescribedHeight> of(ChartedSet set, StoredRepetition repetition, Metric metric) {
        @Nullable Double most = set.limits().prescribed().get(metric);
        double height = most == null ? Double.NaN : heightDeg(repetition, measured(repetition, metric), most);
        return most == null || !Double.isFinite(height)
                ? Optional.empty()
                : Optional.of(new PrescribedHeight(metric, repetition.result().number(), most, height));
    }

    /** All of a repetition. */
    static List<PrescribedHeight> of(ChartedSet set, StoredRepetition repetition) {
        return UP_TO_THE_PEAK.stream()
                .flatMap(metric -> of(set, repetition, metric).stream())
                .toList();
    }

    /**
     * Where a limit lies of what was measured up to the peak, whatever point it is counted from; NaN where either was not assessed.
     */
    static double heightDeg(StoredRepetition repetition, double measuredDeg, double limitDeg) {
        double peak = SetFinding.peak(repetition.curves().lumbarFlexionDeg()).orElse(Double.NaN);
        return peak - measuredDeg + limitDeg;
    }

    /** What was measured of it; NaN where that was not assessed. */
    static double measured(StoredRepetition repetition, Metric metric) {
        return repetition.result().metrics().getOrDefault(metric.jsonName(), Double.NaN);
    }

    /** The limit as it was set, counted from there: {@code +10°}. */
    String said() {
        return "+" + FormWords.limit(mostDeg, "deg");
    }
}
