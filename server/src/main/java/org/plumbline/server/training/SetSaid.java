package org.plumbline.server.training;

import org.jspecify.annotations.Nullable;

/**
 * What the lifter said of a set afterwards.
 *
 * @param effort how hard it was
 * @param note anything else, or null
 * @param loadCorrected whether the load was corrected
 * @param loadBeforeKg the load the set was begun with, where it was corrected; null where none was said then
 */
public record SetSaid(
        Effort effort,
        @Nullable String note,
        boolean loadCorrected,
        @Nullable Double loadBeforeKg) {
    /** Nothing was said. */
    public static final SetSaid NOTHING = new SetSaid(Effort.NOT_SAID, null, false, null);
}
