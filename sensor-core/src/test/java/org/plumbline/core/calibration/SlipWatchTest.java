package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.orientation.OrientationTick;

/** A pelvis and a thorax sensor, as how far they lean from neutral in pauses of standing and lockouts of repetitions. */
class SlipWatchTest {
    private static final double DEG = 1e-6;

    private final Ticks ticks = new Ticks(Ticks.ASKEW, Ticks.STRAIGHT);
    private final SlipWatch watch = new SlipWatch(ticks.calibration(CalibrationGrade.GOOD));

    private void stand(double... leanDeg) {
        ticks.stand(0.5, leanDeg).forEach(watch::accept);
        move(0, 0);
    }

    /** A tick of somebody who turns fast. */
    private void move(double... leanDeg) {
        OrientationTick tick = ticks.next(leanDeg);
        tick.angularRate[1][0] = 2;
        watch.accept(tick);
    }

    private void bend() {
        move(40, 90);
    }

    private void expect(int slipped, double slipDeg) {
        assertEquals(slipped, watch.slippedSensor());
        assertEquals(slipDeg, watch.slipDeg(), DEG);
    }

    @Test
    void aSensorThatIsElsewhereAtTwoPausesOnEndHasSlipped() {
        stand(0, 0);
        expect(-1, 0);
        bend();
        long pauseAt = ticks.now();
        stand(0, 6);
        expect(-1, 6);
        bend();
        stand(0, 7);
        expect(1, 7);
        assertEquals(pauseAt + 500_000, watch.slipMicros(), "when it was first seen");
        bend();
        stand(0, 0);
        expect(1, 7);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5.1, 1",
        "0, 4.9, -1",
        "-5.1, 0, 0",
        "4.9, 0, -1",
        "3.9, 8, 1",
        "4.1, 9, -1",
        "9, 4.1, -1",
        "8, -3.9, 0",
        "3.5, 6.9, -1",
        "3.5, 7.1, 1",
        "6.9, 3.5, -1",
        "7.1, 3.5, 0",
        "0, 39.9, 1",
        "0, 40.1, -1",
        "39.9, 0, 0",
        "12.5, 30, -1",
        "6, 6, -1"
    })
    void aSensorSlipsAloneAndBeyondFiveDegrees(double lowerDeg, double upperDeg, int slipped) {
        stand(lowerDeg, upperDeg);
        bend();
        stand(lowerDeg, upperDeg);
        double slipDeg = slipped < 0 ? 0 : slipped == 0 ? Math.abs(lowerDeg) : upperDeg;
        expect(slipped, slipDeg);
    }

    @Test
    void onePersonWhoGoesOnStandingMakesOnePause() {
        for (int i = 0; i < 5; i++) {
            stand(0, 6);
        }
        expect(-1, 6);
    }

    @ParameterizedTest
    @CsvSource({"20.1, 90, 1", "19.9, 90, -1", "90, 19.9, -1", "90, 20.1, 1"})
    void aBendIsOneOfBothSensors(double lowerDeg, double upperDeg, int slipped) {
        stand(0, 6);
        move(lowerDeg, upperDeg);
        stand(0, 6);
        expect(slipped, 6);
    }

    @Test
    void everyPauseNeedsItsOwnBend() {
        bend();
        stand(0, 6);
        stand(0, 6);
        expect(-1, 6);
    }

    @Test
    void aSlipIsThereAtTheNextPauseAsWell() {
        stand(0, 6);
        bend();
        stand(0, 0);
        expect(-1, 0);
        bend();
        stand(0, 6);
        expect(-1, 6);
        bend();
        stand(6, 0);
        expect(-1, 6);
        bend();
        stand(6.5, 0);
        expect(0, 6.5);
    }

    @ParameterizedTest
    @CsvSource({"9.9, 1", "10.1, -1"})
    void aSlippedSensorStaysWhereItIs(double secondDeg, int slipped) {
        stand(0, 6);
        bend();
        stand(0, secondDeg);
        expect(slipped, secondDeg);
        bend();
        stand(0, secondDeg);
        expect(1, secondDeg);
    }

    @ParameterizedTest
    @CsvSource({"29, 0", "30, 6"})
    void aPauseLastsThreeTenthsOfASecond(int count, double slipDeg) {
        for (int i = 0; i < count; i++) {
            watch.accept(ticks.nextStill(0, 6));
        }
        move(0, 0);
        expect(-1, slipDeg);
    }

    @Test
    void aLongPauseIsJudgedEveryThreeSeconds() {
        ticks.stand(2.99, 0, 6).forEach(watch::accept);
        expect(-1, 0);
        watch.accept(ticks.nextStill(0, 6));
        expect(-1, 6);
        bend();
        ticks.stand(3, 0, 6).forEach(watch::accept);
        expect(1, 6);
    }

    @Test
    void whereAPauseIsIsItsMean() {
        for (int i = 0; i < 40; i++) {
            watch.accept(ticks.nextStill(0, 5));
            watch.accept(ticks.nextStill(0, 9));
        }
        move(0, 0);
        expect(-1, 7);
        bend();
        stand(0, 0);
        expect(-1, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 14.9, 0.4, 6",
        "0, 15.1, 0.4, 0",
        "1, 15.1, 0.4, 0",
        "1, -14.9, 0.4, 6",
        "1, 0, 0.49, 6",
        "1, 0, 0.5, 0"
    })
    void whoeverTurnsOrWalksDoesNotPause(int sensor, double degPerS, double walkingShare, double slipDeg) {
        for (OrientationTick tick : ticks.stand(1, 0, 6)) {
            tick.angularRate[sensor][(int) Math.abs(degPerS) % 3] = Math.toRadians(degPerS);
            tick.walkingShare = walkingShare;
            watch.accept(tick);
        }
        move(0, 0);
        expect(-1, slipDeg);
    }

    @Test
    void theRateIsThatOfAllAxes() {
        for (OrientationTick tick : ticks.stand(1, 0, 6)) {
            for (int axis = 0; axis < 3; axis++) {
                tick.angularRate[1][axis] = Math.toRadians(8.7);
            }
            watch.accept(tick);
        }
        move(0, 0);
        expect(-1, 0);
    }

    @Test
    void aMissingSensorEndsThePause() {
        ticks.stand(0.5, 0, 6).forEach(watch::accept);
        watch.accept(Ticks.without(0, ticks.nextStill(0, 6)));
        expect(-1, 6);
        bend();
        ticks.stand(0.29, 0, 6).forEach(watch::accept);
        watch.accept(Ticks.without(1, ticks.nextStill(0, 6)));
        ticks.stand(0.29, 0, 6).forEach(watch::accept);
        move(0, 0);
        expect(-1, 6);
    }

    @ParameterizedTest
    @CsvSource({"25, 0", "26, 9"})
    void standingIsToBeStillMostOfTheTime(int still, double slipDeg) {
        for (int i = 0; i < 50; i++) {
            OrientationTick tick = ticks.next(0, 9);
            tick.still = i < still;
            watch.accept(tick);
        }
        move(0, 0);
        expect(-1, slipDeg);
    }
}
