package org.plumbline.core.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What other limits would have flagged in sets that are measured already. The rules run over the stored values of the
 * repetitions, so no sample is needed; what compares repetitions with each other is found anew.
 *
 * <p>Stored values are rounded to a hundredth, and the error to expect of each is not among them: a flag at the very limit may
 * come or go, and a confidence may be higher than it was. A metric that was not assessed raises nothing.
 */
public final class LimitPreview {
    /**
     * A repetition as it was measured.
     *
     * @param set the set it belongs to, from 1: what is usual is forgotten from one to the next
     * @param metrics values by name of the metric in JSON, degrees, seconds or percent as the metric has it
     * @param notAssessed names of the metrics that belong to it but could not be assessed
     * @param lumbarFlexionDeg course of its lumbar flexion, evenly spaced points; empty where not known
     */
    public record Measured(int set, Map<String, Double> metrics, Set<String> notAssessed, double[] lumbarFlexionDeg) {}

    private LimitPreview() {}

    /** The flags of each repetition under that basis, strongest first, in the order of the repetitions. */
    public static List<List<FormFlag>> judge(FormBasis basis, List<Measured> repetitions) {
        SetForm form = new SetForm(basis);
        List<List<FormFlag>> judged = new ArrayList<>();
        int set = repetitions.isEmpty() ? 1 : repetitions.get(0).set();
        for (Measured repetition : repetitions) {
            if (repetition.set() != set) {
                set = repetition.set();
                form.beginSet();
            }
            List<FormFlag> flags =
                    new ArrayList<>(form.judge(metrics(repetition), repetition.lumbarFlexionDeg(), 0, 0));
            flags.removeIf(flag ->
                    flag.flag() == FlagName.QUALITY || repetition.notAssessed().contains(flag.metric()));
            judged.add(flags);
        }
        return judged;
    }

    private static RepetitionMetrics metrics(Measured repetition) {
        RepetitionMetrics metrics = new RepetitionMetrics();
        for (Metric metric : Metric.values()) {
            Double value = repetition.metrics().get(metric.jsonName());
            boolean ofItself = metric != Metric.TRUNK_DEVIATION
                    && !RepetitionMeasurement.AGAINST_OTHER_REPETITIONS.contains(metric);
            if (value != null && ofItself) {
                metrics.put(metric, value);
            }
        }
        return metrics;
    }
}
