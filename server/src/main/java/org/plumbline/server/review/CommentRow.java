package org.plumbline.server.review;

import java.util.UUID;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.Moments;

/**
 * A comment, in words.
 *
 * @param id identity
 * @param author who wrote it
 * @param when when
 * @param edited whether it was changed afterwards
 * @param content what they wrote
 * @param own whether the reader wrote it
 */
record CommentRow(UUID id, String author, String when, boolean edited, String content, boolean own) {
    static CommentRow of(RepetitionComment comment, Person reader, Moments moments) {
        return new CommentRow(
                comment.id(),
                comment.author(),
                moments.say(comment.writtenAt()),
                comment.editedAt() != null,
                comment.content(),
                reader.id().equals(comment.authorId()));
    }
}
