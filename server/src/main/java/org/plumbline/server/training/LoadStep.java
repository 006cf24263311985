package org.plumbline.server.training;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A load that was lifted for the first time, and more than all before.
 *
 * @param at when the set began
 * @param setId the set
 * @param loadKg the load
 * @param repetitions repetitions of the set
 * @param gainKg more than the best before, or null for the load begun with
 */
public record LoadStep(
        Instant at,
        UUID setId,
        double loadKg,
        int repetitions,
        @Nullable Double gainKg) {}
