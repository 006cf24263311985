package org.plumbline.server.training;

import java.util.Arrays;
import java.util.List;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;

/** The rules of an exercise that somebody switched off for a lifter: what they look at is not judged, and is no form within a limit. */
public final class SwitchedOff {
    private SwitchedOff() {}

    /**
     * Those of the rules that look at one metric, in their order: what needs two of them goes with either.
     *
     * @param held the limits the set was held to
     */
    public static List<FormRule> of(String exercise, FormLimits held) {
        FormLimits defaults = PersonalLimits.defaults(exercise);
        return Arrays.stream(FormRule.values())
                .filter(FormRule::isOfItsMetricAlone)
                .filter(rule -> defaults.of(rule) != null && held.of(rule) == null)
                .toList();
    }
}
