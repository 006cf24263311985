package org.plumbline.server.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;

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
 * @param replay whether a stored set is played, in which nobody lifts now
 * @param stage {@code stand_still, bow, lifting, ended}
 * @param repetitions as in {@link BoardState}; likewise the next two
 * @param level state of the repetition that runs or was the last
 * @param cue one word where there is one, or null
 * @param holding as in {@link BoardState}; likewise the next three
 * @param flagged repetitions with a caution or more
 * @param worst highest level among these, or null
 * @param found how many they are and the worst of them, in words, or null
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
        boolean replay,
        String stage,
        int repetitions,
        @Nullable Integer level,
        @Nullable String cue,
        @Nullable String holding,
        long flagged,
        @Nullable Integer worst,
        @Nullable String found,
        @Nullable String trouble,
        long seconds) {
    static BoardLine of(LiveSet set, Person viewer, Instant now) {
        LiveSnapshot snapshot = set.snapshotFor(viewer.id());
        BoardState state = BoardState.of(snapshot, set.clockS());
        Instant since = Optional.ofNullable(set.endedAt()).orElse(snapshot.startedAt());
        @Nullable Double loadKg = set.loadKg();
        return new BoardLine(
                snapshot.set(),
                set.lifter().id(),
                set.lifter().name(),
                snapshot.exerciseName(),
                snapshot.holds(),
                loadKg == null ? null : viewer.loadUnit().format(loadKg),
                snapshot.simulated(),
                set.isReplay(),
                snapshot.stage(),
                state.repetitions(),
                state.level(),
                state.word(),
                state.holding(),
                state.flagged(),
                state.worst(),
                state.found(),
                trouble(snapshot),
                Math.max(0, Duration.between(since, now).toSeconds()));
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
