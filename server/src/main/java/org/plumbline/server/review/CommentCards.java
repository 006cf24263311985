package org.plumbline.server.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.TodayCard;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.plumbline.server.training.UnseenRemarks;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Component;

/** What others wrote on a lifter's repetitions: on their first page and in their list of sets, until they have seen it. */
@Component
class CommentCards implements TodayCard.Source, UnseenRemarks {
    private static final int ORDER = 40;

    private final RepetitionComments comments;
    private final TrainingLog log;
    private final Moments moments;

    CommentCards(RepetitionComments comments, TrainingLog log, Moments moments) {
        this.comments = comments;
        this.log = log;
        this.moments = moments;
    }

    /** One card, of the newest: it leads to the repetition, and the list of sets marks the others. */
    @Override
    public List<TodayCard> cards(Person person, Instant now) {
        List<RepetitionComment> unseen = comments.unseen(person.id());
        if (unseen.isEmpty()) {
            return List.of();
        }
        RepetitionComment newest = unseen.get(0);
        Optional<TrainingSet> set = log.find(newest.setId());
        return set.map(of -> List.of(new TodayCard(
                        ORDER,
                        Words.say("comment.card", newest.author(), unseen.size()),
                        Words.say(
                                "comment.card.text",
                                newest.content(),
                                FormWords.exercise(of.exercise()),
                                moments.say(of.startedAt())),
                        "/sets/" + of.id() + place(newest),
                        Words.say("comment.card.open"))))
                .orElse(List.of());
    }

    private String place(RepetitionComment comment) {
        return log.repetitionAt(comment.setId(), comment.momentS())
                .map(one -> "/reps/" + one.number() + "#comments")
                .orElse("");
    }

    @Override
    public Set<UUID> sets(UUID lifterId) {
        return comments.unseen(lifterId).stream().map(RepetitionComment::setId).collect(Collectors.toSet());
    }
}
