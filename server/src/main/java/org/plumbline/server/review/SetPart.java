package org.plumbline.server.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.training.StoredRepetition;

/**
 * The repetitions of a set that are shown at once: all of them, or of a very long set those from one on. A page, and the memory
 * of the server, take only so many.
 *
 * @param repetitions in order
 * @param all how many the set has
 * @param before number from which the part before this one is shown, or null where this is the first
 * @param after the same of the part after this one
 * @param fromS what happened in the set from here on belongs to this part, seconds on the set's clock
 * @param toS and until here
 */
record SetPart(
        List<StoredRepetition> repetitions,
        int all,
        @Nullable Integer before,
        @Nullable Integer after,
        double fromS,
        double toS) {
    public boolean isWhole() {
        return repetitions.size() == all;
    }

    boolean holds(double momentS) {
        return momentS >= fromS && momentS < toS;
    }

    public int first() {
        return repetitions.get(0).result().number();
    }

    public int last() {
        return repetitions.get(repetitions.size() - 1).result().number();
    }
}
