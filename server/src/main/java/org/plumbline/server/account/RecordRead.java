package org.plumbline.server.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else's look at a record.
 *
 * @param reader their name, or null where their account was erased since
 * @param what what they looked at, as a stable word
 * @param at when
 */
record RecordRead(@Nullable String reader, String what, Instant at) {}
