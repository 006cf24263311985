package org.plumbline.core.repetition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.spine.SpinePose;

/** Repetitions of movements written down by hand. */
class RepetitionDetectorTest {
    private final List<RepetitionTimes> repetitions = new ArrayList<>();
    private final List<RepetitionPhase> phases = new ArrayList<>();
    private final List<Integer> countedWhile = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"25,0.3", "50,0.3", "104,0.3", "208,0.3", "25,0", "208,0"})
    void countsTheSameAtEverySamplingRate(double rateHz, double noiseDeg) {
        for (long seed = 0; seed < 5; seed++) {
            assertEquals(8, countSquats(squats(8).sampledAt(rateHz, noiseDeg, seed)));
            assertEquals(8, countDeadlifts(deadlifts(8).sampledAt(rateHz, noiseDeg, seed)));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5,0,0.5,0.2", "1,0,1,0.1", "3,1,3,1", "6,2,6,2", "1,0,1,25", "1.5,0.2,1,0"})
    void countsFastSlowAndPausedSets(double downS, double bottomS, double upS, double topS) {
        assertEquals(
                6, countSquats(start().squats(6, 40, downS, bottomS, upS, topS).hold(1)));
        assertEquals(
                6,
                countDeadlifts(
                        start().deadlifts(6, 60, downS, bottomS, upS, topS).hold(1)));
    }

    @Test
    void bendingDownToTheBarAndStandingUpWithoutItAreNoRepetitions() {
        assertEquals(1, countDeadlifts(deadlifts(1)));
        assertEquals(0, countDeadlifts(start().to(65, 1.5).hold(5).to(0, 1.5).hold(3)));
    }

    @Test
    void aSetThatBeginsAtTheFloorCountsItsFirstPull() {
        TrunkMovement movement = new TrunkMovement(60).hold(1);
        for (int i = 0; i < 4; i++) {
            movement.to(0, 1.2).hold(0.8).to(60, 1.5).hold(0.7);
        }
        assertEquals(4, countDeadlifts(movement));
    }

    @Test
    void nodsWobblesAndDriftOfPostureAreNoRepetitions() {
        TrunkMovement movement = start();
        for (int i = 0; i < 10; i++) {
            movement.to(6, 0.5).to(0, 0.5).hold(0.3);
        }
        assertEquals(0, countSquats(movement));
        assertEquals(0, countDeadlifts(start().to(30, 40).to(0, 40)));
        assertEquals(0, countSquats(start().to(30, 12).to(0, 12).hold(2)));
        assertEquals(
                0,
                countDeadlifts(
                        new TrunkMovement(40).hold(2).to(0, 12).to(40, 12).hold(2)));
    }

    @Test
    void aWobbleAtTheBottomOrTheTopDoesNotMakeTwoOfOne() {
        TrunkMovement movement = start();
        for (int i = 0; i < 5; i++) {
            movement.to(45, 1.4)
                    .to(29, 0.4)
                    .to(45, 0.4)
                    .to(0, 1.4)
                    .to(15, 0.4)
                    .to(0, 0.4)
                    .hold(0.5);
        }
        assertEquals(5, countSquats(movement));
        TrunkMovement pulls = start().to(65, 1.5).hold(0.5);
        for (int i = 0; i < 5; i++) {
            pulls.to(20, 0.9)
                    .to(42, 0.4)
                    .to(0, 0.9)
                    .to(22, 0.4)
                    .to(0, 0.4)
                    .to(65, 1.4)
                    .to(44, 0.4)
                    .to(65, 0.4);
        }
        assertEquals(5, countDeadlifts(pulls.to(0, 1.3).hold(2)));
    }

    @Test
    void aHitchOnTheWayDownIsNotTheBottom() {
        TrunkMovement movement = start();
        for (int i = 0; i < 4; i++) {
            movement.to(41, 1).to(22, 0.6).to(60, 1.2).hold(0.5).to(0, 1.2).hold(0.8);
        }
        assertEquals(4, countSquats(movement));
        for (RepetitionTimes times : repetitions.subList(1, 4)) {
            double bottom = 2 + (times.number() - 1) * 5.3 + 3.3;
            assertEquals(bottom, seconds(times.concentricStart()), 0.15);
            assertEquals(2.8, seconds(times.eccentricTicks()), 0.2);
        }
    }

    @Test
    void aStallHalfWayUpIsPartOfThePull() {
        TrunkMovement movement = start().to(60, 1.5).hold(0.5);
        for (int i = 0; i < 3; i++) {
            movement.to(35, 0.8).hold(1.2).to(0, 1.2).hold(1).to(60, 1.5).hold(0.5);
        }
        assertEquals(3, countDeadlifts(movement.to(0, 1).hold(2)));
    }

    @Test
    void halfRepetitionsLateInASetAreNotCountedAsWhole() {
        assertEquals(5, countSquats(squats(5).squats(3, 15, 1, 0.3, 1, 1)));
    }

    @Test
    void aSquatThatTheRecordingCutsOffAlmostAtTheTopCountsAndAnEarlierCutDoesNot() {
        assertEquals(4, countSquats(squats(3).to(40, 1.3).hold(0.2).to(6, 1.1)));
        assertEquals(4, countSquats(squats(3).to(40, 1.3).hold(0.2).to(8, 0.3)));
        assertEquals(3, countSquats(squats(3).to(40, 1.3).hold(0.2).to(30, 0.4)));
        assertEquals(3, countSquats(squats(3).to(40, 1.3)));
        assertEquals(3, countSquats(squats(3)));
    }

    @Test
    void anOpenPullAtTheEndIsLetGo() {
        assertEquals(3, countDeadlifts(start().deadlifts(3, 60, 1.4, 0.7, 1.2, 0.8)));
    }

    @Test
    void nothingAndStandingStillAreNoRepetitions() {
        assertEquals(0, countSquats(new TrunkMovement(0)));
        assertEquals(0, countSquats(start().hold(120)));
        assertEquals(0, countDeadlifts(new TrunkMovement(60).hold(120)));
    }

    @ParameterizedTest
    @CsvSource({"1.5,0.5,1,1", "2,1,1.5,0.6", "3,0.4,2,1.5"})
    void theTempoOfASquatIsReadToATenthOfASecond(double downS, double bottomS, double upS, double topS) {
        countSquats(start().squats(4, 40, downS, bottomS, upS, topS).hold(1));
        // the slower the way, the longer it takes to its speed and back
        double tolerance = downS > 2 ? 0.25 : 0.15;
        for (RepetitionTimes times : repetitions) {
            assertEquals(downS, seconds(times.eccentricTicks()), tolerance);
            assertEquals(bottomS, seconds(times.bottomTicks()), tolerance);
            assertEquals(upS, seconds(times.concentricTicks()), tolerance);
            if (times.number() > 1) {
                assertEquals(topS, seconds(times.topTicks()), tolerance);
            }
            double cycle = downS + bottomS + upS + topS;
            double ascent = 2 + (times.number() - 1) * cycle + downS + bottomS;
            assertEquals(ascent, seconds(times.concentricStart()), tolerance);
            assertEquals(ascent + upS, seconds(times.top()), tolerance);
        }
    }

    @ParameterizedTest
    @CsvSource({"1.5,0.7,1.2,1", "2,1.5,2,2"})
    void theTempoOfADeadliftIsReadToATenthOfASecond(double downS, double bottomS, double upS, double topS) {
        countDeadlifts(start().deadlifts(4, 60, downS, bottomS, upS, topS).hold(1));
        for (RepetitionTimes times : repetitions) {
            assertEquals(downS, seconds(times.eccentricTicks()), 0.12);
            assertEquals(bottomS, seconds(times.bottomTicks()), 0.2);
            assertEquals(upS, seconds(times.concentricTicks()), 0.15);
            assertEquals(topS, seconds(times.topTicks()), 0.12);
            assertTrue(times.start() >= 0 && times.start() <= times.concentricStart());
            assertTrue(times.top() < times.end());
        }
    }

    @Test
    void aRepetitionIsCountedWhenTheLifterHasArrivedNotWhenTheNextBegins() {
        TrunkMovement movement = start().squats(2, 40, 1.3, 0.2, 1.2, 0).hold(5);
        countSquats(movement);
        double topOfSecond = 2 + 2 * 2.7;
        assertTrue(countedWhile.get(1) * 0.01 < topOfSecond + 0.6, () -> "counted at " + countedWhile.get(1) * 0.01);
        assertTrue(countedWhile.get(1) * 0.01 > topOfSecond - 0.2);
    }

    @Test
    void phasesFollowOneAnotherThoughNobodyStandsQuiteStill() {
        TrunkMovement movement = start();
        for (int i = 0; i < 2; i++) {
            movement.to(40, 1.5).to(41, 0.5).to(39, 0.8).to(0, 1).to(-1, 0.6).to(0, 0.5);
        }
        countSquats(movement);
        assertEquals(
                List.of(
                        RepetitionPhase.ECCENTRIC,
                        RepetitionPhase.BOTTOM,
                        RepetitionPhase.CONCENTRIC,
                        RepetitionPhase.TOP,
                        RepetitionPhase.ECCENTRIC,
                        RepetitionPhase.BOTTOM,
                        RepetitionPhase.CONCENTRIC,
                        RepetitionPhase.TOP),
                phases);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void oneOfTwoSensorsMissingNowAndThenCostsNoRepetition(int sensor) {
        for (int offset = 0; offset < 400; offset += 23) {
            int from = 700 + offset;
            ObjIntConsumer<SpinePose> dropped = (pose, tick) -> {
                if (tick >= from && tick < from + 150) {
                    if (sensor == 0) {
                        pose.pelvisTiltDeg = Double.NaN;
                    } else {
                        pose.trunkInclinationDeg = Double.NaN;
                    }
                }
            };
            assertEquals(5, count(ExerciseProfile.SQUAT, squats(5), dropped), "gone from " + from);
            assertEquals(5, count(ExerciseProfile.DEADLIFT, deadlifts(5), dropped), "gone from " + from);
        }
    }

    @Test
    void aSensorMissingAtTheBarIsNoPull() {
        TrunkMovement bentOver = start().to(60, 1.5).hold(20).to(0, 1.5).hold(2);
        assertEquals(0, count(ExerciseProfile.DEADLIFT, bentOver, (pose, tick) -> {
            if (tick / 150 % 2 == 1) {
                pose.trunkInclinationDeg = Double.NaN;
            }
        }));
    }

    @Test
    void aHoleInBothIsPassedOverAndAJumpOfTimeEndsWhatWasOpen() {
        assertEquals(5, count(ExerciseProfile.SQUAT, squats(5), (pose, tick) -> {
            if (tick > 700 && tick < 730) {
                pose.pelvisTiltDeg = Double.NaN;
                pose.trunkInclinationDeg = Double.NaN;
            }
        }));
        int bottomOfThird = 200 + 2 * 380 + 150;
        assertEquals(4, count(ExerciseProfile.SQUAT, squats(5), (pose, tick) -> {
            if (tick > bottomOfThird) {
                pose.timeMicros += 20_000_000;
            }
        }));
    }

    @Test
    void aLongSetOutlastsTheHistory() {
        assertEquals(60, countSquats(start().squats(60, 40, 1.5, 0.3, 1.2, 1)));
        for (int i = 1; i < 60; i++) {
            assertEquals(
                    400,
                    repetitions.get(i).concentricStart()
                            - repetitions.get(i - 1).concentricStart(),
                    2);
        }
    }

    @Test
    void aRestOfTwoMinutesBetweenRepetitionsIsNoRepetition() {
        assertEquals(4, countSquats(squats(2).hold(120).squats(2, 40, 1.5, 0.3, 1, 1)));
    }

    @Test
    void standingAboutBetweenRepetitionsHidesNone() {
        TrunkMovement movement =
                squats(2).to(-5, 0.6).to(0, 0.6).hold(45).to(3, 1).hold(20);
        assertEquals(4, countSquats(movement.squats(2, 40, 1.5, 0.3, 1, 1)));
        assertEquals(1.5, seconds(repetitions.get(2).eccentricTicks()), 0.2);
        TrunkMovement pulls = start().to(60, 1.5).to(65, 1).to(60, 1).hold(50);
        for (int i = 0; i < 3; i++) {
            pulls.to(0, 1.2).hold(1).to(60, 1.5).hold(0.7);
        }
        assertEquals(3, countDeadlifts(pulls));
        assertEquals(1.2, seconds(repetitions.get(0).concentricTicks()), 0.2);
    }

    private static TrunkMovement start() {
        return new TrunkMovement(0).hold(2);
    }

    private static TrunkMovement squats(int count) {
        return start().squats(count, 40, 1.5, 0.3, 1, 1);
    }

    private static TrunkMovement deadlifts(int count) {
        return start().deadlifts(count, 60, 1.5, 0.7, 1.2, 0.8).hold(1.5);
    }

    private int countSquats(TrunkMovement movement) {
        return count(ExerciseProfile.SQUAT, movement, (pose, tick) -> {});
    }

    private int countDeadlifts(TrunkMovement movement) {
        return count(ExerciseProfile.DEADLIFT, movement, (pose, tick) -> {});
    }

    private int count(ExerciseProfile profile, TrunkMovement movement, ObjIntConsumer<SpinePose> change) {
        repetitions.clear();
        phases.clear();
        countedWhile.clear();
        PoseHistory history = new PoseHistory();
        RepetitionDetector detector = new RepetitionDetector(profile, history, new RepetitionListener() {
            @Override
            public void onPhase(RepetitionPhase phase, int number, long position) {
                phases.add(phase);
            }

            @Override
            public void onRepetition(RepetitionTimes repetition) {
                repetitions.add(repetition);
                countedWhile.add((int) history.end() - 1);
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
        assertEquals(repetitions.size(), detector.count());
        return detector.count();
    }

    private static double seconds(long ticks) {
        return ticks / (double) OrientationGrid.RATE_HZ;
    }
}
