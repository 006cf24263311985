package org.plumbline.server.training;

import org.plumbline.server.web.Words;

/**
 * Of how many repetitions the form was judged: that nothing was flagged says something only where it was of all of them.
 *
 * @param repetitions repetitions that count
 * @param assessed those whose form was judged, see {@link Assessment#isJudged}
 */
public record Judged(int repetitions, int assessed) {
    /** Whether the form of all of them was judged; of none there is nothing to judge. */
    public boolean isWhole() {
        return repetitions > 0 && assessed >= repetitions;
    }

    /**
     * What they come to: {@link FormWords#NOT_ASSESSED} where nothing was flagged and not all were judged.
     *
     * @param strongest highest level of their flags, 0 where there is none
     */
    public int level(int strongest) {
        return FormWords.found(strongest, isWhole());
    }

    /**
     * The word of that in the log; where some were judged and others not, of how many.
     *
     * @param holds whether they are holds
     */
    public String words(int strongest, boolean holds) {
        return words(strongest, holds, false);
    }

    /**
     * The same of a set.
     *
     * @param motionTest whether a range of motion was read of it: it is measured, and nothing of it is judged
     */
    public String words(int strongest, boolean holds, boolean motionTest) {
        int level = level(strongest);
        if (level == FormWords.NOT_ASSESSED && motionTest) {
            return Words.say("level.motion_test");
        }
        return level == FormWords.NOT_ASSESSED && assessed > 0
                ? Words.say("level.partly_assessed", assessed, repetitions)
                : FormWords.levelInLog(level, holds);
    }
}
