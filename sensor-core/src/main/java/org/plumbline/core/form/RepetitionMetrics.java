package org.plumbline.core.form;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The values of one repetition; a metric without a value was not assessed. */
public final class RepetitionMetrics {
    private final Map<Metric, Double> values = new EnumMap<>(Metric.class);

    private final Map<Metric, Double> sigmas = new EnumMap<>(Metric.class);

    private boolean holes;

    void noteHoles(boolean present) {
        holes = present;
    }

    /** Whether samples are missing in the repetition, so that its values may be a little off. */
    boolean hasHoles() {
        return holes;
    }

    /** Sets a value; NaN leaves the metric not assessed. */
    void put(Metric metric, double value) {
        if (!Double.isNaN(value)) {
            values.put(metric, value);
        }
    }

    /**
     * Sets a value whose error is known. Where the error to expect is larger than the smallest change that means anything, the
     * value means nothing, and the metric is not assessed: neither a flag nor the lack of one would say anything.
     *
     * @param sigma root mean square error to expect, in the unit of the metric; NaN where not known
     */
    void put(Metric metric, double value, double sigma) {
        if (!(sigma > metric.minimalDetectableChange())) {
            put(metric, value);
            sigmas.put(metric, sigma);
        }
    }

    /** Root mean square error to expect of a value, in the unit of the metric; NaN where not known. */
    double sigma(Metric metric) {
        return sigmas.getOrDefault(metric, Double.NaN);
    }

    /** The value, or NaN where it was not assessed. */
    public double value(Metric metric) {
        Double value = values.get(metric);
        return value == null ? Double.NaN : value;
    }

    /** Values by JSON name, in the order of {@link Metric}, rounded to a hundredth. */
    public Map<String, Double> byJsonName() {
        Map<String, Double> result = new LinkedHashMap<>();
        values.forEach((metric, value) -> result.put(metric.jsonName(), Math.round(value * 100) / 100.0));
        return result;
    }

    /** JSON names of the metrics that were not assessed. */
    public Set<String> notAssessed() {
        Set<String> names = new TreeSet<>();
        for (Metric metric : Metric.values()) {
            if (!values.containsKey(metric)) {
                names.add(metric.jsonName());
            }
        }
        return names;
    }
}
