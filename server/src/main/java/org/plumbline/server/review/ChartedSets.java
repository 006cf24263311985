package org.plumbline.server.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.Person;
import org.plumbline.server.review.chart.ChartedSet;
import org.plumbline.server.review.chart.RepetitionCourseChart;
import org.plumbline.server.review.chart.SetFinding;
import org.plumbline.server.training.ApprovedRepetition;
import org.plumbline.server.training.Baselines;
import org.plumbline.server.training.FormChangesOfSets;
import org.plumbline.server.training.LimitAuthors;
import org.plumbline.server.training.PlannedSets;
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
    private final SetParts parts;
    private final Baselines baselines;
    private final LimitAuthors limits;
    private final PlannedSets planned;
    private final FormChangesOfSets changes;

    ChartedSets(
            TrainingLog log,
            SetParts parts,
            Baselines baselines,
            LimitAuthors limits,
            PlannedSets planned,
            FormChangesOfSets changes) {
        this.changes = changes;
        this.planned = planned;
        this.limits = limits;
        this.log = log;
        this.parts = parts;
        this.baselines = baselines;
    }

    /** A set as its charts show it to somebody; of a very long one its first part. */
    public ChartedSet of(TrainingSet set, Person reader) {
        return of(set, 1, reader);
    }

    /** The part of a set that begins with a repetition, as its charts show it to somebody. */
    ChartedSet of(TrainingSet set, int from, Person reader) {
        return of(set, parts.from(set.id(), from), limits.of(set, reader).limits(), reader);
    }

    /** A repetition before others of its set, as its chart shows it to somebody. */
    ChartedSet around(TrainingSet set, StoredRepetition one, FormLimits held, Person reader) {
        List<StoredRepetition> drawn = parts.around(set.id(), one, RepetitionCourseChart.MOST_OTHERS + 1);
        return of(set, drawn, held).toBeHeld(holdTargetS(set, reader));
    }

    /**
     * A set as its charts show it to its lifter.
     *
     * @param approved courses of the repetitions that are their usual; not drawn where the set was held against none
     */
    ChartedSet ofOwn(TrainingSet set, List<double[]> approved) {
        SetPart part = parts.first(set.id());
        return ChartedSet.of(
                        set.exercise(),
                        part.repetitions(),
                        isHeldAgainstUsual(set) ? approved : List.of(),
                        LimitAuthors.unnamed(set).limits(),
                        changes.of(set, part.repetitions()))
                .notJudging(limits.rulesOff(set))
                .toBeHeld(holdTargetS(set))
                .partOf(part.all());
    }

    /** @param held the limits the set was held to, as the reader may know them */
    ChartedSet of(TrainingSet set, SetPart part, FormLimits held, Person reader) {
        ChartedSet drawn = of(set, part.repetitions(), held);
        return (part.before() == null ? drawn : drawn.begunWith(log.first(set.id())))
                .toBeHeld(holdTargetS(set, reader))
                .partOf(part.all());
    }

    private ChartedSet of(TrainingSet set, List<StoredRepetition> repetitions, FormLimits held) {
        return ChartedSet.of(
                        set.exercise(),
                        repetitions,
                        isHeldAgainstUsual(set)
                                ? approvedCourses(set.lifterId(), set.exercise(), set.simulated())
                                : List.of(),
                        held,
                        changes.of(set, repetitions))
                .notJudging(limits.rulesOff(set));
    }

    /**
     * Whether there was a usual as the set began. What was approved later judges later sets: drawn into this one, it would stand
     * beside words that say no usual had been approved.
     */
    private static boolean isHeldAgainstUsual(TrainingSet set) {
        return set.knownForm().baseline() != null;
    }

    /** For how long each hold of a set was to be held, as far as the reader may know, or null. */
    @Nullable
    Double holdTargetS(TrainingSet set, Person reader) {
        boolean sees = ExerciseProfile.isHold(set.exercise()) && limits.seesPlan(reader, set.lifterId());
        return sees ? holdTargetS(set) : null;
    }

    private @Nullable Double holdTargetS(TrainingSet set) {
        return planned.holdS(set.lifterId(), set.exercise(), set.startedAt());
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
        numbers.entrySet().stream()
                .limit(SETS_OF_THE_USUAL)
                .forEach(set -> courses.addAll(courses(set.getKey(), set.getValue())));
        return courses;
    }

    private List<double[]> courses(UUID set, Set<Integer> numbers) {
        return log.repetitions(List.of(set), numbers).getOrDefault(set, List.of()).stream()
                .map(repetition -> repetition.curves().lumbarFlexionDeg())
                .filter(course -> SetFinding.peak(course).isPresent())
                .toList();
    }
}
