package org.plumbline.server.live;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.ExerciseProfile;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much this server takes at once; {@code docs/explanation/back-pressure.md} is its page.
 *
 * @param mostSets sets that run at once, one of holds counts for three; one more is refused, and the person is told. With 0 as
 *     many as have room in half of the heap
 * @param mostScreens screens that watch at once
 */
@ConfigurationProperties("plumbline.live")
record LiveProperties(
        @DefaultValue("0") int mostSets,
        @DefaultValue("400") int mostScreens) {
    /** Measured: docs/reference/load.md. */
    private static final long BYTES_OF_A_SET = 2_700_000;

    /** A set of holds keeps ten minutes of angles in place of one and a half, 5 MB more (PoseHistory). */
    private static final int PLACES_OF_HOLDS = 3;

    /** Nobody has seen more run. */
    private static final int MOST_EVER = 600;

    LiveProperties {
        if (mostSets == 0) {
            mostSets = room(Runtime.getRuntime().maxMemory());
        }
    }

    /** Sets that have room in a heap of so many bytes. */
    static int room(long heapBytes) {
        return (int) Math.max(1, Math.min(MOST_EVER, heapBytes / 2 / BYTES_OF_A_SET));
    }

    /** How many of the sets that run at once one of that exercise counts for. */
    static int places(@Nullable String exercise) {
        return exercise != null && ExerciseProfile.isHold(exercise) ? PLACES_OF_HOLDS : 1;
    }
}
