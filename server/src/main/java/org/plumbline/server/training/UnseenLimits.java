package org.plumbline.server.training;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.ExerciseProfile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What others did to the limits of a lifter, until the lifter has seen it. */
@Service
public class UnseenLimits {
    private final PersonalLimitRepository limits;

    UnseenLimits(PersonalLimitRepository limits) {
        this.limits = limits;
    }

    /** What others did to a lifter's limits and the lifter has not seen, the newest first. */
    public List<LimitChange> of(UUID lifterId) {
        return limits.unseen(lifterId).stream()
                .map(deed -> {
                    List<PersonalLimit> all = limits.of(lifterId, deed.exercise(), false);
                    return new LimitChange(
                            deed.exercise(),
                            deed.rule(),
                            PersonalLimits.apply(deed.exercise(), untilAndFrom(all, deed.at(), false))
                                    .of(deed.rule()),
                            PersonalLimits.apply(deed.exercise(), untilAndFrom(all, deed.at(), true))
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
        limits.seen(lifterId, ExerciseProfile.spelled(exercise), upTo);
    }
}
