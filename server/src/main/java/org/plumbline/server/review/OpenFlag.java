package org.plumbline.server.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FormFlag;

/**
 * A flag nobody has judged.
 *
 * @param setId the set
 * @param lifterId whose set it is
 * @param exercise name of the exercise
 * @param startedAt when the set began
 * @param loadKg load, or null
 * @param simulated whether its samples are simulated
 * @param repetition number of the repetition
 * @param flag the flag
 */
public record OpenFlag(
        UUID setId,
        UUID lifterId,
        String exercise,
        Instant startedAt,
        @Nullable Double loadKg,
        boolean simulated,
        int repetition,
        FormFlag flag) {}
