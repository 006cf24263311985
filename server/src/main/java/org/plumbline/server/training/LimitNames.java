package org.plumbline.server.training;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;

/**
 * Who set the limits a set is held to, so that a repetition beyond one is said to be outside the limit set by them.
 *
 * @param byMetric name of the therapist by JSON name of the metric
 */
public record LimitNames(Map<String, String> byMetric) {
    /** Nobody is known to have set any. */
    public static final LimitNames NOBODY = new LimitNames(Map.of());

    public LimitNames {
        byMetric = Map.copyOf(byMetric);
    }

    /** Who set the limit that a flag speaks of, or null where it is nobody's or they are no longer here. */
    @Nullable
    String of(FormFlag flag) {
        return flag.flag() == FlagName.REHAB_LIMIT ? byMetric.get(flag.metric()) : null;
    }
}
