package org.plumbline.server.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.FormWords;

/**
 * Somebody who lifts or rests now, as a coach sees them across the room.
 *
 * @param set their set
 * @param lifterId who
 * @param lifter their name
 * @param exercise what they do, as a person calls it
 * @param holds whether it is done in holds
 * @param load the load in the viewer's unit, or null where not said
 * @param simulated whether nobody wears a sensor
 * @param stage {@code stand_still, bow, lifting, ended}
 * @param repetitions repetitions so far
 * @param level state of the repetition that runs or was the last: 0 to 3, -1 not assessed, null where none was begun
 * @param cue one word where there is one, or null
 * @param flagged repetitions with a caution or more
 * @param trouble what is wrong with the sensors or the storage, or null
 * @param seconds since the set began, or since it ended
 */
record BoardLine(
        UUID set,
        UUID lifterId,
        String lifter,
        String exercise,
        boolean holds,
        @Nullable String load,
        boolean simulated,
        String stage,
        int repetitions,
        @Nullable Integer level,
        @Nullable String cue,
        long flagged,
        @Nullable String trouble,
        long seconds) {
    static BoardLine of(LiveSet set, Person viewer, Instant now) {
        LiveSnapshot snapshot = set.snapshotFor(viewer.id());
        Instant since = Optional.ofNullable(set.endedAt()).orElse(snapshot.startedAt());
        @Nullable Integer level = level(snapshot);
        @Nullable LiveCue cue = snapshot.cue();
        @Nullable
        String word = cue != null
                        && level != null
                        && level >= 2
                        && cue.repetition() >= snapshot.repetitions().size()
                ? cue.word()
                : null;
        @Nullable Double loadKg = set.loadKg();
        return new BoardLine(
                snapshot.set(),
                set.lifter().id(),
                set.lifter().name(),
                snapshot.exerciseName(),
                snapshot.holds(),
                loadKg == null ? null : viewer.loadUnit().format(loadKg),
                snapshot.simulated(),
                snapshot.stage(),
                // one that waits for a second like it shows as on the lifter's own screen
                Math.max(snapshot.repetitions().size(), snapshot.next() - 1),
                level,
                word,
                snapshot.repetitions().stream()
                        .filter(repetition -> repetition.level() >= 2)
                        .count(),
                trouble(snapshot),
                Math.max(0, Duration.between(since, now).toSeconds()));
    }

    /** A flag of the repetition that runs speaks first, then the last repetition. */
    private static @Nullable Integer level(LiveSnapshot snapshot) {
        List<LiveRepetition> repetitions = snapshot.repetitions();
        Optional<Integer> running = snapshot.flags().stream()
                .filter(flag -> flag.repetition() > repetitions.size() && !flag.logOnly())
                .map(LiveFlag::level)
                .max(Comparator.naturalOrder());
        if (running.isPresent()) {
            return running.get();
        }
        if (repetitions.isEmpty()) {
            return null;
        }
        LiveRepetition last = repetitions.get(repetitions.size() - 1);
        return FormWords.found(last.level(), last.judged());
    }

    private static @Nullable String trouble(LiveSnapshot snapshot) {
        if (snapshot.trouble() != null) {
            return snapshot.trouble();
        }
        return snapshot.sensors().stream()
                .filter(SensorHealth::silent)
                .map(sensor -> sensor.placement().replace('_', ' '))
                .findFirst()
                .orElse(null);
    }
}
