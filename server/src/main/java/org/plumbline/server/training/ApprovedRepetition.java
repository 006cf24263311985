package org.plumbline.server.training;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;

/**
 * A repetition that somebody approved as one of the lifter's usual.
 *
 * @param setId the set it is in
 * @param exercise name of the exercise
 * @param simulated whether the set is simulated
 * @param repetition what was measured of it, by the analysis that stands now
 * @param approvedBy name of who approved it, or null where they are no longer here
 * @param approvedAt when
 */
public record ApprovedRepetition(
        UUID setId,
        String exercise,
        boolean simulated,
        AnalysisResult.Repetition repetition,
        @Nullable String approvedBy,
        Instant approvedAt) {}
