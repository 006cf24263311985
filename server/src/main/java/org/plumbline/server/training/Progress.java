package org.plumbline.server.training;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FormBaseline;
import org.plumbline.core.form.Metric;
import org.plumbline.core.repetition.ExerciseProfile;
import org.springframework.stereotype.Service;

/**
 * How a lifter's training goes over weeks. {@link CountedSets} says which sets count.
 */
@Service
public class Progress {
    /** Training days a week that are aimed at. */
    public static final ProgressSeries.Range DAYS_A_WEEK = new ProgressSeries.Range(2, 3);

    private static final int WEEKS = 26;
    /** A lifter of fifteen sets of one exercise three times a week has these in two years. */
    private static final int MOST_SETS = 5000;

    private final SetSummaries summaries;
    private final CountedSets counted;
    private final StoppedSets stopped;
    private final Baselines baselines;
    private final RepetitionGoals goals;
    private final PlannedSets planned;
    private final List<ProgressGate> gates;
    private final Clock clock;

    Progress(
            SetSummaries summaries,
            CountedSets counted,
            StoppedSets stopped,
            Baselines baselines,
            RepetitionGoals goals,
            PlannedSets planned,
            List<ProgressGate> gates,
            Clock clock) {
        this.counted = counted;
        this.stopped = stopped;
        this.summaries = summaries;
        this.baselines = baselines;
        this.goals = goals;
        this.planned = planned;
        this.gates = gates;
        this.clock = clock;
    }

    /**
     * Everything of one exercise that is followed over weeks.
     *
     * @param series by kind, in the order of {@link ProgressKind}, without the frequency
     * @param advice whether a heavier load is suggested
     * @param capKg the most load the plan says, where that is less than the load of the last session; or null. To be shown only to those who may read the plan
     * @param stepCapsKg the most load the plan said as a step up was lifted, by its set, where the step is above it; to be shown only to those who may read the plan
     * @param hold what besides the lifting speaks against the load it would name; to be shown only to those who may read that kind
     * @param goal repetitions aimed at in a set, or null
     * @param counted sets that count
     * @param notCounted simulated sets, which do not count
     */
    public record OfExercise(
            List<ProgressSeries> series,
            ProgressionAdvice advice,
            @Nullable Double capKg,
            Map<UUID, Double> stepCapsKg,
            ProgressGate.@Nullable Hold hold,
            @Nullable Integer goal,
            int counted,
            int notCounted) {
        /** The series of a kind. */
        public ProgressSeries of(ProgressKind kind) {
            return series.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
        }
    }

    /**
     * One series.
     *
     * @param exercise name of the exercise; not needed for the frequency
     */
    public ProgressSeries series(UUID lifterId, @Nullable String exercise, ProgressKind kind) {
        if (kind == ProgressKind.FREQUENCY) {
            return frequency(lifterId);
        }
        String of = exercise == null ? "" : ExerciseProfile.spelled(exercise);
        return series(kind, of, counting(lifterId, sets(lifterId, of)), lifterId);
    }

    /** All series of an exercise, and the advice. */
    public OfExercise of(UUID lifterId, String exercise) {
        Suggested suggested = suggested(lifterId, exercise);
        Counting counting = suggested.counting();
        List<ProgressSeries> all = new ArrayList<>();
        for (ProgressKind kind : ProgressKind.values()) {
            if (kind != ProgressKind.FREQUENCY) {
                all.add(series(kind, exercise, counting, lifterId));
            }
        }
        return new OfExercise(
                List.copyOf(all),
                suggested.advice(),
                planned.capBelow(
                                lifterId,
                                exercise,
                                clock.instant(),
                                suggested.lifted().loadKg())
                        .orElse(null),
                planned.capsBelow(
                        lifterId,
                        exercise,
                        all.stream().flatMap(one -> one.steps().stream()).toList()),
                suggested.hold(),
                suggested.goal(),
                counting.sets().size(),
                counting.left());
    }

