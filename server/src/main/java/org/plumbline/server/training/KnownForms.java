package org.plumbline.server.training;

import java.util.UUID;
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
    private final ObjectProvider<BeforeSet> preparers;

    KnownForms(PersonalLimits limits, Baselines baselines, TempoTargets tempos, ObjectProvider<BeforeSet> preparers) {
        this.preparers = preparers;
        this.limits = limits;
        this.baselines = baselines;
        this.tempos = tempos;
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
