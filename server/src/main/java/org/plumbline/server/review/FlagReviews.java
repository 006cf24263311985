package org.plumbline.server.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.FlagPlace;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people say of flags: each confirmed or dismissed, with a reason. A flag that anybody has judged leaves the queue; what
 * was said is kept, to measure the rules by.
 */
@Service
public class FlagReviews {
    /** Older sets are not asked about any more. */
    static final Duration QUEUE_REACH = Duration.ofDays(56);

    private static final int LONGEST_NOTE = 400;
    private static final String PRESCRIBED = FlagName.REHAB_LIMIT.jsonName();

    private final FlagReviewRepository reviews;
    private final Clock clock;

    FlagReviews(FlagReviewRepository reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    /** What was said of the flags of a set, oldest first. */
    public List<FlagReview> of(UUID setId) {
        return reviews.ofSet(setId);
    }

    /**
     * Notes what a person says of a flag; a second word of theirs on the same flag takes the place of the first.
     *
     * @param flag with the time at which it is found again: {@link FlagPlace}
     * @throws IllegalArgumentException where the note is too long; the message is for the person
     */
    @Transactional
    public FlagReview judge(
            UUID setId, int repetition, FormFlag flag, Person reviewer, ReviewReason reason, @Nullable String note) {
        if (note != null && note.strip().length() > LONGEST_NOTE) {
            throw new IllegalArgumentException(Words.say("review.note.too-long", LONGEST_NOTE));
        }
        FlagReview review = new FlagReview(
                UUID.randomUUID(),
                setId,
                reviewer.id(),
                reviewer.name(),
                repetition,
                flag.flag().jsonName(),
                flag.level(),
                flag.metric(),
                flag.value(),
                flag.limit(),
                flag.unit(),
                flag.timeS(),
                reason,
                note == null || note.isBlank() ? null : note.strip(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        // two answers at the same moment would not see each other, and both stand
        reviews.holdSet(setId);
        reviews.ofSet(setId).stream()
                .filter(other -> reviewer.id().equals(other.reviewerId())
                        && other.isOf(review.flag(), review.metric(), review.placeS()))
                .forEach(other -> reviews.delete(other.id(), setId, reviewer.id()));
        reviews.insert(review);
        return review;
    }

    /**
     * The same of flags that one repetition raised: they are judged as one. Where one movement of it is beyond several limits, and a
     * limit is meant to be too low, the lowest of them is; of the others that is not said, and they wait still.
     *
     * @throws IllegalArgumentException where it says something of a limit, and they are of several movements
     */
    @Transactional
    public List<FlagReview> judgeAll(
            UUID setId,
            int repetition,
            List<FormFlag> flags,
            Person reviewer,
            ReviewReason reason,
            @Nullable String note) {
        if (!reason.isOfAll() && !isOneMovement(flags)) {
            throw new IllegalArgumentException(Words.say("review.limit.of-one"));
        }
        double lowest = flags.stream().mapToDouble(FormFlag::limit).min().orElse(Double.NaN);
        return flags.stream()
                .filter(flag -> reason.isOfAll() || flag.limit() <= lowest)
                .map(flag -> judge(setId, repetition, flag, reviewer, reason, note))
                .toList();
    }

    private static boolean isOneMovement(List<FormFlag> flags) {
        FormFlag first = flags.get(0);
        return flags.stream()
                .skip(1)
                .allMatch(other -> other.metric().equals(first.metric())
                        && differInWhoseLimit(
                                first.flag().jsonName(), other.flag().jsonName()));
    }

    /** Whether two flags of one metric say the same of it, each by another's limit. */
    static boolean differInWhoseLimit(String one, String other) {
        return one.equals(PRESCRIBED) != other.equals(PRESCRIBED)
                && isOfItsMetricAlone(one)
                && isOfItsMetricAlone(other);
    }

    private static boolean isOfItsMetricAlone(String flag) {
        return Arrays.stream(FormRule.values())
                .filter(rule -> rule.flag().jsonName().equals(flag))
                .allMatch(FormRule::isOfItsMetricAlone);
    }

    /** Takes a judgement back; false where it was not theirs. */
    @Transactional
    public boolean takeBack(UUID id, UUID setId, Person reviewer) {
        return reviews.delete(id, setId, reviewer.id()) > 0;
    }

    /** Takes back what was said at once; false, and nothing is, where any of it was not theirs. */
    @Transactional
    public boolean takeBackAll(List<UUID> ids, UUID setId, Person reviewer) {
        List<UUID> theirs = reviews.ofSet(setId).stream()
                .filter(review -> reviewer.id().equals(review.reviewerId()))
                .map(FlagReview::id)
                .toList();
        if (!theirs.containsAll(ids)) {
            return false;
        }
        ids.forEach(id -> reviews.delete(id, setId, reviewer.id()));
        return true;
    }

    /**
     * A page of the queue.
     *
     * @param flags the flags, by set, the newest set first
     * @param more whether there is another page
     */
    public record Page(List<OpenFlag> flags, boolean more) {}

    /** Flags of those lifters' sets that nobody has judged. A page is so many sets. */
    public Page queue(Collection<UUID> lifterIds, @Nullable String exercise, int sets, int offset) {
        @Nullable String spelled = exercise == null ? null : ExerciseProfile.spelled(exercise);
        List<UUID> open = reviews.openSets(lifterIds, spelled, clock.instant().minus(QUEUE_REACH), sets + 1, offset);
        boolean more = open.size() > sets;
        return new Page(reviews.open(more ? open.subList(0, sets) : open), more);
    }

    /** Repetitions in the queue by lifter: of sets from a moment on that a roster looks at. */
    Map<UUID, Integer> openRepetitions(Collection<UUID> lifterIds, Instant since, RosterFilter filter) {
        return reviews.openRepetitions(lifterIds, since, filter);
    }

    List<FlagReviewRepository.Label> labels(Collection<UUID> lifterIds) {
        return reviews.labels(lifterIds);
    }
}
