package org.plumbline.server.training;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.training.PlannedWork.Planned;
import org.plumbline.server.web.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** What is planned of whoever knows of plans, and what is to be said where a set is more than that. */
@Service
public class PlannedSets {
    private final ObjectProvider<PlannedWork> plans;

    PlannedSets(ObjectProvider<PlannedWork> plans) {
        this.plans = plans;
    }

    /** What is planned for today, and how far it is this week. */
    public List<PlannedWork.Today> today(UUID lifterId) {
        return plans.stream().flatMap(plan -> plan.today(lifterId).stream()).toList();
    }

    /** What is to be said of a load: that it is more than was planned as the set began; null where it is not. */
    public @Nullable String above(
            UUID lifterId, String exercise, Instant begun, @Nullable Double loadKg, LoadUnit unit) {
        return capBelow(lifterId, exercise, begun, loadKg)
                .map(capKg ->
                        Words.say("planned.above", unit.format(Objects.requireNonNull(loadKg)), unit.format(capKg)))
                .orElse(null);
    }

    /** For how long a hold of an exercise was to be held as a set of it began, s; null where that is not planned. */
    public @Nullable Double holdS(UUID lifterId, String exercise, Instant begun) {
        return !ExerciseProfile.isHold(exercise)
                ? null
                : at(lifterId, exercise, begun)
                        .map(Planned::holdS)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** The plan's most load for an exercise, kg, where a load is above it; empty where it is not. */
    public Optional<Double> capBelow(UUID lifterId, String exercise, Instant begun, @Nullable Double loadKg) {
        return loadKg == null
                ? Optional.empty()
                : at(lifterId, exercise, begun)
                        .filter(planned -> planned.isAboveCap(loadKg))
                        .findFirst()
                        .map(Planned::loadCapKg);
    }

    /**
     * The plan's most load as each of these was lifted, kg, by set; those that were not above it are left out. The plan is read
     * once.
     */
    Map<UUID, Double> capsBelow(UUID lifterId, String exercise, List<LoadStep> steps) {
        Map<UUID, Double> caps = new HashMap<>();
        plans.stream()
                .map(plan -> plan.of(lifterId, exercise))
                .forEach(plan -> steps.forEach(step -> plan.apply(step.at())
                        .filter(planned -> planned.isAboveCap(step.loadKg()))
                        .map(Planned::loadCapKg)
                        .ifPresent(capKg -> caps.put(step.setId(), capKg))));
        return caps;
    }

    /** What was planned for an exercise at a moment. */
    Optional<Planned> then(UUID lifterId, String exercise, Instant moment) {
        return at(lifterId, exercise, moment).findFirst();
    }

    private Stream<Planned> at(UUID lifterId, String exercise, Instant begun) {
        return plans.stream()
                .map(plan -> plan.of(lifterId, exercise).apply(begun))
                .flatMap(Optional::stream);
    }
}
