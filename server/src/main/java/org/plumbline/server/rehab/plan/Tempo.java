package org.plumbline.server.rehab.plan;

import org.jspecify.annotations.Nullable;

/**
 * How long the parts of a repetition are meant to take; null where a part is free.
 *
 * @param downS way down, s
 * @param pauseS dwell at the bottom, s
 * @param upS way up, s
 */
public record Tempo(
        @Nullable Double downS,
        @Nullable Double pauseS,
        @Nullable Double upS) {
    /** Every part is free. */
    public static final Tempo FREE = new Tempo(null, null, null);

    public boolean isFree() {
        return downS == null && pauseS == null && upS == null;
    }
}
