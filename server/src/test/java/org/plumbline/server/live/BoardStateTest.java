package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a coach reads across the room. */
class BoardStateTest {
    private static final LiveRepetition CLEAN = repetition(2, 0);

    private boolean holds;
    private @Nullable Double targetS;
    private @Nullable LiveHold hold;
    private @Nullable LiveCue cue;
    private boolean silent;
    private @Nullable LiveSilence silence;

    @Test
    void aCleanRepetitionDoesNotWipeAwayWhatWasFlaggedBeforeIt() {
        BoardState state = state(
                List.of(repetition(1, 3), CLEAN),
                List.of(flag(1, 2, "Twist under load"), flag(1, 3, "Rounding under load")),
                0);
        assertEquals(0, state.level(), "the last one was on target");
        assertEquals(1, state.flagged(), "two flags of one rep");
        assertEquals(3, state.worst());
        assertEquals("1 rep flagged, worst: end the set (Rounding under load)", state.found());
    }

    @Test
    void aNoticeIsNoFlagThatACoachIsToldOf() {
        BoardState state = state(List.of(repetition(1, 1)), List.of(flag(1, 1, "Momentum")), 0);
        assertEquals(1, state.level());
        assertEquals(0, state.flagged());
        assertNull(state.worst());
        assertNull(state.found());
    }

    @Test
    void aHoldThatRunsSaysItsSecondsAndNotThatTheSetBegins() {
        holding(LiveHold.running(1, 20));
        BoardState state = state(List.of(), List.of(), 32.9);
        assertEquals("holding, 12 s", state.holding());
        assertEquals(1, state.repetitions(), "it is the first");
        assertNull(state.level());
        targetS = 30.0;
        assertEquals("holding, 12 of 30 s", state(List.of(), List.of(), 32.9).holding());
        assertEquals(
                "holding, 31 s, target 30 s reached",
                state(List.of(), List.of(), 51.2).holding());
    }

    @Test
    void ofAHoldThatRunsOnlyItsOwnFlagsColourTheTile() {
        holding(LiveHold.running(2, 60));
        List<LiveFlag> before = List.of(flag(1, 2, "Sag"));
        BoardState state = state(List.of(repetition(1, 2)), before, 63);
        assertNull(state.level(), "the second is not the first");
        assertEquals("1 hold flagged, worst: caution (Sag)", state.found());
        assertEquals(
                2,
                state(List.of(repetition(1, 2)), List.of(flag(2, 2, "Sag")), 63).level());
    }

    @Test
    void aSensorThatIsSilentInAHoldCountsNoSeconds() {
        holding(LiveHold.running(1, 20));
        silent = true;
        assertEquals("no signal in the hold", state(List.of(), List.of(), 90).holding());
    }

    @Test
    void aHoldThatWasLeftIsSaidUntilItCounts() {
        holding(LiveHold.left(1, 20, 42.3));
        targetS = 20.0;
        assertEquals(
                "held 22 s (target 20 s reached)",
                state(List.of(), List.of(), 44).holding());
        BoardState counted = state(List.of(repetition(1, 0)), List.of(), 46);
        assertNull(counted.holding());
        assertEquals(0, counted.level());
    }

    @Test
    void aMovementThatTheSensorsLostIsNotAssessedUntilTheNextRepetitionCounts() {
        silence = new LiveSilence(1, "A movement was under way at 31.2 s when the sensors went silent.");
        assertEquals(-1, state(List.of(repetition(1, 0)), List.of(), 40).level(), "the last one was on target");
        assertEquals(0, state(List.of(repetition(1, 0), CLEAN), List.of(), 50).level());
    }

    @Test
    void puttingTheBarDownIsNoRepetitionThatWasFlagged() {
        BoardState state = state(List.of(repetition(1, 0), CLEAN), List.of(flag(3, 3, "Rounding under load")), 0);
        assertEquals(0, state.flagged());
        assertNull(state.worst());
        assertNull(state.found());
        List<LiveFlag> both = List.of(flag(2, 2, "Twist under load"), flag(3, 3, "Rounding under load"));
        assertEquals(
                "1 rep flagged, worst: caution (Twist under load)",
                state(List.of(repetition(1, 0), repetition(2, 2)), both, 0).found());
    }

    @Test
    void theHoldThatIsHeldCountsAmongTheFlagged() {
        holding(LiveHold.running(2, 60));
        BoardState state = state(List.of(repetition(1, 2)), List.of(flag(1, 2, "Sag"), flag(2, 3, "Sag")), 63);
        assertEquals(2, state.flagged());
        assertEquals(3, state.worst());
    }

    @Test
    void theWordOfACueStandsForItsRepetitionAndNotForTheNext() {
        cue = new LiveCue(2, 2, "hips", 80, 0);
        List<LiveFlag> flags = List.of(flag(2, 2, "Rounding under load"), flag(3, 2, "Momentum"));
        LiveRepetition first = repetition(1, 0);
        LiveRepetition second = repetition(2, 2);
        assertEquals("hips", state(List.of(first), flags.subList(0, 1), 0).word(), "while it runs");
        assertEquals(
                "hips", state(List.of(first, second), flags.subList(0, 1), 0).word(), "once it is counted");
        assertNull(state(List.of(first, second, repetition(3, 2)), flags, 0).word(), "the next had no cue");
        assertNull(state(List.of(first, second, repetition(3, 0)), flags, 0).word());
    }

    private void holding(LiveHold one) {
        holds = true;
        hold = one;
    }

    private static LiveRepetition repetition(int number, int level) {
        return new LiveRepetition(number, 30.0, 60.0, null, null, null, true, null, level, List.of());
    }

    private static LiveFlag flag(int repetition, int level, String title) {
        return new LiveFlag(repetition, title, level, title, "", "", "", "", null, 30.0, "high", "", false);
    }

    private BoardState state(List<LiveRepetition> repetitions, List<LiveFlag> flags, double clockS) {
        LiveSnapshot snapshot = new LiveSnapshot(
                UUID.randomUUID(),
                "deadlift",
                "Deadlift",
                null,
                "sensors",
                false,
                false,
                Instant.EPOCH,
                "lifting",
                "ready",
                1,
                holds,
                false,
                false,
                targetS,
                hold,
                repetitions,
                flags,
                cue,
                List.of(),
                List.of(new SensorHealth("pelvis", 100, 0, silent)),
                true,
                List.of(),
                null,
                silence,
                null,
                null);
        return BoardState.of(snapshot, clockS);
    }
}
