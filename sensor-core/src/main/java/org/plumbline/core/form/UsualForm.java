package org.plumbline.core.form;

import org.jspecify.annotations.Nullable;

/** What is usual for the lifter: the approved repetitions where there are such, else the first valid ones of the set. */
final class UsualForm {
    private final @Nullable FormBaseline baseline;
    private final SetReference reference;

    UsualForm(@Nullable FormBaseline baseline, SetReference reference) {
        this.baseline = baseline;
        this.reference = reference;
    }

    /** Usual value of a metric; NaN where not known. */
    double centre(Metric metric) {
        FormBaseline.Channel approved = approved(metric);
        return approved == null ? reference.centre(metric) : approved.mean();
    }

    /** Standard deviation of that; NaN where not known. */
    double deviation(Metric metric) {
        FormBaseline.Channel approved = approved(metric);
        return approved == null ? reference.deviation(metric) : approved.deviation();
    }

    /** What was approved; the peak of flexion rests on the neutral pose of its day, and is compared within the set. */
    private FormBaseline.@Nullable Channel approved(Metric metric) {
        return baseline == null || metric == Metric.LUMBAR_FLEXION_PEAK
                ? null
                : baseline.channels().get(metric);
    }
}
