package org.plumbline.core.repetition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.spine.SpinePose;

/** Which movements of a stream with several sets count. */
class SetRhythmTest {
    private static final ObjIntConsumer<SpinePose> UNCHANGED = (pose, tick) -> {};

    private final List<RepetitionTimes> repetitions = new ArrayList<>();
    private final List<Integer> setEnds = new ArrayList<>();
    private final List<Double> setEndsS = new ArrayList<>();
    private final List<SetEndReason> setEndReasons = new ArrayList<>();
    private List<SetAside> setAside = List.of();

    @Test
    void aNewSetAfterARestIsCountedWhole() {
        squats(set(4).hold(60).squats(3, 40, 1.5, 0.3, 1.2, 1), RepetitionCorrections.NONE, UNCHANGED);
        assertEquals(
                List.of(1, 1, 1, 1, 2, 2, 2),
                repetitions.stream().map(RepetitionTimes::setNumber).toList());
        assertEquals(List.of(), setAside);
    }

    @Test
    void aBendForAPlateBetweenSetsIsSetAside() {
        squats(set(4).hold(25).to(75, 1).to(0, 1).hold(25), RepetitionCorrections.NONE, UNCHANGED);
        assertEquals(4, repetitions.size());
        assertEquals(1, setAside.size());
        double bendS = 2 + 4 * 4 + 25;
        assertEquals(bendS, setAside.get(0).startS(), 1);
        assertTrue(setAside.get(0).reason().length() > 10);
    }

    @Test
    void aSetEndsByItselfHalfAMinuteAfterItsLastRepetitionAndOnce() {
        squats(set(4).hold(90), RepetitionCorrections.NONE, UNCHANGED);
        assertEquals(List.of(1), setEnds);
        assertEquals(2 + 4 * 4 - 1 + 30, setEndsS.get(0), 1.5);
        assertEquals(List.of(SetEndReason.PAUSED), setEndReasons);
    }

    @Test
    void walkingAwayEndsTheSetSooner() {
        squats(set(4).hold(20), RepetitionCorrections.NONE, (pose, tick) -> pose.walkingShare = tick > 2200 ? 1 : 0);
        assertEquals(List.of(1), setEnds);
        assertEquals(27, setEndsS.get(0), 1.5);
        assertEquals(List.of(SetEndReason.WALKED_AWAY), setEndReasons);
    }

    /** What a rhythm counts, by the time of its start. */
    private static final class Counted implements SetRhythm.Verdict {
        final List<Double> startsS = new ArrayList<>();

        @Override
        public void count(Movement movement, int setNumber) {
            startsS.add(movement.startS());
        }

        @Override
        public void setOver(int setNumber, double timeS, SetEndReason reason) {}
    }

    private static final TurningPoint NOWHERE = new TurningPoint(0, 0, 0, 0);

    /** A pull of two seconds over that range; lumbar flexion and lean are those at the floor, degrees. */
    private static Movement pull(double startS, double rangeDeg, double flexionDeg, double leanDeg) {
        return new Movement(
                NOWHERE,
                NOWHERE,
                NOWHERE,
                0,
                startS,
                startS + 2,
                rangeDeg,
                2,
                1.5,
                0.5,
                0.5,
                40,
                flexionDeg,
                flexionDeg,
                leanDeg,
                Double.NaN,
                1,
                1,
                0,
                false);
    }

    private static SetRhythm rhythm(RepetitionCorrections corrections, Counted counted) {
        SetRhythm rhythm = new SetRhythm(corrections, 0, true, counted);
        rhythm.pass(0, false);
        return rhythm;
    }

    @Test
    void theFirstMovementCountsWithTheSecondAndIsKnownAsLikelyBefore() {
        Counted counted = new Counted();
        SetRhythm rhythm = rhythm(RepetitionCorrections.NONE, counted);
        rhythm.offer(pull(2, 55, 28, 0.5));
        assertEquals(List.of(), counted.startsS, "it may be anything yet");
        assertEquals(1, rhythm.likely());
        rhythm.offer(pull(5, 55, 29, 0.3));
        assertEquals(List.of(2.0, 5.0), counted.startsS);
        assertEquals(0, rhythm.likely());
    }

