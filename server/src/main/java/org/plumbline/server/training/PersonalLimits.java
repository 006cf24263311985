package org.plumbline.server.training;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.Metric;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.AsSeen;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Service;

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
        return limits.of(lifterId, ExerciseProfile.spelled(exercise), true);
    }

    /** The limits that stand for any exercise. */
    public List<PersonalLimit> standing(UUID lifterId) {
        return limits.of(lifterId, null, true);
    }

    /** Every limit there ever was for an exercise, oldest first. */
    public List<PersonalLimit> history(UUID lifterId, String exercise) {
        return limits.of(lifterId, ExerciseProfile.spelled(exercise), false);
    }

    /**
     * Sets a limit in the place of what stood of the same rule or metric.
     *
     * @param by who sets it
     * @param reason why, or null
     * @throws IllegalArgumentException where it is not for them to set, the exercise is not known, or does not measure what a rule
     *     looks at; the message is for the person
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

    /** @throws IllegalArgumentException where a limit is not for them to set so; the message is for the person */
    public void check(Capacity as, LimitValue value, @Nullable String reason) {
        value.checkFor(as);
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(Words.say("training.reason.long", LONGEST_REASON));
        }
    }

    /** The {@linkplain AsSeen#mark mark} of that one of these limits which a new one of the rule would take the place of. */
    public static String mark(List<PersonalLimit> standing, @Nullable FormRule rule, Capacity as) {
        return AsSeen.mark(standing.stream()
                .filter(limit -> limit.value().rule() == rule && limit.setAs().origin() == as.origin())
                .map(PersonalLimit::id)
                .toList());
    }

    /**
     * The same from elsewhere.
     *
     * @param asSeen whether what stands is what its author has seen
     * @throws AsSeen.ChangedException where it is not
     */
    public PersonalLimit set(
            UUID by,
            Capacity as,
            UUID lifterId,
            String exercise,
            LimitValue value,
            @Nullable String reason,
            Predicate<List<PersonalLimit>> asSeen) {
        check(as, value, reason);
        String spelled = KnownExercise.spelled(exercise);
        value.checkIn(spelled);
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

    /**
     * Takes a limit back, so that the default holds again. Where it switched a rule off that is undone: what stood for the person
     * before holds again.
     *
     * @return false where none such stands for them to take back
     */
    public boolean end(UUID by, Capacity as, UUID lifterId, UUID id) {
        return seen.write(lifterId, () -> {
            List<PersonalLimit> all = limits.of(lifterId, null, false);
            Optional<PersonalLimit> before = all.stream()
                    .filter(one -> one.id().equals(id) && one.endedAt() == null && isReplacedBy(as, one))
                    .findFirst()
                    .flatMap(off -> before(off, all));
            if (before.isEmpty()) {
                return limits.end(lifterId, id, as, by, clock.instant().truncatedTo(ChronoUnit.MICROS)) > 0;
            }
            PersonalLimit again = before.get();
            // the reason was that of who set it, and another may do this
            set(by, as, lifterId, again.exercise(), again.value(), null);
            return true;
        });
    }

    private static boolean isReplacedBy(Capacity as, PersonalLimit limit) {
        return limit.setAs().origin() == as.origin();
    }

    /** The levels in the place of which a rule was switched off, once or again and again; empty where those were the default. */
    private static Optional<PersonalLimit> before(PersonalLimit limit, List<PersonalLimit> all) {
        if (!limit.value().isOff()) {
            return Optional.empty();
        }
        Optional<PersonalLimit> replaced = all.stream()
                .filter(one -> one.value().rule() == limit.value().rule()
                        && one.exercise().equals(limit.exercise())
                        && one.setAs().origin() == limit.setAs().origin()
                        && limit.setAt().equals(one.endedAt())
                        && one.setAt().isBefore(limit.setAt()))
                .findFirst();
        return replaced.filter(one -> one.value().isOff()).isPresent() ? before(replaced.get(), all) : replaced;
    }

    /** The limits of a set begun now; empty where nobody has set any and the defaults hold. */
    public Optional<FormLimits> of(UUID lifterId, String exercise) {
        List<PersonalLimit> standing = standing(lifterId, exercise);
        return standing.isEmpty() ? Optional.empty() : Optional.of(apply(exercise, standing));
    }

    /**
     * The limits of a set that was begun at a moment.
     *
     * @param brought identities of limits that are not looked at, as a plan brought them
     * @param planned the most of each metric that the plan of then allows
     */
    Optional<FormLimits> at(
            UUID lifterId, String exercise, Instant moment, Set<UUID> brought, Map<Metric, Double> planned) {
        List<PersonalLimit> stood = new ArrayList<>(history(lifterId, exercise).stream()
                .filter(limit -> limit.stoodAt(moment) && !brought.contains(limit.id()))
                .toList());
        planned.forEach((metric, most) ->
                stood.add(limitOf(lifterId, exercise, LimitValue.most(metric, most), Capacity.THERAPIST)));
        return stood.isEmpty() ? Optional.empty() : Optional.of(apply(exercise, stood));
    }

    private PersonalLimit limitOf(UUID lifterId, String exercise, LimitValue value, Capacity as) {
        return new PersonalLimit(UUID.randomUUID(), lifterId, exercise, value, as, null, clock.instant(), null, null);
    }

    /** The limits of a set begun now, were these set too. Nothing is written. */
    public FormLimits with(UUID lifterId, String exercise, List<LimitValue> more, Capacity as) {
        List<PersonalLimit> all = new ArrayList<>(standing(lifterId, exercise));
        for (LimitValue value : more) {
            value.checkFor(as);
            all.removeIf(other -> other.setAs().origin() == as.origin()
                    && other.value().rule() == value.rule()
                    && other.value().metric() == value.metric());
            all.add(limitOf(lifterId, exercise, value, as));
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
