package org.plumbline.server.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FlagLevels;
import org.plumbline.core.form.FormRule;

/**
 * What somebody else did to a limit of a lifter.
 *
 * @param exercise name of the exercise
 * @param rule the rule whose limit it is
 * @param before its levels until then, or null where the rule did not hold
 * @param after its levels from then on, or null likewise
 * @param as as what they set it, or as what the limit that was taken back had been set
 * @param by their name
 * @param at when
 * @param reason why, as they said, or null
 */
public record LimitChange(
        String exercise,
        FormRule rule,
        @Nullable FlagLevels before,
        @Nullable FlagLevels after,
        Capacity as,
        String by,
        Instant at,
        @Nullable String reason) {
    /** What the lifter finds of it in the list of who looked at their record. */
    public static final String NOTED = "limits_changed";
}
