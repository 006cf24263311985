package org.plumbline.core.form;

import org.jspecify.annotations.Nullable;

/** The levels of a rule as they hold for this repetition: some are counted from what is usual for the lifter. */
final class RuleLevels {
    /** A baseline is left at its caution only beyond so many of its own deviations (catalogue F4). */
    private static final double CAUTION_DEVIATIONS = 2;

    private static final double STOP_DEVIATIONS = 3;

    private RuleLevels() {}

    /** The levels, or null where the rule cannot be judged. */
    static @Nullable FlagLevels of(FormRule rule, FormBasis basis, SetReference reference) {
        FlagLevels levels = basis.limits().of(rule);
        if (levels == null) {
            return null;
        }
        if (rule == FormRule.BASELINE_DEVIATION) {
            return ofBaseline(levels, basis.baseline());
        }
        double zero = zeroOf(rule, basis, reference);
        if (Double.isNaN(zero)) {
            return null;
        }
        return zero == 0 ? levels : levels.above(zero);
    }

    private static @Nullable FlagLevels ofBaseline(FlagLevels levels, @Nullable FormBaseline baseline) {
        FormBaseline.Channel peak =
                baseline == null ? null : baseline.channels().get(Metric.LUMBAR_FLEXION_PEAK);
        return peak == null
                ? null
                : levels.atLeast(CAUTION_DEVIATIONS * peak.deviation(), STOP_DEVIATIONS * peak.deviation());
    }

    /** Where the levels of a rule are counted from: 0, or the lifter's usual; NaN where that is not known yet. */
    static double zeroOf(FormRule rule, FormBasis basis, SetReference reference) {
        if (!rule.isCountedFromUsual()) {
            return 0;
        }
        return rule == FormRule.PELVIC_TUCK
                ? Math.max(0, new UsualForm(basis.baseline(), reference).centre(Metric.PELVIC_TUCK))
                : usualTuck(basis);
    }

    /** Descents differ too much between people for one number: an approved tuck is not counted. */
    private static double usualTuck(FormBasis basis) {
        FormBaseline baseline = basis.baseline();
        FormBaseline.Channel tuck =
                baseline == null ? null : baseline.channels().get(Metric.TUCK);
        return tuck == null ? 0 : Math.max(0, tuck.mean());
    }
}
