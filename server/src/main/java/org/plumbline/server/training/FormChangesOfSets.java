package org.plumbline.server.training;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FormBaseline;
import org.plumbline.core.form.Metric;
import org.springframework.stereotype.Service;

/** What changed in form in stored sets, held against what they were held against. */
@Service
public class FormChangesOfSets {
    /** Of a longer set only so many are looked at: more than anybody does at once. */
    private static final int MOST = 200;

    private final Baselines baselines;
    private final TrainingLog log;

    FormChangesOfSets(Baselines baselines, TrainingLog log) {
        this.baselines = baselines;
        this.log = log;
    }

    /** What changed in the repetition of a set whose form changed most; empty where none did or it is not known. */
    Optional<String> largest(UUID setId) {
        return log.find(setId)
                .flatMap(set -> of(set, log.repetitions(setId, 1, MOST)).largest());
    }

    /** The changes of a set; what is approved as usual is only looked for where it was held against that. */
    public FormChanges of(TrainingSet set, List<StoredRepetition> repetitions) {
        boolean approved = FormChanges.areIn(repetitions)
                && repetitions.stream()
                        .anyMatch(repetition ->
                                repetition.result().metrics().containsKey(Metric.BASELINE_DEVIATION.jsonName()));
        @Nullable
        FormBaseline usual = approved
                ? baselines.of(set.lifterId(), set.exercise(), set.simulated()).orElse(null)
                : null;
        return FormChanges.of(repetitions, usual);
    }
}
