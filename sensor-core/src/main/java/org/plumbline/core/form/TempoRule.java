package org.plumbline.core.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** F10: the phase that is furthest off its target, where there is a target. */
final class TempoRule {
    private static final List<Metric> PHASES =
            List.of(Metric.ECCENTRIC_DURATION, Metric.BOTTOM_DURATION, Metric.CONCENTRIC_DURATION, Metric.TOP_DURATION);

    /** Durations are multiples of a hundredth of a second; less is a rounding of numbers. */
    private static final double ROUNDING_S = 1e-6;

    private final FormBasis basis;
    private final @Nullable TempoTarget target;

    TempoRule(FormBasis basis) {
        this.basis = basis;
        target = basis.tempo();
    }

    /** Hears of a phase that is off. */
    @FunctionalInterface
    interface Listener {
        /**
         * @param rule the rule of that phase, its limit the end of the target that was passed
         * @param offS how far the phase is off its target, s
         */
        void off(PersonalRule rule, double offS, int level);
    }

    void judge(RepetitionMetrics metrics, Listener listener) {
        FlagLevels levels = basis.limits().of(FormRule.TEMPO);
        if (target == null || levels == null) {
            return;
        }
        Metric worst = null;
        double most = 1;
        for (Metric phase : PHASES) {
            double targetS = target.of(phase);
            double off = (Math.abs(metrics.value(phase) - targetS) - ROUNDING_S) / TempoTarget.toleranceS(targetS);
            if (off > most) {
                most = off;
                worst = phase;
            }
        }
        int level = levels.levelOf(most);
        if (worst != null && level >= 1) {
            double targetS = target.of(worst);
            double off = metrics.value(worst) - targetS;
            double limit = targetS + Math.signum(off) * TempoTarget.toleranceS(targetS);
            FlagLevels passed = new FlagLevels(limit, limit, FlagLevels.ABSENT, levels.source(), levels.origin());
            listener.off(PersonalRule.of(FlagName.TEMPO, worst, passed, basis), Math.abs(off), level);
        }
    }

    /** Whether the way down took less than half of its target: the weight was dropped. */
    boolean isDropped(RepetitionMetrics metrics) {
        return target != null
                && metrics.value(Metric.ECCENTRIC_DURATION) < TempoTarget.DROPPED_SHARE * target.eccentricS();
    }
}
