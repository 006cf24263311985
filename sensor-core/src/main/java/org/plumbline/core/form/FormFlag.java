package org.plumbline.core.form;

/**
 * Something about a repetition that a person may want to look at, with its evidence.
 *
 * @param flag which rule spoke
 * @param level 1 notice, 2 caution, 3 stop suggested
 * @param metric name of the metric in {@code metrics} of the repetition
 * @param value value of the metric
 * @param limit the limit of the level reached
 * @param unit unit of value and limit, for example {@code deg}; empty for plain numbers
 * @param timeS seconds on the recording's clock: of a live flag when the limit was passed; of a finished repetition's flag when what it
 *     speaks of happened, as {@link RepetitionMoments} has it
 * @param confidence how far the value can be trusted
 * @param minimalDetectableChange smallest change the channel can tell from noise, in {@code unit}; NaN where nobody has measured it
 */
public record FormFlag(
        FlagName flag,
        int level,
        String metric,
        double value,
        double limit,
        String unit,
        double timeS,
        Confidence confidence,
        double minimalDetectableChange) {
    /** The same at another time. */
    public FormFlag at(double otherS) {
        return new FormFlag(flag, level, metric, value, limit, unit, otherS, confidence, minimalDetectableChange);
    }
}
