package org.plumbline.server.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FormFlag;
import org.plumbline.server.training.FlagPlace;

/**
 * What a person said of a flag, with the flag as it stood then.
 *
 * @param id identity
 * @param setId the set
 * @param reviewerId who said it, or null once they have left
 * @param reviewer their name
 * @param repetition number of the repetition when it was said
 * @param flag JSON name of the flag
 * @param level its level
 * @param metric JSON name of the metric
 * @param measured value of the metric
 * @param limit limit passed
 * @param unit unit of both
 * @param placeS where the flag is found again, seconds on the set's clock: {@link FlagPlace}
 * @param reason why
 * @param note in their own words, or null
 * @param reviewedAt when
 */
public record FlagReview(
        UUID id,
        UUID setId,
        @Nullable UUID reviewerId,
        String reviewer,
        int repetition,
        String flag,
        int level,
        String metric,
        double measured,
        double limit,
        String unit,
        double placeS,
        ReviewReason reason,
        @Nullable String note,
        Instant reviewedAt) {
    /** Flags of one rule closer together than this are the same one: an analysis made again moves a flag by a sample or two, s. */
    static final double SAME_S = 0.75;

    /** Whether it speaks of that flag of a repetition. */
    boolean isOf(FormFlag one, AnalysisResult.Repetition repetition) {
        return isOf(one.flag().jsonName(), one.metric(), FlagPlace.of(one, repetition));
    }

    /** Whether it speaks of the flag that is found there. */
    boolean isOf(String otherFlag, String otherMetric, double otherPlaceS) {
        return flag.equals(otherFlag) && metric.equals(otherMetric) && Math.abs(placeS - otherPlaceS) < SAME_S;
    }
}
