package org.plumbline.core.repetition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.spine.SpinePose;

/** The bottom of a squat as the body as a whole shows it. */
class BodyTurnTest {
    private static final double BEFORE_S = 1;
    private static final int NONE_MISSING = 0;

    /** A body within a tenth of its fastest on a sine is so close to its end, share of the way's time. */
    private static final double NEAR_SHARE = Math.acos(1 - 2 * 0.1) / (2 * Math.PI);

    @ParameterizedTest
    @CsvSource({"0.5,0.6,0,0.5", "0.5,1.5,0.2,1.2", "0.5,1.5,1.5,1.2", "0.6,5,0.5,5", "0.6,8,1,8", "0.2,2,0,2"})
    void theBottomIsFoundAtEveryTempo(double depthM, double downS, double bottomS, double upS) {
        assertBottom(new VerticalBody(), depthM, downS, bottomS, upS, NONE_MISSING);
    }

    @ParameterizedTest
    @CsvSource({"0.4,1.5,1.2", "-0.4,1.5,1.2", "0.4,5,5", "-0.4,8,8"})
    void theBiasOfTheAccelerometerDoesNotMoveIt(double biasMs2, double downS, double upS) {
        assertBottom(new VerticalBody().withBias(biasMs2), 0.5, downS, 0.3, upS, NONE_MISSING);
    }

    @Test
    void samplesMissingHereAndThereDoNotMoveIt() {
        assertBottom(new VerticalBody(), 0.5, 1.5, 0.3, 1.2, 10);
    }

    @Test
    void withAThirdOfTheForceMissingNothingIsSaid() {
        PoseHistory history = squat(new VerticalBody(), 0.5, 1.5, 0.3, 1.2).history(3);
        assertNull(BodyTurn.between(history, 0, history.end()));
    }

    @Test
    void withoutForceNothingIsSaid() {
        PoseHistory history = squat(new VerticalBody(), 0.5, 1.5, 0.3, 1.2).history(1);
        assertNull(BodyTurn.between(history, 0, history.end()));
    }

    @Test
    void whoBowsWithoutGoingDownIsSeenByTheAnglesAlone() {
        PoseHistory history = squat(new VerticalBody(), 0.08, 1.5, 0.3, 1.2).history(NONE_MISSING);
        assertNull(BodyTurn.between(history, 0, history.end()));
    }

    @Test
    void goingUpFirstIsNoSquat() {
        PoseHistory history = new VerticalBody()
                .hold(BEFORE_S)
                .rise(0.5, 1.2)
                .rise(-0.5, 1.2)
                .hold(BEFORE_S)
                .history(NONE_MISSING);
        assertNull(BodyTurn.between(history, 0, history.end()));
    }

    @Test
    void whatIsNotKeptAnyMoreIsNotRead() {
        PoseHistory history = squat(new VerticalBody(), 0.5, 1.5, 0.3, 1.2).history(NONE_MISSING);
        assertNull(BodyTurn.between(history, -1, history.end()));
        assertNull(BodyTurn.between(history, 0, history.end() + 1));
        assertNull(BodyTurn.between(history, 5, 6));
    }

    /** The pelvis tips back from seven tenths of the way down on: by the angles alone the bottom would be there. */
    @ParameterizedTest
    @CsvSource({"1.5,0.2,1.2", "3,0.2,2"})
    void aPelvisThatTucksOnTheWayDownDoesNotMoveTheBottom(double downS, double bottomS, double upS) {
        VerticalBody body = new VerticalBody().hold(5);
        int squats = 4;
        for (int i = 0; i < squats; i++) {
            body.squat(0.5, downS, bottomS, upS).hold(1);
        }
        PoseHistory history = new PoseHistory();
        List<RepetitionTimes> found = new ArrayList<>();
        RepetitionDetector detector = new RepetitionDetector(ExerciseProfile.SQUAT, history, new RepetitionListener() {
            @Override
            public void onPhase(RepetitionPhase phase, int number, long position) {}

            @Override
            public void onRepetition(RepetitionTimes repetition) {
                found.add(repetition);
            }
        });
        SpinePose pose = new SpinePose();
        double cycleS = downS + bottomS + upS + 1;
        for (int tick = 0; tick < body.ticks(); tick++) {
            double inCycleS = (tick * 0.01 - 5) % cycleS;
            double lean = tick < 500 ? 0 : tuckedLean(inCycleS, downS, bottomS, upS);
            pose.timeMicros = tick * OrientationGrid.PERIOD_MICROS;
            pose.pelvisTiltDeg = lean;
            pose.trunkInclinationDeg = lean;
            pose.lumbarFlexionDeg = 0;
            pose.verticalForceMs2 = body.forceMs2(tick);
            pose.still = tick < 450;
            history.add(pose);
            detector.update();
        }
        detector.finish();
        assertEquals(squats, found.size());
        for (RepetitionTimes times : found) {
            double bottom = 5 + (times.number() - 1) * cycleS + downS;
            double riseS = times.concentricStart() * 0.01;
            assertTrue(riseS > bottom - 0.15 * downS && riseS < bottom + bottomS + 0.2, riseS + " for " + bottom);
        }
    }

    private static double tuckedLean(double inCycleS, double downS, double bottomS, double upS) {
        double turnS = 0.7 * downS;
        if (inCycleS < turnS) {
            return 35 * smooth(inCycleS / turnS);
        }
        if (inCycleS < downS) {
            return 35 - 10 * smooth((inCycleS - turnS) / (downS - turnS));
        }
        double upwards = (inCycleS - downS - bottomS) / upS;
        return 25 * (1 - smooth(Math.max(0, Math.min(1, upwards))));
    }

    private static double smooth(double share) {
        return share * share * (3 - 2 * share);
    }

    private static VerticalBody squat(VerticalBody body, double depthM, double downS, double bottomS, double upS) {
        return body.hold(BEFORE_S).squat(depthM, downS, bottomS, upS).hold(BEFORE_S);
    }

    private static void assertBottom(
            VerticalBody body, double depthM, double downS, double bottomS, double upS, int missing) {
        PoseHistory history = squat(body, depthM, downS, bottomS, upS).history(missing);
        BodyTurn turn = BodyTurn.between(history, 0, history.end());
        assertNotNull(turn);
        double arrivalS = BEFORE_S + downS;
        double departureS = arrivalS + bottomS;
        double landedS = turn.landed() / (double) OrientationGrid.RATE_HZ;
        double risenS = turn.risen() / (double) OrientationGrid.RATE_HZ;
        // the force is low-passed, which takes some 30 ms
        assertEquals(arrivalS - NEAR_SHARE * downS, landedS, 0.06 + 0.01 * downS);
        assertEquals(departureS + NEAR_SHARE * upS, risenS, 0.06 + 0.01 * upS);
        assertTrue(turn.landed() <= turn.risen());
    }
}
