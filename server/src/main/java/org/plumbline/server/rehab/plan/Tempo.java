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

    /** As people write it: {@code 3–1–2 s}, with {@code ×} for a part that is free. */
    public String say() {
        return part(downS) + "–" + part(pauseS) + "–" + part(upS) + " s";
    }

    private static String part(@Nullable Double seconds) {
        if (seconds == null) {
            return "×";
        }
        return seconds == Math.rint(seconds) ? String.valueOf(Math.round(seconds)) : String.valueOf(seconds);
    }
}
