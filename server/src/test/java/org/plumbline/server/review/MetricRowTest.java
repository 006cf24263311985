package org.plumbline.server.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.Metric;
import org.plumbline.server.training.LimitNames;

/** How sure a number of a repetition is, as a person reads it. */
class MetricRowTest {
    @Test
    void theUncertaintyOfWhatIsCountedInAPersonsOwnRangeIsKnownWhereThatRangeIs() {
        assertEquals("± 11 %", MetricRow.uncertainty(Metric.PERCENT_OF_MAX_FLEXION, 56));
        assertNull(MetricRow.uncertainty(Metric.PERCENT_OF_MAX_FLEXION, Double.NaN), "not without the range");
        assertEquals("± 0.7×", MetricRow.uncertainty(Metric.FORM_DRIFT_INDEX, Double.NaN));
        assertEquals("± 6°", MetricRow.uncertainty(Metric.LUMBAR_FLEXION_PEAK, 56));
    }

    @Test
    void aCautionOfLowConfidenceSaysThatItIsNoMoreForThatReason() {
        assertEquals("low, so it is a caution at most", confidence(2, Confidence.LOW));
        assertEquals("medium", confidence(2, Confidence.MEDIUM));
        assertEquals("low", confidence(1, Confidence.LOW));
    }

    private static String confidence(int level, Confidence confidence) {
        FormFlag flag = new FormFlag(
                FlagName.TWIST_UNDER_LOAD,
                level,
                Metric.AXIAL_ROTATION_RANGE.jsonName(),
                13,
                7,
                "deg",
                20,
                confidence,
                5);
        return Evidence.of(flag, LimitNames.unnamed(FormLimits.NONE)).confidence();
    }
}
