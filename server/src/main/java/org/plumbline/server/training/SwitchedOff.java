package org.plumbline.server.training;

import java.util.Arrays;
import java.util.List;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;

/** The rules of an exercise that somebody switched off for a lifter: what they look at is not judged, and is no form within a limit. */
public final class SwitchedOff {
    private SwitchedOff() {}

    /**
     * Those of the rules that look at one metric, in their order: what needs two of them goes with either. A rule that a set was not
     * held to though nobody switched it off is none: the defaults may have gained it since.
     *
     * @param held the limits the set was held to
     * @param off what had switched rules off as it began
     */
    public static List<FormRule> of(FormLimits held, List<PersonalLimit> off) {
        return Arrays.stream(FormRule.values())
                .filter(FormRule::isOfItsMetricAlone)
                .filter(rule -> held.of(rule) == null
                        && off.stream().anyMatch(limit -> limit.value().rule() == rule))
                .toList();
    }
}
