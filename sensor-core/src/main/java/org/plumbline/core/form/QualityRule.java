package org.plumbline.core.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** F22: says that metrics with a limit could not be assessed for the quality of the signals. */
final class QualityRule {
    private static final Set<String> BAD_SIGNAL =
            Set.of(NotAssessedReason.UNCERTAIN.jsonName(), NotAssessedReason.MISSING_SAMPLES.jsonName());

    private QualityRule() {}

    /** Metrics with a limit that the signals did not allow to assess, in the order of the rules. */
    static List<Metric> affected(RepetitionMetrics metrics, Set<FormRule> rules, Set<Metric> prescribed) {
        Map<String, String> reasons = metrics.notAssessedReasons();
        List<Metric> watched = new ArrayList<>(prescribed);
        rules.forEach(rule -> watched.add(rule.metric()));
        List<Metric> affected = new ArrayList<>();
        for (Metric metric : watched) {
            String reason = reasons.get(metric.jsonName());
            if (reason != null && BAD_SIGNAL.contains(reason) && !affected.contains(metric)) {
                affected.add(metric);
            }
        }
        return affected;
    }

    /** The notice: how many metrics are affected, and the first of them. */
    static FormFlag flag(List<Metric> affected, double timeS) {
        return new FormFlag(
                FlagName.QUALITY,
                1,
                affected.get(0).jsonName(),
                affected.size(),
                1,
                "metrics",
                timeS,
                Confidence.HIGH,
                Double.NaN);
    }
}
