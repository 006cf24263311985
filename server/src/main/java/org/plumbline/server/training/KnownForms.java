package org.plumbline.server.training;

import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Puts together what is known of a person's form before a set: limits, baseline and tempo. */
@Service
public class KnownForms {
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

    /** What a set begun now is told. */
    public KnownForm of(UUID lifterId, String exercise, boolean simulated) {
        preparers.forEach(preparer -> preparer.prepare(lifterId, exercise));
        return new KnownForm(
                limits.of(lifterId, exercise).orElse(null),
                baselines.of(lifterId, exercise, simulated).orElse(null),
                tempos.of(lifterId, exercise).orElse(null));
    }
}
