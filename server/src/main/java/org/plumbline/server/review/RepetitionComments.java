package org.plumbline.server.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Comments on repetitions. Who may read or write them is for the caller to see; only their author changes them. */
@Service
public class RepetitionComments {
    static final int LONGEST = 2000;

    private static final int MOST_UNSEEN = 100;

    /** A deleted comment can be brought back for so long; then it goes for good. */
    private static final Duration KEPT = Duration.ofHours(24);

    private final RepetitionCommentRepository comments;
    private final Clock clock;

    RepetitionComments(RepetitionCommentRepository comments, Clock clock) {
        this.comments = comments;
        this.clock = clock;
    }

    /** The comments of a set, oldest first. */
    public List<RepetitionComment> of(UUID setId) {
        return comments.ofSet(setId);
    }

    /** What others wrote on a lifter's sets and the lifter has not seen, newest first. */
    public List<RepetitionComment> unseen(UUID lifterId) {
        return comments.unseen(lifterId, MOST_UNSEEN);
    }

    /** The lifter has seen these comments. */
    @Transactional
    public void seen(Person lifter, List<RepetitionComment> shown) {
        comments.seen(shown.stream().map(RepetitionComment::id).toList(), lifter.id(), now());
    }

    public Optional<RepetitionComment> find(UUID id) {
        return comments.find(id);
    }

    /** @throws IllegalArgumentException where it is empty or too long; the message is for the person */
    @Transactional
    public RepetitionComment write(UUID setId, double momentS, Person author, @Nullable String content) {
        comments.forget(clock.instant().minus(KEPT));
        RepetitionComment comment = new RepetitionComment(
                UUID.randomUUID(), setId, momentS, author.id(), author.name(), checked(content), now(), null);
        comments.insert(comment);
        return comment;
    }

    /** Whether it was theirs to change. */
    @Transactional
    public boolean edit(UUID id, Person author, @Nullable String content) {
        return comments.edit(id, author.id(), checked(content), now()) > 0;
    }

    /** Whether it was theirs to delete. */
    @Transactional
    public boolean delete(UUID id, Person author) {
        return comments.delete(id, author.id(), now()) > 0;
    }

    /** Brings a deleted comment back. */
    @Transactional
    public boolean restore(UUID id, UUID setId, Person author) {
        return comments.restore(id, setId, author.id()) > 0;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String checked(@Nullable String content) {
        if (content == null || content.isBlank()) {
            throw new IllegalArgumentException(Words.say("review.comment.empty"));
        }
        String text = content.strip();
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(Words.say("review.comment.too-long", String.valueOf(LONGEST)));
        }
        return text;
    }
}
