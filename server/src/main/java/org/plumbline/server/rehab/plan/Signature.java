package org.plumbline.server.rehab.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a person stood for something.
 *
 * @param by their name, or null where they are no longer on this server
 * @param at when
 */
public record Signature(@Nullable String by, Instant at) {}