    /** Picked up half to one side, or with a back rounder than a lifter's and than at the bar. */
    @ParameterizedTest
    @CsvSource({"29,4.8", "42,1", "30,7"})
    void aPlatePickedUpBeforeTheSetIsSetAside(double flexionDeg, double leanDeg) {
        Counted counted = new Counted();
        SetRhythm rhythm = rhythm(RepetitionCorrections.NONE, counted);
        rhythm.offer(pull(2, 55, flexionDeg, leanDeg));
        rhythm.offer(pull(7, 55, 28, 0.5));
        rhythm.offer(pull(10, 55, 29, 0.3));
        assertEquals(List.of(7.0, 10.0), counted.startsS);
        assertEquals(2, rhythm.setAside().get(0).startS());
    }

    /** Rounder, shorter, rounder and shorter: that is form, and must be seen. */
    @ParameterizedTest
    @CsvSource({"55,37", "40,28", "35,37"})
    void aFirstRepetitionCountsHoweverBadlyItIsDone(double rangeDeg, double flexionDeg) {
        for (int bad = 1; bad <= 2; bad++) {
            Counted counted = new Counted();
            SetRhythm rhythm = rhythm(RepetitionCorrections.NONE, counted);
            for (int number = 1; number <= 3; number++) {
                rhythm.offer(number == bad ? pull(3 * number, rangeDeg, flexionDeg, 1) : pull(3 * number, 55, 24, 0.5));
            }
            assertEquals(List.of(3.0, 6.0, 9.0), counted.startsS, "bad one: " + bad);
        }
    }

    @Test
    void aFirstRepetitionThatNothingFollowsCountsAfterTheLongestBreakOrBeforeTimeJumps() {
        Counted counted = new Counted();
        SetRhythm rhythm = rhythm(RepetitionCorrections.NONE, counted);
        rhythm.offer(pull(2, 55, 28, 0.5));
        rhythm.pass(23.9, false);
        assertEquals(List.of(), counted.startsS);
        rhythm.pass(24.1, false);
        assertEquals(List.of(2.0), counted.startsS);

        Counted again = new Counted();
        SetRhythm cut = rhythm(RepetitionCorrections.NONE, again);
        cut.offer(pull(2, 55, 28, 0.5));
        cut.decide();
        assertEquals(List.of(2.0), again.startsS);
    }

    @Test
    void whatIsSaidOfOneMovementChangesNoOther() {
        for (int repetitions = 2; repetitions <= 4; repetitions++) {
            for (int denied = 1; denied <= repetitions; denied++) {
                Counted counted = new Counted();
                SetRhythm rhythm =
                        rhythm(new RepetitionCorrections(List.of(denied * 3_000_000L + 1_000_000), List.of()), counted);
                List<Double> expected = new ArrayList<>();
                for (int number = 1; number <= repetitions; number++) {
                    rhythm.offer(pull(3 * number, 55, 28, 0.5));
                    if (number != denied) {
                        expected.add(3.0 * number);
                    }
                }
                assertEquals(expected, counted.startsS, denied + " of " + repetitions + " denied");
                assertTrue(rhythm.setAside().get(0).reason().startsWith("It was said"));
            }
        }
    }

    @Test
    void aMovementThatIsSaidToCountTakesNoneBeforeItAway() {
        Counted counted = new Counted();
        SetRhythm rhythm = rhythm(new RepetitionCorrections(List.of(), List.of(7_000_000L)), counted);
        rhythm.offer(pull(3, 55, 28, 0.5));
        rhythm.offer(pull(6, 55, 45, 9));
        rhythm.offer(pull(9, 55, 28, 0.5));
        assertEquals(List.of(3.0, 6.0, 9.0), counted.startsS);
    }

    /** Where a hold may last a minute and a half, the reason cannot be told from the quiet before it. */
    @Test
    void aLongPauseThatIsWalkedAtItsEndWasEndedByTheWalk() {
        List<SetEndReason> reasons = new ArrayList<>();
        SetRhythm rhythm = new SetRhythm(RepetitionCorrections.NONE, 85, true, new SetRhythm.Verdict() {
            @Override
            public void count(Movement movement, int setNumber) {}

            @Override
            public void setOver(int setNumber, double timeS, SetEndReason reason) {
                reasons.add(reason);
            }
        });
        TurningPoint end = new TurningPoint(0, 0, 0, 0);
        rhythm.pass(0, false);
        rhythm.offer(new Movement(end, end, end, 0, 2, 5, 40, 3, 3, 1, 1, 30, 5, 5, 0, 0, 0, 0, 0, false));
        for (int tick = 500; tick < 10_000; tick++) {
            rhythm.pass(tick / 100.0, tick > 9000);
        }
        assertEquals(List.of(SetEndReason.WALKED_AWAY), reasons);
    }

