package org.plumbline.server.review;

import java.util.List;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.review.chart.ChartedSet;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.springframework.stereotype.Service;

/** Sets with all that their charts are drawn from. */
@Service
public class ChartedSets {
    private final TrainingLog log;

    ChartedSets(TrainingLog log) {
        this.log = log;
    }

    /** A set as its charts see it. */
    public ChartedSet of(TrainingSet set) {
        return of(set, log.repetitions(set.id()));
    }

    ChartedSet of(TrainingSet set, List<StoredRepetition> repetitions) {
        FormLimits limits =
                ExerciseProfile.ofName(set.exercise()).map(FormLimits::defaultsFor).orElse(FormLimits.NONE);
        return ChartedSet.of(set.exercise(), repetitions, List.of(), limits);
    }
}
