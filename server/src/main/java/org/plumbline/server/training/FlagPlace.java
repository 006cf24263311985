package org.plumbline.server.training;

import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.Metric;

/**
 * Where a flag is found again once its set is analysed anew, seconds on the set's clock: an end of its repetition, which moves by a
 * sample or two. The moment it carries may jump, where a peak has two points of nearly one height, and was another one before
 * {@code line-10}.
 */
public final class FlagPlace {
    private FlagPlace() {}

    /** The begin of the way up where the flag speaks of that, else the end. */
    public static double of(FormFlag flag, AnalysisResult.Repetition repetition) {
        boolean ofThePull = flag.flag() != FlagName.QUALITY
                && Metric.ofJsonName(flag.metric())
                        .filter(FormRule::isOfThePull)
                        .isPresent();
        return ofThePull ? repetition.barBreakS() : repetition.endS();
    }
}
