package org.plumbline.server.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Metric;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.CountedSets;
import org.springframework.stereotype.Service;

/**
 * Lifters side by side, whoever needs a look first: those whose last session stands out furthest from their own usual, then
 * those with most of it flagged. Nobody is ranked against anybody else: each is measured by themselves alone.
 */
@Service
public class Roster {
    /** The usual is looked for in this stretch before the last session. */
    private static final Duration REACH = Duration.ofDays(RosterFilter.LONGEST_DAYS);

    /** No set runs longer. */
    private static final Duration LONGEST_SET = Duration.ofDays(1);

    /** Fewer sessions before the last one make no usual. */
    private static final int FEWEST_BEFORE = 2;

    private static final int DAYS_A_WEEK = 7;

    private final RosterRepository repository;
    private final FlagReviews reviews;
    private final Clock clock;

    Roster(RosterRepository repository, FlagReviews reviews, Clock clock) {
        this.repository = repository;
        this.reviews = reviews;
        this.clock = clock;
    }

    /**
     * Lifters with what there is to choose among.
     *
     * @param lines the lifters, whoever needs a look first
     * @param exercises names of the exercises in all their sets of late, by the alphabet
     * @param lifting who has a set running now, which counts once it is over
     */
    public record Seen(List<RosterLine> lines, List<String> exercises, Set<UUID> lifting) {}

    /** The lifters as a filter sees them. */
    public Seen of(List<Person> lifters, RosterFilter filter) {
        List<UUID> ids = lifters.stream().map(Person::id).toList();
        Instant now = clock.instant();
        Instant since = now.minus(Duration.ofDays(filter.days()));
        List<RosterRepository.Part> parts = repository.parts(ids, now.minus(REACH));
        Map<UUID, List<RosterRepository.Part>> wanted = parts.stream()
                .filter(part -> filter.admits(part.exercise(), part.loadKg()))
                .collect(Collectors.groupingBy(RosterRepository.Part::lifterId));
        Map<UUID, Integer> open = reviews.openRepetitions(ids, since, filter);
        List<RosterLine> lines = lifters.stream()
                .map(lifter -> line(
                        lifter,
                        wanted.getOrDefault(lifter.id(), List.of()),
                        since,
                        filter.days(),
                        open.getOrDefault(lifter.id(), 0)))
                .sorted(Comparator.comparingDouble(Roster::beyondNoise)
                        .thenComparingDouble(Roster::shareFlagged)
                        .thenComparing(line -> line.change() != null)
                        .reversed()
                        .thenComparing(RosterLine::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        return new Seen(
                lines,
                parts.stream()
                        .map(RosterRepository.Part::exercise)
                        .distinct()
                        .sorted()
                        .toList(),
                repository.lifting(ids, now.minus(LONGEST_SET)));
    }

    /** Which of two changes within noise is the larger says nothing. */
    private static double beyondNoise(RosterLine line) {
        RosterLine.Change change = line.change();
        return change != null && change.standsOut() ? Math.abs(change.ofDetectable()) : 0;
    }

    private static double shareFlagged(RosterLine line) {
        RosterLine.LastSession last = line.lastSession();
        return last == null || last.repetitions() == 0 ? 0 : (double) last.flagged() / last.repetitions();
    }

    private static RosterLine line(Person lifter, List<RosterRepository.Part> all, Instant since, int days, int open) {
        List<RosterRepository.Part> counted = all.stream()
                .filter(part -> CountedSets.counts(lifter, part.simulated()))
                .toList();
        List<RosterRepository.Part> parts = counted.stream()
                .filter(part -> !part.startedAt().isBefore(since))
                .toList();
        int trained = (int) parts.stream().map(Roster::day).distinct().count();
        int flagged = parts.stream().mapToInt(RosterRepository.Part::flagged).sum();
        return new RosterLine(
                lifter.id(),
                lifter.name(),
                parts.stream()
                        .map(RosterRepository.Part::startedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                trained,
                trained * (double) DAYS_A_WEEK / Math.max(DAYS_A_WEEK, days),
                parts.stream().mapToInt(RosterRepository.Part::sets).sum(),
                parts.stream().mapToInt(RosterRepository.Part::repetitions).sum(),
                flagged,
                open,
                parts.stream().anyMatch(RosterRepository.Part::simulated),
                lastSession(parts),
                parts.isEmpty() ? null : change(counted));
    }

    private static RosterLine.@Nullable LastSession lastSession(List<RosterRepository.Part> parts) {
        return parts.stream()
                .max(Comparator.comparing(RosterRepository.Part::startedAt))
                .map(newest -> parts.stream()
                        .filter(part -> part.sessionId().equals(newest.sessionId()))
                        .map(part -> new RosterLine.LastSession(part.repetitions(), part.assessed(), part.flagged()))
                        .reduce(
                                new RosterLine.LastSession(0, 0, 0),
                                (one, other) -> new RosterLine.LastSession(
                                        one.repetitions() + other.repetitions(),
                                        one.assessed() + other.assessed(),
                                        one.flagged() + other.flagged())))
                .orElse(null);
    }

    private static LocalDate day(RosterRepository.Part part) {
        return LocalDate.ofInstant(part.startedAt(), ZoneId.systemDefault());
    }

    /** The largest change of the last session, of any exercise in it. */
    private static RosterLine.@Nullable Change change(List<RosterRepository.Part> parts) {
        Collection<SessionExercise> all = SessionExercise.of(parts);
        SessionExercise newest = all.stream()
                .max(Comparator.comparing(SessionExercise::startedAt))
                .orElse(null);
        if (newest == null) {
            return null;
        }
        List<RosterLine.Change> changes = new ArrayList<>();
        for (SessionExercise last : all) {
            if (last.sessionId().equals(newest.sessionId())) {
                List<SessionExercise> before = all.stream()
                        .filter(part -> part.exercise().equals(last.exercise())
                                && part.simulated() == last.simulated()
                                && part.startedAt().isBefore(last.startedAt()))
                        .toList();
                add(changes, last, before, Metric.LUMBAR_FLEXION_PEAK, SessionExercise::flexionDeg);
                add(changes, last, before, Metric.AXIAL_ROTATION_RANGE, SessionExercise::twistDeg);
            }
        }
        return changes.stream()
                .max(Comparator.comparingDouble(change -> Math.abs(change.ofDetectable())))
                .orElse(null);
    }

    private static void add(
            List<RosterLine.Change> changes,
            SessionExercise last,
            List<SessionExercise> before,
            Metric metric,
            ToDoubleFunction<SessionExercise> value) {
        double[] usual = before.stream()
                .mapToDouble(value)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double now = value.applyAsDouble(last);
        if (usual.length >= FEWEST_BEFORE && Double.isFinite(now)) {
            double middle = (usual[(usual.length - 1) / 2] + usual[usual.length / 2]) / 2;
            double change = now - middle;
            changes.add(
                    new RosterLine.Change(last.exercise(), metric, change, change / metric.minimalDetectableChange()));
        }
    }
}
