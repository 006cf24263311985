package org.plumbline.server.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person wrote on a repetition.
 *
 * @param id identity
 * @param setId the set
 * @param momentS a moment well inside the repetition, seconds on the set's clock
 * @param authorId who wrote it, or null once they have left
 * @param author their name
 * @param content what they wrote
 * @param writtenAt when
 * @param editedAt when it was last changed, or null
 */
public record RepetitionComment(
        UUID id,
        UUID setId,
        double momentS,
        @Nullable UUID authorId,
        String author,
        String content,
        Instant writtenAt,
        @Nullable Instant editedAt) {}
