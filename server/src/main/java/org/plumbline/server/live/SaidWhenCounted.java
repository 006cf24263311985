package org.plumbline.server.live;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.Cue;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;

/**
 * What is not said before its repetition is counted: that it is slow. The bar that is put down after the last one rises slowly too, and
 * so does a repetition whose end is quicker than its middle; nobody lifts otherwise for hearing it a second sooner. One writer.
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

    /**
     * A repetition was counted: what waited for it, where the whole of it is flagged for that too.
     *
     * @param flags what the whole repetition is flagged for
     */
    Optional<Cue> counted(int repetition, List<FormFlag> flags) {
        Cue waited = waiting;
        waiting = null;
        counted = repetition;
        return Optional.ofNullable(waited)
                .filter(cue -> cue.repetitionNumber() == repetition)
                .filter(cue -> flags.stream().anyMatch(flag -> flag.flag() == cue.flag()));
    }
}
