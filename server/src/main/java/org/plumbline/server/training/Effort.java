package org.plumbline.server.training;

import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Words;

/**
 * How hard a set was, as the lifter says.
 *
 * @param rpe rating of perceived exertion, 1 to 10 in halves, or null
 * @param repetitionsInReserve repetitions that were left, 0 to 10, or null
 */
public record Effort(@Nullable Double rpe, @Nullable Integer repetitionsInReserve) {
    /** The lifter has said nothing. */
    public static final Effort NOT_SAID = new Effort(null, null);

    /** Below this rating the scale gives no number of repetitions (RPE 10 is none left, 9 one, 8 two; Zourdos 2016). */
    private static final double LOWEST_RPE_IN_REPETITIONS = 7;

    private static final double HARDEST_RPE = 10;
    private static final int MOST_IN_RESERVE = 10;

    /** Rating and reserve that lie so far apart are not the same set. */
    private static final double CONTRADICTION = 2;

    /** @throws IllegalArgumentException where a number is off its scale; the message is for the person */
    public Effort {
        if (rpe != null && !(rpe >= 1 && rpe <= HARDEST_RPE && rpe * 2 == Math.rint(rpe * 2))) {
            throw new IllegalArgumentException(Words.say("effort.rpe.refused"));
        }
        if (repetitionsInReserve != null && (repetitionsInReserve < 0 || repetitionsInReserve > MOST_IN_RESERVE)) {
            throw new IllegalArgumentException(Words.say("effort.reserve.refused", MOST_IN_RESERVE));
        }
    }

    /** Whether nothing was said. */
    public boolean isEmpty() {
        return rpe == null && repetitionsInReserve == null;
    }

    /** Whether what was said in one word denies the other. Below what the scale gives in repetitions, more may be left. */
    boolean isContradiction() {
        if (rpe == null || repetitionsInReserve == null) {
            return false;
        }
        double fewer = HARDEST_RPE - rpe - repetitionsInReserve;
        return fewer >= CONTRADICTION || (rpe >= LOWEST_RPE_IN_REPETITIONS && fewer <= -CONTRADICTION);
    }

    /** Repetitions left as said, else as the rating means; null where nobody can know. A half counts as none. */
    public @Nullable Integer left() {
        if (repetitionsInReserve != null) {
            return repetitionsInReserve;
        }
        return rpe == null || rpe < LOWEST_RPE_IN_REPETITIONS ? null : (int) Math.floor(HARDEST_RPE - rpe);
    }
}
