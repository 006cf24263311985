package org.plumbline.server.rehab.plan;

import org.jspecify.annotations.Nullable;

/**
 * How many of those that could be judged were as prescribed.
 *
 * @param kept as prescribed
 * @param judged could be judged
 */
public record Share(int kept, int judged) {
    static final Share NOTHING = new Share(0, 0);

    /** In percent; null where nothing could be judged: that is not the same as none. */
    public @Nullable Integer percent() {
        return judged == 0 ? null : Math.round(100f * kept / judged);
    }

    Share plus(Share other) {
        return new Share(kept + other.kept, judged + other.judged);
    }
}
