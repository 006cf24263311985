package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.orientation.OrientationTick;

/** Somebody who rocks between 0 and 40 degrees in two seconds, or leans slowly once. */
class UprightSearchTest {
    private final TickBuffer buffer = new TickBuffer(6000, 1);
    private Ticks ticks = Ticks.ofOne();

    /** @param atDepth force beyond gravity where the trunk leans furthest; across: where it passes the middle */
    private void rock(double atDepth, double across) {
        for (int i = 0; i < 800; i++) {
            double phase = Math.PI * i / 100;
            OrientationTick tick = ticks.next(20 + 20 * Math.cos(phase));
            tick.verticalForceMs2[0] = 9.81 + atDepth * Math.cos(phase) + across * Math.sin(phase);
            buffer.add(tick);
        }
    }

    private NeutralPose find() {
        return new UprightSearch(buffer, 1, 0).find();
    }

    private static double leanDeg(NeutralPose pose, int sensor) {
        double[] up = new double[3];
        pose.upOf(sensor, up);
        return Math.toDegrees(Math.atan2(-up[0], up[2]));
    }

    @ParameterizedTest
    @CsvSource({"2, 0, 0", "-2, 0, 40", "0.09, 1, 0", "0.07, 1, 40", "-0.09, -1, 40", "0.09, -1, 0"})
    void uprightIsTheEndWhereNothingPushesUp(double atDepth, double across, double uprightDeg) {
        rock(atDepth, across);
        assertEquals(uprightDeg, leanDeg(find(), 0), 1.5);
    }

    @Test
    void aStrongPushIsComparedWithHowMuchTheForceChanges() {
        rock(0.9, 12);
        assertEquals(40, leanDeg(find(), 0), 1.5, "7 % of it: the first posture is upright");
    }

    @ParameterizedTest
    @CsvSource({"0, 40, 2.3", "40, 0, 37.7", "-10, 30, -7.7"})
    void withoutForceTheFirstPostureIsUpright(double fromDeg, double toDeg, double uprightDeg) {
        for (int i = 0; i < 200; i++) {
            buffer.add(ticks.next(fromDeg + (toDeg - fromDeg) * i / 200));
        }
        NeutralPose pose = find();
        assertEquals(24, pose.ticks(), "12 % of the movement");
        assertEquals(0, pose.fromMicros());
        assertEquals(230_000, pose.toMicros());
        assertEquals(uprightDeg, leanDeg(pose, 0), 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"14, 40", "16, 0"})
    void theFirstPostureIsThatOfThreeTenthsOfASecond(int upright, double uprightDeg) {
        IntStream.range(0, upright).forEach(i -> buffer.add(ticks.next(0)));
        for (int i = 0; i < 40; i++) {
            buffer.add(ticks.next(40));
        }
        IntStream.range(0, 40 - upright).forEach(i -> buffer.add(ticks.next(0)));
        assertEquals(uprightDeg, leanDeg(find(), 0), 1e-6);
    }

    @Test
    void howTheSensorSitsDoesNotMatter() {
        ticks = new Ticks(Ticks.ASKEW);
        rock(2, 0);
        double[] up = new double[3];
        find().upOf(0, up);
        assertArrayEquals(Ticks.inSensor(Ticks.ASKEW, 0, 0, 1), up, 0.03);
    }

    @Test
    void whoeverDoesNotMoveIsAsUprightAsTheyAre() {
        ticks.stand(0.2, 10).forEach(buffer::add);
        NeutralPose pose = find();
        assertEquals(20, pose.ticks());
        assertEquals(10, leanDeg(pose, 0), 1e-6);
    }

    @Test
    void itLooksAtTheSensorItIsToldAndLeavesOutWhatIsIncomplete() {
        TickBuffer two = new TickBuffer(6000, 2);
        Ticks trunk = Ticks.ofTwo();
        for (int i = 0; i < 600; i++) {
            double cosine = Math.cos(Math.PI * i / 100);
            OrientationTick tick = trunk.next(20 - 20 * cosine, 30 + 30 * cosine);
            tick.verticalForceMs2[0] = 9.81 + 2 * Math.sin(Math.PI * i / 100);
            tick.verticalForceMs2[1] = 9.81 + 2 * cosine;
            if (i % 5 == 4) {
                trunk.heading(1, i);
                Ticks.without(0, trunkless(tick));
            }
            two.add(tick);
        }
        NeutralPose pose = new UprightSearch(two, 2, 1).find();
        assertEquals(0, leanDeg(pose, 1), 2);
        assertEquals(40, leanDeg(pose, 0), 1.5);
        assertTrue(pose.ticks() >= 56 && pose.ticks() <= 60, "an eighth of 480: " + pose.ticks());
    }

    /** What an incomplete tick says is of no matter. */
    private static OrientationTick trunkless(OrientationTick tick) {
        tick.orientation[1][1] = 0.7;
        tick.orientation[1][2] = -0.7;
        tick.verticalForceMs2[1] = -400;
        return tick;
    }
}
