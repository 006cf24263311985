package org.plumbline.server.training;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.Person;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Service;

/** What the sets of lifters come down to. Sets that run, or were deleted, are not among them. */
@Service
public class SetSummaries {
    private final SetSummaryRepository summaries;
    private final StoppedSets stopped;

    SetSummaries(SetSummaryRepository summaries, StoppedSets stopped) {
        this.summaries = summaries;
        this.stopped = stopped;
    }

    /** The summary of one set; empty while it runs. */
    public Optional<SetSummary> find(UUID setId) {
        return summaries.find(setId);
    }

    /**
     * What the repetitions of a set come to where they are known by something else than the peak of flexion, as the end of a
     * sentence: {@code held 18–20 s}, {@code extension 31–35°}. Empty for the others, and where it was not assessed.
     */
    public Optional<String> figures(SetSummary set) {
        return FigureWords.sentence(set.exercise(), summaries.figures(set.setId()));
    }

    /** A lifter's sets, newest first. */
    public List<SetSummary> newest(UUID lifterId, SummaryFilter filter, int limit, int offset) {
        return summaries.newest(lifterId, filter, limit, offset);
    }

    /** How many sets of a lifter there are. */
    public int count(UUID lifterId, SummaryFilter filter) {
        return summaries.count(lifterId, filter);
    }

    /** A lifter's training sets from a moment on, newest first, without replays. */
    public List<SetSummary> since(UUID lifterId, Instant since) {
        return summaries.newest(lifterId, SummaryFilter.since(since), Integer.MAX_VALUE, 0);
    }

    /** The sets of many lifters from a moment on, newest first, without replays: one query however many they are. */
    public List<SetSummary> ofMany(Collection<UUID> lifterIds, Instant since) {
        return summaries.ofMany(lifterIds, since);
    }

    /**
     * What the next set goes on from.
     *
     * @param set the newest set that counts and was not ended early
     * @param leavesOut whether one of the same exercise was ended early since, and is left out
     */
    public record Whole(SetSummary set, boolean leavesOut) {}

    /** What the next set goes on from; empty where none counts. */
    public Optional<Whole> newestWhole(Person lifter) {
        Set<UUID> early = stopped.noBests(lifter.id());
        return summaries
                .newestWhole(lifter.id(), SummaryFilter.counted(lifter), early)
                .map(set -> new Whole(set, isEndedEarlySince(set, early)));
    }

    /** Whether a set of the same exercise was ended early since that one, and is left out where that one is gone on from. */
    public boolean isEndedEarlySince(SetSummary whole) {
        return isEndedEarlySince(whole, stopped.noBests(whole.lifterId()));
    }

    private boolean isEndedEarlySince(SetSummary whole, Set<UUID> early) {
        return !early.isEmpty()
                && summaries
                        .newest(
                                whole.lifterId(),
                                new SummaryFilter(whole.exercise(), whole.startedAt(), null),
                                Integer.MAX_VALUE,
                                0)
                        .stream()
                        .anyMatch(set -> early.contains(set.setId()));
    }

    /**
     * The newest set of an exercise that counts and was not ended early, with a known load and a repetition at least: what the next
     * one is filled in from.
     */
    public Optional<SetSummary> last(Person lifter, String exercise) {
        return summaries.lastLifted(
                lifter.id(), SummaryFilter.counted(lifter).ofExercise(exercise), stopped.noBests(lifter.id()));
    }

    /** The same of every exercise. */
    public List<SetSummary> lastOfEach(Person lifter) {
        return summaries.lastLiftedOfEach(lifter.id(), SummaryFilter.counted(lifter), stopped.noBests(lifter.id()));
    }

    /** The same of the simulated sets alone: what the next simulated one is filled in from. */
    public List<SetSummary> lastSimulatedOfEach(UUID lifterId) {
        return summaries.lastLiftedOfEach(lifterId, SummaryFilter.SIMULATED, stopped.noBests(lifterId));
    }

    /** The sets of a session in the order they were done. */
    public List<SetSummary> ofSession(UUID sessionId) {
        return summaries.ofSession(sessionId);
    }

    /** Names of the exercises a lifter has trained, the one done most first. */
    public List<String> exercises(UUID lifterId) {
        return summaries.exercises(lifterId);
    }

    /**
     * The one spelling of an exercise that is asked about.
     *
     * @param said its name, however it is capitalised and spaced
     * @param lifters whose sets are asked about: a recording may bring an exercise that only they do
     * @throws IllegalArgumentException where it is not known, and none of them has done it; the message is for the person
     */
    public String exercise(String said, Collection<UUID> lifters) {
        return ExerciseProfile.ofName(said)
                .map(ExerciseProfile::name)
                .or(() -> lifters.stream()
                        .flatMap(lifter -> exercises(lifter).stream())
                        .filter(said::equals)
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException(Words.say("training.exercise.nobody", said)));
    }

    /** The same where none need be named. */
    public @Nullable String exerciseOrAll(@Nullable String said, Collection<UUID> lifters) {
        return said == null ? null : exercise(said, lifters);
    }
}
