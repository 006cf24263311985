package org.plumbline.core.form;

import java.util.function.DoubleFunction;

/**
 * A rule with one person's numbers.
 *
 * @param flag the flag it raises
 * @param metric the metric it looks at
 * @param levels the limits
 * @param minimalDetectableChange smallest change of the metric that is not noise, for this person; NaN where not known
 */
record PersonalRule(FlagName flag, Metric metric, FlagLevels levels, double minimalDetectableChange) {
    static PersonalRule of(FormRule rule, FlagLevels levels, FormBasis basis) {
        return of(rule.flag(), rule.metric(), levels, basis);
    }

    static PersonalRule of(FlagName flag, Metric metric, FlagLevels levels, FormBasis basis) {
        return new PersonalRule(flag, metric, levels, metric.minimalDetectableChange(basis.maxFlexionDeg()));
    }

    /** The limit that the flag of a level speaks of: that of the level the value reaches by itself, if that is less. */
    double limit(int level, double value) {
        return levels.limitOf(Math.max(1, Math.min(level, levels.levelOf(value))));
    }

    /**
     * The flag of a level, with its evidence. Ending a set is not suggested on evidence of low confidence: that is a caution, and the
     * confidence is that of its limit.
     *
     * @param level level raised; may lie above or below the one the value alone reaches
     * @param grading confidence that a limit was passed
     */
    FormFlag raise(int level, double value, double timeS, DoubleFunction<Confidence> grading) {
        Confidence asRaised = grading.apply(limit(level, value));
        int justified = asRaised == Confidence.LOW ? Math.min(level, 2) : level;
        Confidence confidence = justified == level ? asRaised : grading.apply(limit(justified, value));
        return new FormFlag(
                flag,
                justified,
                metric.jsonName(),
                rounded(value),
                rounded(limit(justified, value)),
                metric.unit(),
                timeS,
                confidence,
                rounded(minimalDetectableChange));
    }

    /** A hundredth, as the metrics of a repetition are: rounded otherwise, one value would be read as two. NaN stays. */
    private static double rounded(double value) {
        return Double.isNaN(value) ? value : Math.round(value * 100) / 100.0;
    }
}
