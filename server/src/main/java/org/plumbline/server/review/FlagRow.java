package org.plumbline.server.review;

import java.util.List;
import java.util.UUID;
import org.plumbline.core.form.FormFlag;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.FormChanges;
import org.plumbline.server.training.LimitNames;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.StoredRepetition;

/**
 * A flag with its evidence and what people said of it.
 *
 * @param flag JSON name
 * @param metric JSON name of its metric
 * @param timeS when in the set
 * @param evidence its evidence, in words
 * @param judgements what people said
 * @param judged whether the reader said something
 */
record FlagRow(
        String flag, String metric, double timeS, Evidence evidence, List<Judgement> judgements, boolean judged) {

    /** What one person said. */
    record Judgement(UUID id, String reviewer, String when, String reason, String note, boolean own) {}

    /** The flag alone, as it is asked about here. */
    public List<String> flags() {
        return List.of(flag);
    }

    static FlagRow of(
            FormFlag flag,
            LimitNames names,
            StoredRepetition repetition,
            FormChanges changes,
            List<FlagReview> reviews,
            Person reader,
            Moments moments) {
        List<Judgement> judgements = reviews.stream()
                .filter(review -> review.isOf(flag, repetition.result()))
                .map(review -> new Judgement(
                        review.id(),
                        review.reviewer(),
                        moments.say(review.reviewedAt()),
                        review.reason().label(),
                        review.note() == null ? "" : review.note(),
                        reader.id().equals(review.reviewerId())))
                .toList();
        return new FlagRow(
                flag.flag().jsonName(),
                flag.metric(),
                FlagMoment.of(flag, repetition),
                Evidence.of(flag, names, repetition, changes),
                judgements,
                judgements.stream().anyMatch(Judgement::own));
    }
}
