package org.plumbline.core.orientation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.testing.RandomRotations;
import org.plumbline.core.testing.Samples;
import org.plumbline.core.testing.SimulatedSet;

class OrientationFilterTest {
    private static final double RATE_HZ = 104;
    private static final double[] STILL = {0, 0, 0};

    private final OrientationFilter filter = new OrientationFilter(RATE_HZ);
    private final ImuSample sample = new ImuSample();
    private final double[] estimate = new double[4];
    private double[] truth = {1, 0, 0, 0};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aSensorThatLiesStillIsLevelledWhicheverWayItLies(long seed) {
        truth = RandomRotations.quaternion(new Random(seed));
        hold(0.5, STILL);
        double[] start = estimate();
        hold(20, STILL);
        assertEquals(0, inclinationErrorDeg(), 1e-3);
        assertEquals(0, Samples.totalErrorDeg(estimate(), start), 1e-3, "and does not turn on the spot");
        assertEquals(Samples.GRAVITY_MS2, verticalForceMs2(), 1e-6);
        assertTrue(filter.atRest());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aSensorThatTurnsAnyWayIsFollowed(long seed) {
        Random random = new Random(seed);
        truth = RandomRotations.quaternion(random);
        hold(3, STILL);
        double[] heading = headingTurn();
        for (int i = 0; i < 10; i++) {
            double[] axis = RandomRotations.direction(random);
            double rate = Math.toRadians(20 + 300 * random.nextDouble());
            hold(0.7, new double[] {rate * axis[0], rate * axis[1], rate * axis[2]});
            assertFalse(filter.atRest());
        }
        assertEquals(0, inclinationErrorDeg(), 0.1);
        assertEquals(0, Samples.totalErrorDeg(turned(heading, truth), estimate()), 0.2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void standingStillTakesTheBiasOut(long seed) {
        Random random = new Random(seed);
        truth = RandomRotations.quaternion(random);
        double[] axis = RandomRotations.direction(random);
        double bias = Math.toRadians(1.2);
        double[] biasXyz = {bias * axis[0], bias * axis[1], bias * axis[2]};
        holdBiased(6, STILL, biasXyz);
        double[] found = new double[3];
        filter.copyBiasTo(found);
        for (int i = 0; i < 3; i++) {
            assertEquals(biasXyz[i], found[i], Math.toRadians(0.05));
        }
        double[] heading = headingTurn();
        double[] rocking = {0.8, 0.3, -0.4};
        for (int i = 0; i < 10; i++) {
            holdBiased(1, rocking, biasXyz);
            holdBiased(1, new double[] {-0.8, -0.3, 0.4}, biasXyz);
        }
        assertEquals(0, inclinationErrorDeg(), 0.3);
        assertEquals(0, Samples.totalErrorDeg(turned(heading, truth), estimate()), 1.5);
    }

    @Test
    void aBiasIsLearntInMotionTooButSlower() {
        double[] bias = {Math.toRadians(0.6), Math.toRadians(-0.4), 0};
        for (int i = 0; i < 30; i++) {
            holdBiased(1, new double[] {0.7, 0.4, 0}, bias);
            holdBiased(1, new double[] {-0.7, -0.4, 0}, bias);
        }
        assertFalse(filter.atRest());
        double[] found = new double[3];
        filter.copyBiasTo(found);
        assertEquals(bias[0], found[0], Math.toRadians(0.15));
        assertEquals(bias[1], found[1], Math.toRadians(0.15));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void mountingTheSensorTurnedAnyWayChangesNothing(long seed) {
        double[] turn = RandomRotations.quaternion(new Random(seed));
        OrientationFilter straight = new OrientationFilter(RATE_HZ);
        double[] a = new double[4];
        double[] b = new double[4];
        double[] heading = null;
        for (ImuSample original : new SimulatedSet(SimulationScript.clean("deadlift", 3, seed)).ofSensor(1)) {
            straight.update(original);
            filter.update(Samples.mountedTurned(original, turn));
            straight.copyOrientationTo(a);
            filter.copyOrientationTo(b);
            // the turned sensor's orientation, given for the axes of the straight one
            Quaternions.multiply(b, turn, b);
            if (heading == null) {
                heading = headingBetween(b, a);
            }
            assertEquals(0, Samples.totalErrorDeg(turned(heading, a), b), 1e-5);
            assertEquals(straight.inclinationSigmaDeg(), filter.inclinationSigmaDeg(), 1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {25, 50, 208, 400})
    void theSamplingRateHardlyMatters(double rateHz) {
        assertEquals(rmsErrorOfRockingDeg(104), rmsErrorOfRockingDeg(rateHz), 0.02);
    }

    /** Bending to and fro while pushed to and fro, as a sensor measures it that averages over its interval. */
    private double rmsErrorOfRockingDeg(double rateHz) {
        OrientationFilter atRate = new OrientationFilter(rateHz);
        double squared = 0;
        double seconds = 0;
        double period = 1 / rateHz;
        for (long k = 1; k * period < 60; k++) {
            double to = k * period;
            double from = to - period;
            sample.timeMicros = Math.round(to * 1e6);
            double[] midway = aboutY(0.5 * (bend(from) + bend(to)));
            Samples.turning(midway, new double[] {0, (bend(to) - bend(from)) / period, 0}, sample);
            sample.accX += 1.5 * Math.sin(2 * Math.PI * 0.4 * (to - 0.5 * period));
            atRate.update(sample);
            atRate.copyOrientationTo(estimate);
            if (to > 10) {
                double error = Samples.inclinationErrorDeg(estimate, aboutY(bend(to)));
                squared += error * error * period;
                seconds += period;
            }
        }
        return Math.sqrt(squared / seconds);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingFiniteMakesItLoseItsNumbers(long seed) {
        Random random = new Random(seed);
        long time = 0;
        for (int i = 0; i < 20_000; i++) {
            time += (long) Math.pow(10, 12 * random.nextDouble() - 2);
            sample.timeMicros = random.nextInt(50) == 0 ? time - random.nextInt(1_000_000) : time;
            sample.flags = random.nextInt(4) == 0 ? random.nextInt(16) : 0;
            sample.accX = extreme(random);
            sample.accY = extreme(random);
            sample.accZ = extreme(random);
            sample.gyrX = extreme(random);
            sample.gyrY = extreme(random);
            sample.gyrZ = extreme(random);
            filter.update(sample);
            assertSound();
        }
    }

    @Test
    void whatNoSensorCanMeasureCountsAsMissing() {
        double[] broken = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e9, -1e9, Double.MAX_VALUE};
        hold(3, STILL);
        for (double value : broken) {
            for (int axis = 0; axis < 6; axis++) {
                nextTime();
                Samples.turning(truth, STILL, sample);
                Samples.set(sample, axis, value);
                double[] before = estimate();
                assertFalse(filter.update(sample));
                assertEquals(0, Samples.totalErrorDeg(before, estimate()), 0.0);
            }
        }
        hold(1, STILL);
        assertEquals(0, inclinationErrorDeg(), 0.01);
    }

    @Test
    void aBrokenFirstSampleIsNoStart() {
        sample.timeMicros = 1_000_000;
        sample.accX = Double.NaN;
        assertFalse(filter.update(sample));
        truth = new double[] {Math.sqrt(0.5), 0, Math.sqrt(0.5), 0};
        hold(0.1, STILL);
        assertEquals(0, inclinationErrorDeg(), 0.01);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void itRecoversFromASecondOfGarbage(long seed) {
        Random random = new Random(seed);
        hold(5, STILL);
        for (int i = 0; i < RATE_HZ; i++) {
            nextTime();
            sample.accX = 300 * random.nextGaussian();
            sample.accY = 300 * random.nextGaussian();
            sample.accZ = 300 * random.nextGaussian();
            sample.gyrX = 20 * random.nextGaussian();
            sample.gyrY = 20 * random.nextGaussian();
            sample.gyrZ = 20 * random.nextGaussian();
            filter.update(sample);
        }
        truth = RandomRotations.quaternion(random);
        hold(20, STILL);
        assertEquals(0, inclinationErrorDeg(), 1);
    }

    @Test
    void aGapLeavesItUnsureAndTheNextSecondsMakeItSureAgain() {
        hold(10, STILL);
        double sure = filter.inclinationSigmaDeg();
        double headingSure = filter.headingSigmaDeg();
        assertTrue(sure < 1, "sigma " + sure);
        sample.timeMicros += 1_500_000;
        truth = new double[] {Math.cos(0.2), Math.sin(0.2), 0, 0};
        hold(1 / RATE_HZ, STILL);
        assertFalse(filter.atRest());
        double unsure = filter.inclinationSigmaDeg();
        assertTrue(unsure > 5, "sigma " + unsure);
        assertTrue(inclinationErrorDeg() < unsure, "the specific force shows about where the vertical is");
        assertTrue(filter.headingSigmaDeg() > headingSure + 20);
        assertFalse(filter.isLevelled());
        hold(10, STILL);
        assertTrue(filter.inclinationSigmaDeg() < 1.2 * sure + 0.1);
        assertTrue(filter.isLevelled());
        assertEquals(0, inclinationErrorDeg(), 0.05, "what was turned unseen is found");
        assertTrue(filter.headingSigmaDeg() > 20, "but a heading is not");
    }

    @Test
    void aBiasIsLessSureTheLongerNobodyLooked() {
        hold(20, STILL);
        double before = biasSigma();
        sample.timeMicros += 1_000_000;
        hold(1 / RATE_HZ, STILL);
        double afterASecond = biasSigma();
        sample.timeMicros += 600_000_000;
        hold(1 / RATE_HZ, STILL);
        double walked = OrientationParameters.defaults().biasWalk() * Math.sqrt(600);
        assertEquals(before, afterASecond, 0.5 * before);
        assertEquals(walked, biasSigma(), 0.1 * walked);
    }

    private double biasSigma() {
        return Math.sqrt(filter.saveState().covariance.variance(ErrorCovariance.BIAS));
    }

    @Test
    void anAccelerationRightAfterAGapIsNotTakenForTheVertical() {
        hold(10, STILL);
        sample.timeMicros += 300_000;
        nextTime();
        Samples.turning(truth, STILL, sample);
        sample.accX += 6;
        filter.update(sample);
        double shownDeg = Math.toDegrees(Math.atan2(6, Samples.GRAVITY_MS2));
        assertTrue(inclinationErrorDeg() < 0.6 * shownDeg, () -> inclinationErrorDeg() + "° of " + shownDeg);
    }

    @Test
    void aHoleOfAFewSamplesIsBridgedByTheRateAfterIt() {
        double[] rate = {0, Math.toRadians(60), 0};
        hold(3, STILL);
        hold(0.3, rate);
        double before = filter.inclinationSigmaDeg();
        for (int i = 0; i < 8; i++) {
            advance(rate);
        }
        hold(0.2, rate);
        assertEquals(0, inclinationErrorDeg(), 0.3);
        assertTrue(filter.inclinationSigmaDeg() < before + 1);
        assertTrue(filter.isLevelled());
    }

    @Test
    void aSensorThatStartsAnewIsLevelledAtOnceAndKeepsItsHeading() {
        hold(3, STILL);
        hold(1, new double[] {0, 0, Math.toRadians(80)});
        hold(3, STILL);
        double[] heading = headingTurn();
        double[] tipped = {Math.cos(0.3), 0, Math.sin(0.3), 0};
        Quaternions.multiply(truth, tipped, truth);
        sample.timeMicros += 30_000_000;
        sample.flags = SampleFlag.TIME_RESTART;
        nextTime();
        Samples.turning(truth, STILL, sample);
        filter.update(sample);
        sample.flags = 0;
        assertEquals(0, inclinationErrorDeg(), 0.01);
        double[] found = headingTurn();
        assertEquals(0, Samples.totalErrorDeg(heading, found), 10, "not a heading from nowhere");
        assertFalse(filter.atRest());
    }

    @Test
    void aSensorThatStartsAnewForgetsItsBias() {
        double[] bias = {Math.toRadians(1), 0, 0};
        holdBiased(6, STILL, bias);
        double[] found = new double[3];
        filter.copyBiasTo(found);
        assertTrue(found[0] > Math.toRadians(0.9));
        sample.flags = SampleFlag.TIME_RESTART;
        hold(1 / RATE_HZ, STILL);
        filter.copyBiasTo(found);
        assertEquals(0, found[0], 1e-6);
    }

    @Test
    void aStartInTheMiddleOfAMovementIsTrustedTheLess() {
        hold(1 / RATE_HZ, STILL);
        double still = filter.inclinationSigmaDeg();
        OrientationFilter moving = new OrientationFilter(RATE_HZ);
        sample.accX += 6;
        moving.update(sample);
        assertTrue(moving.inclinationSigmaDeg() > still + 5);
    }

    @Test
    void aSampleThatIsNotLaterChangesNothing() {
        hold(2, STILL);
        double[] before = estimate();
        sample.gyrX = 3;
        assertFalse(filter.update(sample));
        sample.timeMicros -= 500_000;
        assertFalse(filter.update(sample));
        assertEquals(0, Samples.totalErrorDeg(before, estimate()), 0.0);
        sample.timeMicros += 500_000 + 9_615;
        assertTrue(filter.update(sample));
    }

    @Test
    void aClippedGyroscopeIsTrustedLess() {
        hold(3, STILL);
        double before = filter.inclinationSigmaDeg();
        sample.flags = SampleFlag.ANGULAR_RATE_CLIPPED;
        hold(0.3, STILL);
        assertTrue(filter.inclinationSigmaDeg() > 5 * before);
    }

    @Test
    void aClippedAccelerometerIsTakenButHardlyBelieved() {
        hold(3, STILL);
        sample.flags = SampleFlag.ACCELERATION_CLIPPED;
        for (int i = 0; i < 20; i++) {
            nextTime();
            Samples.turning(truth, STILL, sample);
            // below what a leap would be, and never the same value thrice
            sample.accX += 20 + 0.1 * (i % 2);
            filter.update(sample);
        }
        assertEquals(20, horizontalForceMs2(), 0.5, "it is shown as it was measured");
        sample.flags = 0;
        double largest = 0;
        for (int i = 0; i < 40; i++) {
            hold(0.25, STILL);
            largest = Math.max(largest, inclinationErrorDeg());
        }
        assertEquals(0, largest, 2, "but 4 m/s that the wearer seems to go tip the vertical little");
    }

    @Test
    void walkingIsNotStandingStillAndSwayIs() {
        Random random = new Random(1);
        for (int i = 0; i < 5 * RATE_HZ; i++) {
            nextTime();
            Samples.turning(
                    truth,
                    new double[] {0.01 * random.nextGaussian(), Math.toRadians(0.8) * Math.sin(0.02 * i), 0},
                    sample);
            sample.accZ += 0.05 * random.nextGaussian();
            filter.update(sample);
        }
        assertTrue(filter.atRest());
        for (int i = 0; i < 3 * RATE_HZ; i++) {
            nextTime();
            Samples.turning(truth, new double[] {0, Math.toRadians(20) * Math.sin(0.12 * i), 0}, sample);
            sample.accZ += 3 * Math.sin(0.12 * i);
            filter.update(sample);
        }
        assertFalse(filter.atRest());
    }

    @Test
    void fidgetingOnTheSpotIsNotStandingStill() {
        for (int i = 0; i < 5 * RATE_HZ; i++) {
            nextTime();
            double phase = 2 * Math.PI * 2 * sample.timeMicros * 1e-6;
            Samples.turning(truth, new double[] {0, Math.toRadians(12) * Math.sin(phase), 0}, sample);
            filter.update(sample);
        }
        assertFalse(filter.atRest());
    }

    @Test
    void aRestartOnABrokenSampleIsNotForgotten() {
        hold(10, STILL);
        sample.timeMicros = 0;
        sample.flags = SampleFlag.TIME_RESTART;
        sample.accX = Double.NaN;
        assertFalse(filter.update(sample));
        sample.flags = 0;
        hold(1, STILL);
        assertEquals(1_000_000, sample.timeMicros, 20_000);
        assertTrue(filter.update(nextStill()));
    }

    private ImuSample nextStill() {
        nextTime();
        Samples.turning(truth, STILL, sample);
        return sample;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 90, 143, 178})
    void oneWrongSampleAtTheStartDoesNotRule(double tiltDeg) {
        truth = new double[] {Math.cos(Math.toRadians(tiltDeg) / 2), Math.sin(Math.toRadians(tiltDeg) / 2), 0, 0};
        nextTime();
        sample.accX = 0;
        sample.accY = 0;
        sample.accZ = tiltDeg == 143 ? 0 : Samples.GRAVITY_MS2;
        filter.update(sample);
        for (int i = 0; i < 5 * RATE_HZ; i++) {
            filter.update(nextStill());
            if (i > 0.5 * RATE_HZ) {
                assertTrue(
                        inclinationErrorDeg() < 2 * filter.inclinationSigmaDeg(),
                        inclinationErrorDeg() + " against " + filter.inclinationSigmaDeg());
            }
        }
        assertEquals(0, inclinationErrorDeg(), 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {3, 6, 9})
    void aLargeBiasIsFoundWhileStandingStill(double biasDegPerS) {
        double bias = Math.toRadians(biasDegPerS);
        holdBiased(20, STILL, new double[] {bias, -bias / 2, 0});
        assertEquals(0, inclinationErrorDeg(), 0.5);
        double[] found = new double[3];
        filter.copyBiasTo(found);
        assertEquals(bias, found[0], Math.toRadians(0.1));
    }

    @Test
    void aBiasBeyondAnyGyroscopesMakesItUnsure() {
        double bias = Math.toRadians(25);
        holdBiased(20, STILL, new double[] {bias, -bias / 2, 0});
        assertTrue(
                inclinationErrorDeg() < 4 * filter.inclinationSigmaDeg(),
                inclinationErrorDeg() + " against " + filter.inclinationSigmaDeg());
    }

    private void hold(double seconds, double[] rate) {
        holdBiased(seconds, rate, STILL);
    }

    /** Turns at a constant rate; the gyroscope reads the bias on top. */
    private void holdBiased(double seconds, double[] rate, double[] bias) {
        for (long k = Math.round(seconds * RATE_HZ); k > 0; k--) {
            double[] before = truth.clone();
            advance(rate);
            double[] midway = new double[4];
            Quaternions.interpolate(before, truth, 0.5, midway);
            Samples.turning(midway, rate, sample);
            sample.gyrX += bias[0];
            sample.gyrY += bias[1];
            sample.gyrZ += bias[2];
            filter.update(sample);
        }
    }

    /** Time and truth go on, without a sample. */
    private void advance(double[] rate) {
        long before = sample.timeMicros;
        nextTime();
        double step = (sample.timeMicros - before) * 1e-6;
        double[] turn = new double[4];
        Quaternions.fromRotationVector(rate[0] * step, rate[1] * step, rate[2] * step, turn);
        double[] next = new double[4];
        Quaternions.multiply(truth, turn, next);
        truth = next;
    }

    private void nextTime() {
        sample.timeMicros += Math.round(1e6 / RATE_HZ);
    }

    private double horizontalForceMs2() {
        double[] force = new double[3];
        filter.copySpecificForceTo(force);
        return Math.hypot(force[0], force[1]);
    }

    private double verticalForceMs2() {
        double[] force = new double[3];
        filter.copySpecificForceTo(force);
        return force[2];
    }

    private double[] estimate() {
        filter.copyOrientationTo(estimate);
        return estimate.clone();
    }

    private double inclinationErrorDeg() {
        return Samples.inclinationErrorDeg(estimate(), truth);
    }

    /** The turn about the vertical that leads from the truth's earth frame to the filter's. */
    private double[] headingTurn() {
        return headingBetween(estimate(), truth);
    }

    private static double[] headingBetween(double[] estimated, double[] truth) {
        double[] conjugate = new double[4];
        Quaternions.conjugate(truth, conjugate);
        double[] turn = new double[4];
        Quaternions.multiply(estimated, conjugate, turn);
        turn[1] = 0;
        turn[2] = 0;
        Quaternions.normalize(turn);
        return turn;
    }

    private static double[] turned(double[] turn, double[] q) {
        double[] out = new double[4];
        Quaternions.multiply(turn, q, out);
        return out;
    }

    private void assertSound() {
        double[] q = estimate();
        assertEquals(1, q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3], 1e-9);
        double[] bias = new double[3];
        filter.copyBiasTo(bias);
        assertTrue(Double.isFinite(bias[0] + bias[1] + bias[2]));
        assertTrue(Double.isFinite(filter.inclinationSigmaDeg()), "inclination sigma");
        assertTrue(Double.isFinite(filter.headingSigmaDeg()), "heading sigma");
        assertTrue(Double.isFinite(verticalForceMs2()));
    }

    private static double extreme(Random random) {
        double sign = random.nextBoolean() ? 1 : -1;
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> sign * Math.pow(10, 600 * random.nextDouble() - 300);
            case 2 -> sign * 2000 * random.nextDouble();
            default -> 10 * random.nextGaussian();
        };
    }

    private static double bend(double timeS) {
        return Math.toRadians(35) * (1 - Math.cos(2 * Math.PI * 0.35 * timeS));
    }

    private static double[] aboutY(double angle) {
        return new double[] {Math.cos(angle / 2), 0, Math.sin(angle / 2), 0};
    }
}
