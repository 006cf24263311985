package org.plumbline.core.form;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the repetitions of a set together say of fatigue.
 *
 * @param formDriftIndex largest M23 of its repetitions: 1 is the edge of the noise; null where there is no reference
 * @param formLeavesUsualFrom repetition from which on the form is beyond the lifter's usual until the end; null where it is not
 * @param beyondUsual the repetitions beyond the lifter's usual, two or more running
 * @param trends the metrics with enough repetitions for a trend
 * @param repetitionsLeft range of repetitions left before a limit; null where that cannot be known
 * @param unknown why {@code repetitionsLeft} cannot be known, in plain words; null where it is
 */
public record FatigueSummary(
        @Nullable Double formDriftIndex,
        @Nullable Integer formLeavesUsualFrom,
        List<Integer> beyondUsual,
        List<FormTrend> trends,
        @Nullable RepetitionsLeft repetitionsLeft,
        @Nullable String unknown) {
    /** The same with repetitions counted through all sets, of which there were so many before this one. */
    public FatigueSummary after(int repetitionsBefore) {
        Integer from = formLeavesUsualFrom == null ? null : (Integer) (formLeavesUsualFrom + repetitionsBefore);
        List<Integer> beyond = new ArrayList<>();
        for (int one : beyondUsual) {
            beyond.add(one + repetitionsBefore);
        }
        return new FatigueSummary(formDriftIndex, from, List.copyOf(beyond), trends, repetitionsLeft, unknown);
    }
}
