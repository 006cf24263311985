package org.plumbline.core.form;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The values of one repetition. A metric that belongs to the repetition but has no value was not assessed, for a reason; a
 * metric that does not belong to it is neither here nor there.
 */
public final class RepetitionMetrics {
    private final Map<Metric, Double> values = new EnumMap<>(Metric.class);

    private final Map<Metric, Double> sigmas = new EnumMap<>(Metric.class);

    private final Map<Metric, NotAssessedReason> reasons = new EnumMap<>(Metric.class);

    private boolean holes;

    private SignalQuality quality = SignalQuality.GOOD;

    void noteHoles(boolean present) {
        holes = present;
    }

    /** Whether samples are missing in the repetition, so that its values may be a little off. */
    boolean hasHoles() {
        return holes;
    }

    void noteQuality(SignalQuality found) {
        quality = found;
    }

    /** M25: how far the signals of the repetition can be trusted. */
    public SignalQuality quality() {
        return quality;
    }

    /** Sets a value; NaN leaves the metric not assessed, for missing samples where no other reason has been given. */
    void put(Metric metric, double value) {
        if (Double.isNaN(value)) {
            if (!values.containsKey(metric)) {
                reasons.putIfAbsent(metric, NotAssessedReason.MISSING_SAMPLES);
            }
        } else {
            values.put(metric, value);
            reasons.remove(metric);
        }
    }

    /**
     * Sets a value whose error is known. Where the error to expect is larger than the smallest change that means anything, the
     * value means nothing, and the metric is not assessed: neither a flag nor the lack of one would say anything.
     *
     * @param sigma root mean square error to expect, in the unit of the metric; NaN where not known
     */
    void put(Metric metric, double value, double sigma) {
        if (sigma > metric.minimalDetectableChange()) {
            notAssessed(metric, Double.isNaN(value) ? NotAssessedReason.MISSING_SAMPLES : NotAssessedReason.UNCERTAIN);
        } else {
            put(metric, value);
            sigmas.put(metric, sigma);
        }
    }

    /** Says why a metric that belongs to the repetition has no value; one that was set before is taken back. */
    void notAssessed(Metric metric, NotAssessedReason reason) {
        values.remove(metric);
        sigmas.remove(metric);
        reasons.put(metric, reason);
    }

    /** Whether the metric belongs to the repetition, assessed or not. */
    boolean belongs(Metric metric) {
        return values.containsKey(metric) || reasons.containsKey(metric);
    }

    /** Why the metric has no value; missing samples where nobody has said. */
    NotAssessedReason reason(Metric metric) {
        return reasons.getOrDefault(metric, NotAssessedReason.MISSING_SAMPLES);
    }

    /** Root mean square error to expect of a value, in the unit of the metric; NaN where not known. */
    double sigma(Metric metric) {
        return sigmas.getOrDefault(metric, Double.NaN);
    }

    /** The value, or NaN where it was not assessed or does not belong to the repetition. */
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

    /** JSON names of the metrics that belong to the repetition and were not assessed. */
    public Set<String> notAssessed() {
        return new TreeSet<>(notAssessedReasons().keySet());
    }

    /** Why each of them was not assessed, in lower case, by JSON name and in the order of {@link Metric}. */
    public Map<String, String> notAssessedReasons() {
        Map<String, String> result = new LinkedHashMap<>();
        reasons.forEach((metric, reason) -> result.put(metric.jsonName(), reason.jsonName()));
        return result;
    }
}
