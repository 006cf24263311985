package org.plumbline.server.review.chart;

import java.util.List;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FormFlag;

/** The level of a repetition: that of its strongest flag. */
public final class Levels {
    /** From this level on a repetition is flagged; notices are for the log. */
    public static final int CAUTION = 2;

    private Levels() {}

    /** 0 to 3; 0 says only that there is no flag, not that the form was judged. */
    public static int of(AnalysisResult.Repetition repetition) {
        return repetition.flags().stream().mapToInt(FormFlag::level).max().orElse(0);
    }

    /**
     * The flag a repetition comes down to: the most serious, of those alike the surest, of those alike the first.
     *
     * @param flags at least one
     */
    public static FormFlag headline(List<FormFlag> flags) {
        FormFlag found = flags.get(0);
        for (FormFlag flag : flags) {
            boolean surer = flag.level() == found.level() && flag.confidence().compareTo(found.confidence()) > 0;
            if (flag.level() > found.level() || surer) {
                found = flag;
            }
        }
        return found;
    }
}
