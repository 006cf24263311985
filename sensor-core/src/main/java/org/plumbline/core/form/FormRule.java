package org.plumbline.core.form;

/**
 * One rule: a flag raised by a metric against its limits.
 *
 * @param flag the flag it raises
 * @param metric the metric it looks at
 * @param levels the limits
 */
record FormRule(FlagName flag, Metric metric, FlagLevels levels) {
    /**
     * The flag of a level, with its evidence. Ending a set is not suggested on evidence of low confidence: that is a caution.
     *
     * @param level level raised; may lie above or below the one the value alone reaches
     */
    FormFlag raise(int level, double value, double timeS, Confidence confidence) {
        int justified = confidence == Confidence.LOW ? Math.min(level, 2) : level;
        int reached = Math.max(1, Math.min(justified, levels.levelOf(value)));
        return new FormFlag(
                flag,
                justified,
                metric.jsonName(),
                Math.round(value * 10) / 10.0,
                levels.limitOf(reached),
                metric.unit(),
                timeS,
                confidence,
                metric.minimalDetectableChange());
    }
}