    @Test
    void aLifterMayTakeARepetitionAwayAndGiveOneBack() {
        long second = 8_000_000;
        long bend = Math.round((2 + 4 * 4 + 25 + 1) * 1e6);
        TrunkMovement movement = set(4).hold(25).to(75, 1).to(0, 1).hold(25);
        squats(movement, new RepetitionCorrections(List.of(second), List.of()), UNCHANGED);
        assertEquals(3, repetitions.size());
        assertTrue(setAside.stream().anyMatch(one -> one.reason().startsWith("It was said")));
        squats(movement, new RepetitionCorrections(List.of(second), List.of(bend)), UNCHANGED);
        assertEquals(4, repetitions.size());
    }

    @Test
    void aSingleRepetitionLateInARecordingCountsInTheEnd() {
        squats(new TrunkMovement(0).hold(40).squats(1, 40, 1.5, 0.3, 1.2, 3), RepetitionCorrections.NONE, UNCHANGED);
        assertEquals(1, repetitions.size());
    }

    /** Its poses are overwritten by then: what would be measured are those of standing about. */
    @Test
    void aSingleRepetitionLongBeforeTheEndStaysSetAsideAndOneStillKnownIsMeasured() {
        squats(new TrunkMovement(0).hold(40).squats(1, 40, 1.5, 0.3, 1.2, 95), RepetitionCorrections.NONE, UNCHANGED);
        assertEquals(0, repetitions.size());
        assertEquals(1, setAside.size());
        assertEquals(40, setAside.get(0).startS(), 0.5);
        assertTrue(setAside.get(0).reason().contains("too long ago"), setAside.toString());
        squats(new TrunkMovement(0).hold(40).squats(1, 40, 1.5, 0.3, 1.2, 85), RepetitionCorrections.NONE, UNCHANGED);
        assertEquals(1, repetitions.size());
        assertEquals(40 + 1.5 + 0.3, repetitions.get(0).concentricStart() * 0.01, 0.2);
        assertEquals(List.of(), setAside);
    }

    /** What is read stops at a jump: it would be that of standing about after it. */
    @Test
    void aRepetitionThatIsClearOnlyAfterAJumpOfTimeStaysSetAside() {
        TrunkMovement movement = new TrunkMovement(0).hold(40).squats(1, 40, 1.5, 0.3, 1.2, 20);
        squats(movement, RepetitionCorrections.NONE, (pose, tick) -> pose.timeMicros += tick > 5000 ? 20_000_000L : 0);
        assertEquals(List.of(), repetitions);
        assertEquals(1, setAside.size());
        assertEquals(40, setAside.get(0).startS(), 0.5);
        assertTrue(setAside.get(0).reason().contains("too long ago"), setAside.toString());
    }

    @Test
    void whatALifterSaysIsARepetitionCountsHoweverLongTheSetGoesOn() {
        TrunkMovement movement = new TrunkMovement(0).hold(40).squats(1, 40, 1.5, 0.3, 1.2, 200);
        squats(movement, new RepetitionCorrections(List.of(), List.of(41_500_000L)), UNCHANGED);
        assertEquals(1, repetitions.size());
        assertEquals(40 + 1.5 + 0.3, repetitions.get(0).concentricStart() * 0.01, 0.2);
    }

    private static TrunkMovement set(int count) {
        return new TrunkMovement(0).hold(2).squats(count, 40, 1.5, 0.3, 1.2, 1);
    }

    private void squats(TrunkMovement movement, RepetitionCorrections corrections, ObjIntConsumer<SpinePose> change) {
        repetitions.clear();
        setEnds.clear();
        setEndsS.clear();
        setEndReasons.clear();
        PoseHistory history = new PoseHistory();
        RepetitionDetector detector =
                new RepetitionDetector(ExerciseProfile.SQUAT, history, corrections, new RepetitionListener() {
                    @Override
                    public void onPhase(RepetitionPhase phase, int number, long position) {}

                    @Override
                    public void onRepetition(RepetitionTimes repetition) {
                        repetitions.add(repetition);
                    }

                    @Override
                    public void onSetEnd(int setNumber, double timeS, SetEndReason reason) {
                        setEndReasons.add(reason);
                        setEnds.add(setNumber);
                        setEndsS.add(timeS);
                    }
                });
        SpinePose pose = new SpinePose();
        for (int tick = 0; tick < movement.ticks(); tick++) {
            movement.pose(tick, pose);
            change.accept(pose, tick);
            history.add(pose);
            detector.update();
        }
        detector.finish();
        setAside = detector.setAside();
    }
}
