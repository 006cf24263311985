package org.plumbline.server.live;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.Cue;
import org.plumbline.core.form.FlagName;

/**
 * What is not said before its repetition is counted: that it is slow. The bar that is put down after the last one rises slowly too, and
 * most of what was said live and not confirmed was that (docs/reference/metrics-and-limits.md); nobody lifts otherwise for hearing it a
 * second sooner. One writer.
 */
final class SaidWhenCounted {
    private @Nullable Cue waiting;
    private int counted;

    /** Whether a flag is of this kind; it comes again with its repetition. */
    static boolean is(FlagName flag) {
        return flag == FlagName.SPEED_LOSS;
    }

    /** Whether a cue is to wait for its repetition; it is kept until then. */
    boolean holdsBack(Cue cue) {
        boolean early = is(cue.flag()) && cue.repetitionNumber() > counted;
        if (early) {
            waiting = cue;
        }
        return early;
    }

    /** A repetition was counted: what waited for it, where anything did. */
    Optional<Cue> counted(int repetition) {
        Cue waited = waiting;
        waiting = null;
        counted = repetition;
        return Optional.ofNullable(waited).filter(cue -> cue.repetitionNumber() == repetition);
    }
}
