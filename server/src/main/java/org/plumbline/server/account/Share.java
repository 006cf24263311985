package org.plumbline.server.account;

import java.time.Instant;
import java.util.UUID;

/**
 * A kind of a record that somebody may read.
 *
 * @param viewerId who may
 * @param kind what
 * @param grantedAt since when, or when its owner last confirmed it
 */
record Share(UUID viewerId, RecordKind kind, Instant grantedAt) {}
