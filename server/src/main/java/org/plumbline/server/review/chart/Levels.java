package org.plumbline.server.review.chart;

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
}
