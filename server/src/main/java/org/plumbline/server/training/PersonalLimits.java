package org.plumbline.server.training;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.AsSeen;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The limits of persons, beside the defaults of an exercise. Lifter and coaches set the levels of rules, the later word holding;
 * a therapist's limit stands beside theirs and the lower one holds. What was set stays on record with who set it and until when.
 *
 * <p>Who may set them is for the caller to see. A set keeps the limits it was begun with.
 */
@Service
public class PersonalLimits {
    private static final int LONGEST_REASON = 400;

    private final PersonalLimitRepository limits;
    private final AsSeen seen;
    private final Clock clock;

    PersonalLimits(PersonalLimitRepository limits, AsSeen seen, Clock clock) {
        this.limits = limits;
        this.seen = seen;
        this.clock = clock;
    }

    /** The limits that stand for an exercise, oldest first. */
    public List<PersonalLimit> standing(UUID lifterId, String exercise) {
        return limits.of(lifterId, exercise, true);
    }

    /** The limits that stand for any exercise. */
    public List<PersonalLimit> standing(UUID lifterId) {
        return limits.of(lifterId, null, true);
    }

    /** Every limit there ever was for an exercise, oldest first. */
    public List<PersonalLimit> history(UUID lifterId, String exercise) {
        return limits.of(lifterId, exercise, false);
    }

    /**
     * Sets a limit in the place of what stood of the same rule or metric.
     *
     * @param by who sets it
     * @param reason why, or null
     * @throws IllegalArgumentException where it is not for them to set or the exercise is not known; the message is for the person
     */
    public PersonalLimit set(
            UUID by, Capacity as, UUID lifterId, String exercise, LimitValue value, @Nullable String reason) {
        return set(by, as, lifterId, exercise, value, reason, any -> true);
    }

    /**
     * The same from a form.
     *
     * @param mark the {@linkplain #mark mark} of the limit that its reader saw
     * @throws AsSeen.ChangedException where another one stands by now
     */
    public PersonalLimit setAsSeen(
            @Nullable String mark,
            UUID by,
            Capacity as,
            UUID lifterId,
            String exercise,
            LimitValue value,
            @Nullable String reason) {
        return set(
                by,
                as,
                lifterId,
                exercise,
                value,
                reason,
                now -> mark(now, value.rule(), as).equals(mark));
    }

    /** The {@linkplain AsSeen#mark mark} of that one of these limits which a new one of the rule would take the place of. */
    public static String mark(List<PersonalLimit> standing, @Nullable FormRule rule, Capacity as) {
        return AsSeen.mark(standing.stream()
                .filter(limit -> limit.value().rule() == rule && limit.setAs().origin() == as.origin())
                .map(PersonalLimit::id)
                .toList());
    }

    private PersonalLimit set(
            UUID by,
            Capacity as,
            UUID lifterId,
            String exercise,
            LimitValue value,
            @Nullable String reason,
            Predicate<List<PersonalLimit>> asSeen) {
        value.checkFor(as);
        if (ExerciseProfile.ofName(exercise).isEmpty()) {
            throw new IllegalArgumentException(Words.say("training.exercise.unknown", exercise));
        }
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(Words.say("training.reason.long", LONGEST_REASON));
        }
        String spelled = ExerciseProfile.spelled(exercise);
        return seen.write(lifterId, () -> standing(lifterId, spelled), asSeen, now -> {
            PersonalLimit limit = new PersonalLimit(
                    UUID.randomUUID(),
                    lifterId,
                    spelled,
                    value,
                    as,
                    null,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    reason == null || reason.isBlank() ? null : reason.strip(),
                    null);
            limits.endSame(limit, by);
            limits.insert(limit, by);
            return limits.of(lifterId, spelled, true).stream()
                    .filter(standing -> standing.id().equals(limit.id()))
                    .findFirst()
                    .orElse(limit);
        });
    }

    /** Takes a limit back, so that the default holds again; false where none such stands for them to take back. */
    public boolean end(UUID by, Capacity as, UUID lifterId, UUID id) {
        return seen.write(
                lifterId, () -> limits.end(lifterId, id, as, by, clock.instant().truncatedTo(ChronoUnit.MICROS)) > 0);
    }

    /** What others did to a lifter's limits and the lifter has not seen, the newest first. */
    public List<LimitChange> unseen(UUID lifterId) {
        return limits.unseen(lifterId).stream()
                .map(deed -> {
                    List<PersonalLimit> all = history(lifterId, deed.exercise());
                    return new LimitChange(
                            deed.exercise(),
                            deed.rule(),
                            apply(deed.exercise(), untilAndFrom(all, deed.at(), false))
                                    .of(deed.rule()),
                            apply(deed.exercise(), untilAndFrom(all, deed.at(), true))
                                    .of(deed.rule()),
                            deed.as(),
                            deed.by(),
                            deed.at(),
                            reason(all, deed));
                })
                .toList();
    }

    /** Of what was set then; what was taken back has none. */
    private static @Nullable String reason(List<PersonalLimit> all, PersonalLimitRepository.Deed deed) {
        return all.stream()
                .filter(limit ->
                        limit.value().rule() == deed.rule() && limit.setAt().equals(deed.at()))
                .map(PersonalLimit::reason)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What stood before a moment, or from it on. */
    private static List<PersonalLimit> untilAndFrom(List<PersonalLimit> all, Instant moment, boolean from) {
        return all.stream()
                .filter(limit ->
                        limit.setAt().isBefore(moment) || (from && limit.setAt().equals(moment)))
                .filter(limit -> limit.endedAt() == null
                        || limit.endedAt().isAfter(moment)
                        || (!from && limit.endedAt().equals(moment)))
                .toList();
    }

    /**
     * The lifter has seen what was done to the limits of an exercise.
     *
     * @param upTo when the newest was done that they saw
     */
    @Transactional
    public void seen(UUID lifterId, String exercise, Instant upTo) {
        limits.seen(lifterId, exercise, upTo);
    }

    /** The limits of a set begun now; empty where nobody has set any and the defaults hold. */
    public Optional<FormLimits> of(UUID lifterId, String exercise) {
        List<PersonalLimit> standing = standing(lifterId, exercise);
        return standing.isEmpty() ? Optional.empty() : Optional.of(apply(exercise, standing));
    }

    /** The limits of a set begun now, were these set too. Nothing is written. */
    public FormLimits with(UUID lifterId, String exercise, List<LimitValue> more, Capacity as) {
        List<PersonalLimit> all = new ArrayList<>(standing(lifterId, exercise));
        for (LimitValue value : more) {
            value.checkFor(as);
            all.removeIf(other -> other.setAs().origin() == as.origin()
                    && other.value().rule() == value.rule()
                    && other.value().metric() == value.metric());
            all.add(new PersonalLimit(
                    UUID.randomUUID(), lifterId, exercise, value, as, null, clock.instant(), null, null));
        }
        return apply(exercise, all);
    }

    /** The defaults of an exercise, then what lifter and coaches set, then what therapists lower. */
    static FormLimits apply(String exercise, List<PersonalLimit> standing) {
        FormLimits limits = defaults(exercise);
        List<PersonalLimit> inOrder = standing.stream()
                .sorted(Comparator.comparing(limit -> limit.setAs().origin()))
                .toList();
        for (PersonalLimit limit : inOrder) {
            limits = limit.value().in(limits, limit.setAs());
        }
        return limits;
    }

    /** The defaults of an exercise. */
    public static FormLimits defaults(String exercise) {
        return ExerciseProfile.ofName(exercise).map(FormLimits::defaultsFor).orElse(FormLimits.NONE);
    }
}
