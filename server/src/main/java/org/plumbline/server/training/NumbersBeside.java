package org.plumbline.server.training;

import org.jspecify.annotations.Nullable;

/**
 * The repetitions next to one.
 *
 * @param before number of the one before, or null where it is the first
 * @param after number of the one after, or null where it is the last
 */
public record NumbersBeside(
        @Nullable Integer before, @Nullable Integer after) {}
