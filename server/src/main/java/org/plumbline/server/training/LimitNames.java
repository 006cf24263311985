package org.plumbline.server.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FlagLevels;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.Metric;

/**
 * The limits a set is held to, as a reader may know them, and who set them: a repetition beyond one is said to be outside the limit
 * set by them, and its value is told apart from every limit of its metric.
 *
 * @param byMetric name of the therapist by JSON name of the metric
 * @param limits the limits
 */
public record LimitNames(Map<String, String> byMetric, FormLimits limits) {
    /** No limit is known, and nobody who set any. */
    public static final LimitNames NOBODY = new LimitNames(Map.of(), FormLimits.NONE);

    public LimitNames {
        byMetric = Map.copyOf(byMetric);
    }

    /** Limits of which nobody is to be named. */
    public static LimitNames unnamed(FormLimits limits) {
        return new LimitNames(Map.of(), limits);
    }

    /** Who set the limit that a flag speaks of, or null where it is nobody's or they are no longer here. */
    @Nullable
    String of(FormFlag flag) {
        return flag.flag() == FlagName.REHAB_LIMIT ? byMetric.get(flag.metric()) : null;
    }

    /** Every level of every limit of a metric. */
    public List<Double> levels(String metric) {
        List<Double> levels = new ArrayList<>();
        for (FormRule rule : FormRule.values()) {
            @Nullable FlagLevels ofRule = limits.of(rule);
            if (ofRule != null && rule.metric().jsonName().equals(metric)) {
                levels.addAll(List.of(ofRule.notice(), ofRule.caution(), ofRule.stop()));
            }
        }
        for (Map.Entry<Metric, Double> most : limits.prescribed().entrySet()) {
            if (most.getKey().jsonName().equals(metric)) {
                levels.add(most.getValue());
            }
        }
        return levels.stream().filter(Double::isFinite).toList();
    }
}
