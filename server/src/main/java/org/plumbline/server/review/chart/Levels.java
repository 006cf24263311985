package org.plumbline.server.review.chart;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;

/** The level of a repetition: that of its strongest flag. */
public final class Levels {
    /** From this level on a repetition is flagged; notices are for the log. */
    public static final int CAUTION = 2;

    private static final Set<FlagName> OF_PACE =
            EnumSet.of(FlagName.SPEED_LOSS, FlagName.TEMPO, FlagName.MOMENTUM, FlagName.QUALITY);

    private static final Comparator<FormFlag> BY_WEIGHT = Comparator.comparingInt(FormFlag::level)
            .thenComparing(Levels::isOfForm)
            .thenComparing(Levels::isOfOneThing)
            .thenComparing(FormFlag::confidence);

    private Levels() {}

    /** 0 to 3; 0 says only that there is no flag, not that the form was judged. */
    public static int of(AnalysisResult.Repetition repetition) {
        return repetition.flags().stream().mapToInt(FormFlag::level).max().orElse(0);
    }

    /** How the trunk moved says more than how fast it did: a tired lifter who keeps form is the lesser finding. */
    static boolean isOfForm(FormFlag flag) {
        return !OF_PACE.contains(flag.flag());
    }

    /** What changed says more than that more than one thing did. */
    static boolean isOfOneThing(FormFlag flag) {
        return flag.flag() != FlagName.FORM_BREAKDOWN;
    }

    /**
     * The flag a repetition comes down to: the most serious; of those alike one of form before one of pace, one that names what
     * changed, the surest, the first.
     *
     * @param flags at least one
     */
    public static FormFlag headline(List<FormFlag> flags) {
        FormFlag found = flags.get(0);
        for (FormFlag flag : flags) {
            if (BY_WEIGHT.compare(flag, found) > 0) {
                found = flag;
            }
        }
        return found;
    }
}
