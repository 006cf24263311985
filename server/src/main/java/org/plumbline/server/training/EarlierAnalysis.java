package org.plumbline.server.training;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a set before it was analysed again.
 *
 * @param analysedAt when it was found, or null where that is not known
 * @param replacedAt when the next result took its place
 * @param software version of the software that found it
 * @param algorithm version of its rules
 * @param repetitions repetitions it counted
 * @param flagged repetitions of those with a flag of level 2 or 3
 */
public record EarlierAnalysis(
        UUID id,
        @Nullable Instant analysedAt,
        Instant replacedAt,
        String software,
        String algorithm,
        int repetitions,
        int flagged) {}
