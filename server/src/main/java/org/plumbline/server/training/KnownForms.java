package org.plumbline.server.training;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.core.form.Metric;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Puts together what is known of a person's form before a set: limits, baseline and tempo. */
@Service
public class KnownForms {
    private static final Logger LOG = LoggerFactory.getLogger(KnownForms.class);

    private final PersonalLimits limits;
    private final Baselines baselines;
    private final TempoTargets tempos;
    private final PlannedSets planned;
    private final ObjectProvider<BeforeSet> preparers;

    KnownForms(
            PersonalLimits limits,
            Baselines baselines,
            TempoTargets tempos,
            PlannedSets planned,
            ObjectProvider<BeforeSet> preparers) {
        this.planned = planned;
        this.preparers = preparers;
        this.limits = limits;
        this.baselines = baselines;
        this.tempos = tempos;
    }

    /**
     * What a set is told that was recorded at a moment: the limits and the tempo of then. Its usual form is what the lifter's approved
     * repetitions are now.
     */
    public KnownForm ofRecorded(UUID lifterId, String exercise, boolean simulated, Instant moment) {
        Set<UUID> brought = preparers.stream()
                .flatMap(preparer -> preparer.brought(lifterId, exercise).stream())
                .collect(Collectors.toSet());
        Optional<PlannedWork.Planned> plan = planned.then(lifterId, exercise, moment);
        Map<Metric, Double> most = plan.map(PlannedWork.Planned::limits).orElse(Map.of());
        return new KnownForm(
                limits.at(lifterId, exercise, moment, brought, most).orElse(null),
                baselines.of(lifterId, exercise, simulated).orElse(null),
                plan.map(PlannedWork.Planned::tempo)
                        .or(() -> tempos.at(lifterId, exercise, moment, brought))
                        .orElse(null),
                false);
    }

    /** What a set begun now is told. Where something cannot be brought up to now, the set begins with what stood before. */
    public KnownForm of(UUID lifterId, String exercise, boolean simulated) {
        boolean outdated = false;
        for (BeforeSet preparer : preparers) {
            try {
                preparer.prepare(lifterId, exercise);
            } catch (RuntimeException failed) {
                LOG.error("Limits and targets before a set of {} could not be brought up to now", exercise, failed);
                outdated = true;
            }
        }
        return new KnownForm(
                limits.of(lifterId, exercise).orElse(null),
                baselines.of(lifterId, exercise, simulated).orElse(null),
                tempos.of(lifterId, exercise).orElse(null),
                outdated);
    }
}
