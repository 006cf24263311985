package org.plumbline.server.training;

import java.time.Instant;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.RepetitionCurves;

/**
 * A repetition in the log.
 *
 * @param completedAt when it was complete
 * @param result what was found in it
 * @param curves its course
 */
public record StoredRepetition(Instant completedAt, AnalysisResult.Repetition result, RepetitionCurves curves) {}
