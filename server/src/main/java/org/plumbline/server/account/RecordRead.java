package org.plumbline.server.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else's look at a record.
 *
 * @param reader their name, or null where their account was erased since
 * @param what what they looked at, as a stable word
 * @param at when, the last time within the minute
 * @param times how often within that minute: a page and its charts are several
 */
record RecordRead(@Nullable String reader, String what, Instant at, int times) {}
