package org.plumbline.core.form;

/**
 * One rule: a flag raised by a metric against its limits.
 *
 * @param flag the flag it raises
 * @param metric the metric it looks at
 * @param levels the limits
 */
record FormRule(FlagName flag, Metric metric, FlagLevels levels) {
    /** The limit that the flag of a level speaks of: that of the level the value reaches by itself, if that is less. */
    double limit(int level, double value) {
        return levels.limitOf(Math.max(1, Math.min(level, levels.levelOf(value))));
    }

    /**
     * The flag of a level, with its evidence. Ending a set is not suggested on evidence of low confidence: that is a caution.
     *
     * @param level level raised; may lie above or below the one the value alone reaches
     */
    FormFlag raise(int level, double value, double timeS, Confidence confidence) {
        int justified = confidence == Confidence.LOW ? Math.min(level, 2) : level;
        return new FormFlag(
                flag,
                justified,
                metric.jsonName(),
                Math.round(value * 10) / 10.0,
                limit(justified, value),
                metric.unit(),
                timeS,
                confidence,
                metric.minimalDetectableChange());
    }
}
