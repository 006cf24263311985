package org.plumbline.server.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.core.AnalysisResult;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.training.TrainingSet;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Component;

/** What people said of the repetitions of a set, in a few words for each. */
@Component
class RepetitionRemarks {
    private final RepetitionComments comments;
    private final FlagReviews reviews;

    RepetitionRemarks(RepetitionComments comments, FlagReviews reviews) {
        this.comments = comments;
        this.reviews = reviews;
    }

    /** By the number of the repetition; what is new is new to the lifter alone. */
    Map<Integer, String> of(TrainingSet set, List<StoredRepetition> repetitions, Person reader) {
        return remarks(set.id(), repetitions, reader.id().equals(set.lifterId()) ? unseen(reader) : Set.of());
    }

    private Set<UUID> unseen(Person me) {
        return comments.unseen(me.id()).stream().map(RepetitionComment::id).collect(Collectors.toSet());
    }

    private Map<Integer, String> remarks(UUID id, List<StoredRepetition> repetitions, Set<UUID> unseen) {
        List<RepetitionComment> written = comments.of(id);
        List<FlagReview> judged = reviews.of(id);
        Map<Integer, String> remarks = new HashMap<>();
        for (StoredRepetition repetition : repetitions) {
            AnalysisResult.Repetition result = repetition.result();
            long said = written.stream()
                    .filter(comment -> result.spans(comment.momentS()))
                    .count();
            long waiting = written.stream()
                    .filter(comment -> unseen.contains(comment.id()))
                    .filter(comment -> result.spans(comment.momentS()))
                    .count();
            long reviewed = result.flags().stream()
                    .filter(flag -> flag.level() >= 2 && judged.stream().anyMatch(one -> one.isOf(flag, result)))
                    .count();
            String remark = Stream.of(
                            said == 0 ? "" : Words.say("set.rep.comments", said),
                            waiting == 0 ? "" : Words.say("set.rep.comments.new", waiting),
                            reviewed == 0 ? "" : Words.say("set.rep.reviewed"))
                    .filter(one -> !one.isEmpty())
                    .collect(Collectors.joining(", "));
            if (!remark.isEmpty()) {
                remarks.put(result.number(), remark);
            }
        }
        return remarks;
    }
}
