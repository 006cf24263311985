package org.plumbline.server.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.core.form.FormLimits;
import org.plumbline.server.review.chart.ChartedSet;
import org.plumbline.server.review.chart.SetFinding;
import org.plumbline.server.training.ApprovedRepetition;
import org.plumbline.server.training.Baselines;
import org.plumbline.server.training.PersonalLimits;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.springframework.stereotype.Service;

/** Sets with all that their charts are drawn from. */
@Service
public class ChartedSets {
    /** The usual is drawn from the newest of the sets in which something was approved. */
    private static final int SETS_OF_THE_USUAL = 4;

    private final TrainingLog log;
    private final Baselines baselines;

    ChartedSets(TrainingLog log, Baselines baselines) {
        this.log = log;
        this.baselines = baselines;
    }

    /** A set as its charts see it. */
    public ChartedSet of(TrainingSet set) {
        return of(set, log.repetitions(set.id()));
    }

    ChartedSet of(TrainingSet set, List<StoredRepetition> repetitions) {
        return ChartedSet.of(
                set.exercise(),
                repetitions,
                approvedCourses(set.lifterId(), set.exercise(), set.simulated()),
                limitsOf(set));
    }

    /** The limits a set was held to. */
    static FormLimits limitsOf(TrainingSet set) {
        return Objects.requireNonNullElseGet(set.knownForm().limits(), () -> PersonalLimits.defaults(set.exercise()));
    }

    /** Courses of lumbar flexion of the repetitions that somebody approved. */
    List<double[]> approvedCourses(UUID lifterId, String exercise, boolean simulated) {
        Map<UUID, Set<Integer>> numbers = new LinkedHashMap<>();
        for (ApprovedRepetition approved : baselines.approved(lifterId, exercise)) {
            if (approved.simulated() == simulated) {
                numbers.computeIfAbsent(approved.setId(), unseen -> new java.util.HashSet<>())
                        .add(approved.repetition().number());
            }
        }
        List<double[]> courses = new ArrayList<>();
        for (UUID set : numbers.keySet().stream().limit(SETS_OF_THE_USUAL).collect(Collectors.toList())) {
            for (StoredRepetition repetition : log.repetitions(set)) {
                double[] course = repetition.curves().lumbarFlexionDeg();
                if (numbers.get(set).contains(repetition.result().number())
                        && SetFinding.peak(course).isPresent()) {
                    courses.add(course);
                }
            }
        }
        return courses;
    }
}
