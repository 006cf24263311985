package org.plumbline.server.rehab.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.Metric;

/**
 * The range of one motion over the slow bends of a test.
 *
 * @param metric what was measured of each bend
 * @param bends how many bends it was measured of
 * @param medianDeg the middle one, or null where not assessed
 * @param leastDeg the smallest, or null
 * @param mostDeg the largest, or null
 * @param detectableDeg the smallest change of it that can be told apart
 * @param notAssessed why there is none, or null
 */
public record MotionRange(
        Metric metric,
        int bends,
        @Nullable Double medianDeg,
        @Nullable Double leastDeg,
        @Nullable Double mostDeg,
        double detectableDeg,
        @Nullable Reason notAssessed) {
    /** One bend alone says as much of the day as of the back. */
    static final int LEAST_BENDS = 3;

    /** What a test reads: ranges, which do not rest on the neutral pose of the day. */
    public static final List<Metric> METRICS =
            List.of(Metric.LUMBAR_FLEXION_RANGE, Metric.TRUNK_INCLINATION_RANGE, Metric.PELVIS_TILT_RANGE);

    /** Why a range is not given. */
    public enum Reason {
        /** No sensor sees it, or its signals did not allow it. */
        NOT_SEEN,
        TOO_FEW_BENDS,
        /** The bends differ by more than a change that could be told apart. */
        BENDS_DIFFER;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Reason ofWord(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** The range of a metric over bends. */
    static MotionRange of(Metric metric, List<AnalysisResult.Repetition> bends) {
        List<Double> values = new ArrayList<>();
        for (AnalysisResult.Repetition bend : bends) {
            Double value = bend.metrics().get(metric.jsonName());
            if (value != null) {
                values.add(value);
            }
        }
        Collections.sort(values);
        double detectable = metric.minimalDetectableChange();
        if (values.isEmpty()) {
            return new MotionRange(metric, 0, null, null, null, detectable, Reason.NOT_SEEN);
        }
        double least = values.get(0);
        double most = values.get(values.size() - 1);
        if (values.size() < LEAST_BENDS) {
            return new MotionRange(metric, values.size(), null, least, most, detectable, Reason.TOO_FEW_BENDS);
        }
        if (most - least > 2 * detectable) {
            return new MotionRange(metric, values.size(), null, least, most, detectable, Reason.BENDS_DIFFER);
        }
        int middle = values.size() / 2;
        double median = values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
        return new MotionRange(metric, values.size(), median, least, most, detectable, null);
    }
}
