package org.plumbline.server.rehab.pain;

import org.jspecify.annotations.Nullable;
import org.plumbline.server.training.PainBounds;

/**
 * An entry as a page lists it.
 *
 * @param entry what was said
 * @param when when, as people say it
 * @param about the day of training it is about, as people say it, or null
 * @param light its light
 */
public record PainRow(
        PainEntry entry, String when, @Nullable String about, PainBounds.Light light) {}