    /** The advice alone, where nothing is drawn. */
    public ProgressionAdvice advice(UUID lifterId, String exercise) {
        return suggested(lifterId, exercise).advice();
    }

    /**
     * What is suggested of an exercise.
     *
     * @param lifted what the lifting alone suggests
     * @param hold what besides it speaks against that, or null
     */
    private record Suggested(
            Counting counting, @Nullable Integer goal, ProgressionAdvice lifted, ProgressGate.@Nullable Hold hold) {
        ProgressionAdvice advice() {
            return hold == null ? lifted : lifted.held();
        }
    }

    private Suggested suggested(UUID lifterId, String exercise) {
        Counting counting = counting(lifterId, sets(lifterId, exercise));
        Integer goal = goals.of(lifterId, exercise).orElse(null);
        ProgressionAdvice lifted = ProgressionAdvice.of(counting.sessions(), goal, clock.instant());
        return new Suggested(
                counting, goal, lifted, hold(lifterId, exercise, lifted).orElse(null));
    }

    private Optional<ProgressGate.Hold> hold(UUID lifterId, String exercise, ProgressionAdvice advice) {
        return advice.outcome().namesLoad()
                ? gates.stream()
                        .map(gate -> gate.hold(lifterId, exercise, clock.instant()))
                        .flatMap(Optional::stream)
                        .filter(hold -> advice.outcome().isHeldBy(hold.kind()))
                        .findFirst()
                : Optional.empty();
    }

    /**
     * The sets that count, oldest first.
     *
     * @param simulated whether all of them are simulated: those of a sample person
     * @param left how many do not count
     * @param early sets that were ended early, see {@link StoppedSets#noBests}
     */
    private record Counting(List<SetSummary> sets, boolean simulated, int left, Set<UUID> early) {
        List<SetSessions.Session> sessions() {
            return SetSessions.of(sets, early);
        }
    }

    private List<SetSummary> sets(UUID lifterId, String exercise) {
        return summaries.newest(lifterId, SummaryFilter.of(exercise), MOST_SETS, 0);
    }

    private Counting counting(UUID lifterId, List<SetSummary> all) {
        List<SetSummary> sets = counted.of(lifterId, all).stream()
                .sorted(Comparator.comparing(SetSummary::startedAt))
                .toList();
        return new Counting(
                sets,
                !sets.isEmpty() && sets.stream().allMatch(SetSummary::simulated),
                all.size() - sets.size(),
                stopped.noBests(lifterId));
    }

    private ProgressSeries series(ProgressKind kind, String exercise, Counting counting, UUID lifterId) {
        return switch (kind) {
            case LOAD -> load(exercise, counting);
            case REPETITIONS -> repetitions(exercise, counting);
            case E1RM -> onceMaximum(exercise, counting);
            case FLEXION ->
                form(
                        kind,
                        exercise,
                        counting,
                        Metric.LUMBAR_FLEXION_PEAK,
                        lifterId,
                        SetSummary::peakFlexionMedianDeg,
                        SetSummary::peakFlexionWorstDeg);
            case TWIST ->
                form(
                        kind,
                        exercise,
                        counting,
                        Metric.AXIAL_ROTATION_RANGE,
                        lifterId,
                        SetSummary::twistMedianDeg,
                        SetSummary::twistWorstDeg);
            // the index counts in smallest detectable changes from the set's own beginning
            case DRIFT ->
                points(
                        kind,
                        exercise,
                        counting,
                        SetSummary::formDriftIndex,
                        set -> null,
                        new ProgressSeries.Usual(0, 1, false, 0));
            case FREQUENCY -> frequency(lifterId);
        };
    }

    private static ProgressSeries load(String exercise, Counting counting) {
        List<SetSessions.Session> sessions = counting.sessions();
        List<ProgressPoint> points = sessions.stream()
                .flatMap(session -> session.heaviest().stream())
                .map(set -> point(set, Objects.requireNonNull(set.loadKg())))
                .toList();
        return new ProgressSeries(
                ProgressKind.LOAD, exercise, points, null, null, SetSessions.steps(sessions), counting.simulated(), 0);
    }

