package org.plumbline.server.training;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A point of a {@link ProgressSeries}.
 *
 * @param at when: begin of the set, or of the week for the frequency
 * @param setId the set it is of, or null where it is of many
 * @param value value in the unit of the series; of a range its middle
 * @param low lower end where the value is a range, else null
 * @param high upper end where the value is a range, or the largest of the repetitions where it is the middle one of them; else null
 * @param beyondUsual whether it lies further from the usual than can be told from noise; false where nothing is usual
 * @param flaggedRepetitions repetitions of the set with a caution or more, whatever for; 0 where it is of many sets
 */
public record ProgressPoint(
        Instant at,
        @Nullable UUID setId,
        double value,
        @Nullable Double low,
        @Nullable Double high,
        boolean beyondUsual,
        int flaggedRepetitions) {}
