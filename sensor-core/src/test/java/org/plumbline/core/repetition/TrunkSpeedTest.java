package org.plumbline.core.repetition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plumbline.core.orientation.Quaternions;

class TrunkSpeedTest {

    @Test
    void theMagnitudeIsThatOfTheTurningOfTheSegment() {
        Random random = new Random(3);
        for (int trial = 0; trial < 20; trial++) {
            double[] rates = {60 * random.nextGaussian(), 30 * random.nextGaussian(), 40 * random.nextGaussian()};
            double leanAtFirst = 40 * random.nextDouble() - 20;
            TrunkSpeed speed = new TrunkSpeed();
            double[] before = new double[4];
            double seen = 0;
            double truth = 0;
            for (int tick = 0; tick < 60; tick++) {
                double timeS = tick / 100.0;
                double inclination = rates[0] * timeS;
                double lean = leanAtFirst + 0.3 * rates[1] * timeS;
                double turn = 170 + rates[2] * timeS;
                double[] now = segment(inclination, lean, turn);
                double[] way = new double[4];
                Quaternions.multiplyConjugated(before, now, way);
                truth = 100 * Math.toDegrees(2 * Math.acos(Math.min(1, Math.abs(way[0]))));
                before = now;
                seen = speed.magnitudeDegPerS(inclination, lean, Math.IEEEremainder(turn, 360));
            }
            assertEquals(truth, seen, 0.02 * truth + 0.3);
        }
    }

    @Test
    void theSpeedOfTheMovementIsItsSlope() {
        TrunkSpeed speed = new TrunkSpeed();
        double seen = 0;
        for (int tick = 0; tick < 50; tick++) {
            seen = speed.movementDegPerS(10 - 0.4 * tick);
        }
        assertEquals(-40, seen, 0.01);
    }

    @Test
    void wobbleBeyondTenHertzIsDamped() {
        double most = 0;
        TrunkSpeed speed = new TrunkSpeed();
        for (int tick = 0; tick < 200; tick++) {
            double seen = speed.movementDegPerS(0.1 * Math.sin(2 * Math.PI * 30 * tick / 100.0));
            most = tick > 50 ? Math.max(most, Math.abs(seen)) : 0;
        }
        assertTrue(most < 0.15 * 0.1 * 2 * Math.PI * 30, "" + most);
    }

    @Test
    void aMissingPoseMakesNoSpeedOfTheJumpOverIt() {
        TrunkSpeed speed = new TrunkSpeed();
        speed.movementDegPerS(0);
        assertEquals(0, speed.movementDegPerS(0));
        assertTrue(Double.isNaN(speed.movementDegPerS(Double.NaN)));
        assertTrue(Double.isNaN(speed.movementDegPerS(30)));
        assertEquals(0, speed.movementDegPerS(30), 1e-9);
        speed.restart();
        assertTrue(Double.isNaN(speed.movementDegPerS(70)));
    }

    /** Orientation of a segment (x forward, y up, z to the right) to earth with z up, from its three angles. */
    private static double[] segment(double inclinationDeg, double leanDeg, double turnDeg) {
        double[] upright = {Math.sqrt(0.5), Math.sqrt(0.5), 0, 0};
        double[] result = about(0, 0, 1, turnDeg + 90);
        double[] out = new double[4];
        Quaternions.multiply(result, upright, out);
        result = out.clone();
        // the right shoulder goes down with a lean to the right: about the segment's forward axis
        Quaternions.multiply(result, about(1, 0, 0, leanDeg), out);
        result = out.clone();
        Quaternions.multiply(result, about(0, 0, 1, -inclinationDeg), out);
        return out;
    }

    private static double[] about(double x, double y, double z, double deg) {
        double half = Math.toRadians(deg) / 2;
        return new double[] {Math.cos(half), x * Math.sin(half), y * Math.sin(half), z * Math.sin(half)};
    }
}