    private static ProgressSeries repetitions(String exercise, Counting counting) {
        List<ProgressPoint> points = new ArrayList<>();
        for (SetSessions.Session session : counting.sessions()) {
            session.heaviest()
                    .ifPresent(set ->
                            points.add(point(set, session.mostRepetitionsAt(Objects.requireNonNull(set.loadKg())))));
        }
        return plain(ProgressKind.REPETITIONS, exercise, points, counting);
    }

    private static ProgressSeries onceMaximum(String exercise, Counting counting) {
        List<ProgressPoint> points = new ArrayList<>();
        for (SetSessions.Session session : counting.sessions()) {
            OneRepetitionMaximum.ofSession(session.whole()).ifPresent(best -> points.add(point(best)));
        }
        return plain(ProgressKind.E1RM, exercise, points, counting);
    }

    private static ProgressPoint point(OneRepetitionMaximum.Of best) {
        OneRepetitionMaximum once = best.once();
        return new ProgressPoint(
                best.set().startedAt(),
                best.set().setId(),
                once.middleKg(),
                once.lowKg(),
                once.highKg(),
                false,
                best.set().flaggedRepetitions());
    }

    private ProgressSeries form(
            ProgressKind kind,
            String exercise,
            Counting counting,
            Metric metric,
            UUID lifterId,
            Function<SetSummary, @Nullable Double> value,
            Function<SetSummary, @Nullable Double> largest) {
        FormBaseline baseline =
                baselines.of(lifterId, exercise, counting.simulated()).orElse(null);
        return points(
                kind,
                exercise,
                counting,
                value,
                largest,
                UsualOfSets.of(metric, baseline, counting.sets(), value).orElse(null));
    }

    private static ProgressSeries points(
            ProgressKind kind,
            String exercise,
            Counting counting,
            Function<SetSummary, @Nullable Double> value,
            Function<SetSummary, @Nullable Double> largest,
            ProgressSeries.@Nullable Usual usual) {
        List<ProgressPoint> points = new ArrayList<>();
        for (SetSummary set : counting.sets()) {
            Double measured = value.apply(set);
            if (measured != null) {
                boolean beyond = usual != null && usual.isBeyond(measured);
                points.add(new ProgressPoint(
                        set.startedAt(),
                        set.setId(),
                        measured,
                        null,
                        largest.apply(set),
                        beyond,
                        set.flaggedRepetitions()));
            }
        }
        return new ProgressSeries(
                kind,
                exercise,
                List.copyOf(points),
                usual,
                null,
                List.of(),
                counting.simulated(),
                counting.sets().size() - points.size());
    }

    /** Training days of each week over the last half year. */
    private ProgressSeries frequency(UUID lifterId) {
        ZoneId zone = ZoneId.systemDefault();
        Counting counting =
                counting(lifterId, summaries.since(lifterId, clock.instant().minus(Duration.ofDays(7L * WEEKS))));
        List<ProgressPoint> points = TrainingWeeks.of(counting.sets(), clock.instant(), zone, WEEKS).stream()
                .map(week -> new ProgressPoint(
                        week.monday().atStartOfDay(zone).toInstant(), null, week.days(), null, null, false, 0))
                .toList();
        return new ProgressSeries(
                ProgressKind.FREQUENCY, null, points, null, DAYS_A_WEEK, List.of(), counting.simulated(), 0);
    }

    private static ProgressPoint point(SetSummary set, double value) {
        return new ProgressPoint(set.startedAt(), set.setId(), value, null, null, false, set.flaggedRepetitions());
    }

    private static ProgressSeries plain(
            ProgressKind kind, String exercise, List<ProgressPoint> points, Counting counting) {
        return new ProgressSeries(kind, exercise, List.copyOf(points), null, null, List.of(), counting.simulated(), 0);
    }
}
