package org.plumbline.core.orientation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;
import org.plumbline.core.testing.MovingSensor;
import org.plumbline.core.testing.RandomRotations;
import org.plumbline.core.testing.Samples;

/** What must hold for every movement, whatever the sensor's rate and however its samples come. */
class OrientationPropertyTest {
    private static final double RATE_HZ = 104;

    private final ImuSample sample = new ImuSample();
    private final double[] truth = new double[4];
    private final double[] estimate = new double[4];
    private final double[] other = new double[4];

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1.7, 3, -2.2})
    void turningTheHeadingOfTheEarthFrameTurnsTheResultAndChangesNothingElse(double angle) {
        double[] turn = {Math.cos(angle / 2), 0, 0, Math.sin(angle / 2)};
        MovingSensor sensor = new MovingSensor(3).withBias(0.01, -0.01, 0.005);
        OrientationFilter straight = new OrientationFilter(RATE_HZ);
        OrientationFilter turned = new OrientationFilter(RATE_HZ);
        for (int k = 1; k < 60 * RATE_HZ; k++) {
            sensor.measure((k - 1) / RATE_HZ, k / RATE_HZ, sample);
            straight.update(sample);
            turned.update(sample);
            if (k == 1) {
                turnEarth(turned, turn);
            }
            straight.copyOrientationTo(estimate);
            turned.copyOrientationTo(other);
            Quaternions.multiply(turn, estimate, estimate);
            assertEquals(0, Samples.totalErrorDeg(estimate, other), 1e-6);
            assertEquals(straight.inclinationSigmaDeg(), turned.inclinationSigmaDeg(), 1e-9);
            assertEquals(straight.headingSigmaDeg(), turned.headingSigmaDeg(), 1e-9);
        }
    }

    private static void turnEarth(OrientationFilter filter, double[] turn) {
        OrientationState state = filter.saveState();
        double[] q = new double[4];
        double[] stretch = {state.stretchW, state.stretchX, state.stretchY, state.stretchZ};
        double[] velocity = {state.velocityX, state.velocityY, 0};
        state.copyOrientationTo(q);
        Quaternions.multiply(turn, q, q);
        Quaternions.multiply(turn, stretch, stretch);
        Quaternions.rotate(turn, velocity, velocity);
        state.setOrientation(q);
        state.stretchW = stretch[0];
        state.stretchX = stretch[1];
        state.stretchY = stretch[2];
        state.stretchZ = stretch[3];
        state.velocityX = velocity[0];
        state.velocityY = velocity[1];
        filter.restoreState(state);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aMirroredExperimentHasTheMirroredResult(long seed) {
        MovingSensor sensor = new MovingSensor(seed).withBias(0.01, -0.01, 0.005);
        OrientationFilter straight = new OrientationFilter(RATE_HZ);
        OrientationFilter mirrored = new OrientationFilter(RATE_HZ);
        double[] bias = new double[3];
        double[] otherBias = new double[3];
        for (int k = 1; k < 60 * RATE_HZ; k++) {
            sensor.measure((k - 1) / RATE_HZ, k / RATE_HZ, sample);
            straight.update(sample);
            // left and right change places: y for vectors, x and z for turns
            sample.accY = -sample.accY;
            sample.gyrX = -sample.gyrX;
            sample.gyrZ = -sample.gyrZ;
            mirrored.update(sample);
            straight.copyOrientationTo(estimate);
            mirrored.copyOrientationTo(other);
            assertArrayEquals(
                    new double[] {estimate[0], -estimate[1], estimate[2], -estimate[3]}, other, 1e-9, "at sample " + k);
        }
        straight.copyBiasTo(bias);
        mirrored.copyBiasTo(otherBias);
        assertArrayEquals(new double[] {-bias[0], bias[1], -bias[2]}, otherBias, 1e-12);
        assertTrue(Math.hypot(bias[0], bias[2]) > 1e-3, "a sign could have shown");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1_700_000_000_000_000L, -5_000_000_000L, Long.MAX_VALUE - 10_000_000, Long.MIN_VALUE})
    void whenAMovementBeganChangesNothing(long begin) {
        MovingSensor sensor = new MovingSensor(4);
        OrientationFilter now = new OrientationFilter(RATE_HZ);
        OrientationFilter then = new OrientationFilter(RATE_HZ);
        for (int k = 1; k < 8 * RATE_HZ; k++) {
            sensor.measure((k - 1) / RATE_HZ, k / RATE_HZ, sample);
            now.update(sample);
            sample.timeMicros += begin;
            assertTrue(then.update(sample));
            now.copyOrientationTo(estimate);
            then.copyOrientationTo(other);
            assertArrayEquals(estimate, other, 0.0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "25, 0, 0, 0.01",
        "40, 0, 0, 0.01",
        "60, 0, 0, 0.01",
        "208, 0, 0, 0.01",
        "400, 0, 0, 0.01",
        "25, 0.3, 0, 0.15",
        "104, 0.3, 0, 0.02",
        "400, 0.3, 0, 0.01",
        // one lost sample hides 80 ms of a movement of 100°/s
        "25, 0, 0.05, 0.25",
        "104, 0, 0.05, 0.02",
        "400, 0, 0.05, 0.01",
        "104, 0, 0.3, 0.25",
        "208, 0.3, 0.3, 0.1",
        "400, 0.3, 0.3, 0.05"
    })
    void rateAndIrregularityAndLossHardlyMatter(double rateHz, double jitter, double lossShare, double allowedDeg) {
        double clean = rmsDeg(5, RATE_HZ, 0, 0);
        double found = rmsDeg(5, rateHz, jitter, lossShare);
        assertEquals(0, clean, 0.05);
        assertEquals(clean, found, allowedDeg);
    }

    private double rmsDeg(long seed, double rateHz, double jitter, double lossShare) {
        Random random = new Random(seed);
        MovingSensor sensor = new MovingSensor(seed).withBias(0.005, -0.004, 0.002);
        OrientationFilter filter = new OrientationFilter(rateHz);
        double squared = 0;
        int count = 0;
        double from = 0;
        for (int k = 1; k < 90 * rateHz; k++) {
            double to = (k + jitter * (2 * random.nextDouble() - 1)) / rateHz;
            boolean lost = random.nextDouble() < lossShare;
            if (!lost) {
                sensor.measure(from, to, sample);
                assertTrue(filter.update(sample));
                sensor.orientationAt(to, truth);
                filter.copyOrientationTo(estimate);
                if (to > 30) {
                    double error = Samples.inclinationErrorDeg(estimate, truth);
                    squared += error * error;
                    count++;
                }
            }
            from = to;
        }
        return Math.sqrt(squared / count);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0024, 0.02, 0.1, -0.05})
    void theOrientationOfALateSensorIsThatOfNow(double latencyS) {
        OrientationFilter late =
                new OrientationFilter(RATE_HZ, OrientationParameters.defaults().withLatency(latencyS));
        double rate = Math.toRadians(90);
        double[] turn = new double[4];
        for (int k = 1; k < 5 * RATE_HZ; k++) {
            double timeS = k / RATE_HZ;
            Quaternions.fromRotationVector(0, rate * (timeS - 0.5 / RATE_HZ), 0, turn);
            Samples.turning(turn, new double[] {0, rate, 0}, sample);
            sample.timeMicros = Math.round(timeS * 1e6);
            late.update(sample);
            late.copyOrientationTo(estimate);
            Quaternions.fromRotationVector(0, rate * (timeS + latencyS), 0, truth);
            assertEquals(0, Samples.inclinationErrorDeg(estimate, truth), 0.6, "the start is half a sample off");
        }
        assertEquals(0, Samples.inclinationErrorDeg(estimate, truth), 0.1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aStartInTheMiddleOfAMovementSettlesWithoutAJump(long seed) {
        MovingSensor sensor = new MovingSensor(seed).withBias(0.01, 0.005, -0.005);
        OrientationFilter filter = new OrientationFilter(RATE_HZ);
        double[] before = new double[4];
        double largestStep = 0;
        double largestError = 0;
        for (int k = 1; k < 30 * RATE_HZ; k++) {
            sensor.measure((k - 1) / RATE_HZ, k / RATE_HZ, sample);
            filter.copyOrientationTo(before);
            filter.update(sample);
            filter.copyOrientationTo(estimate);
            if (k > RATE_HZ) {
                // what a sample changes beyond what the sensor turned
                double[] turn = new double[4];
                double[] was = new double[4];
                double[] rate = new double[3];
                filter.copyAngularRateTo(rate);
                Quaternions.fromRotationVector(rate[0] / RATE_HZ, rate[1] / RATE_HZ, rate[2] / RATE_HZ, turn);
                Quaternions.multiply(before, turn, was);
                largestStep = Math.max(largestStep, Samples.inclinationErrorDeg(was, estimate));
            }
            if (k > 15 * RATE_HZ) {
                sensor.orientationAt(k / RATE_HZ, truth);
                largestError = Math.max(largestError, Samples.inclinationErrorDeg(estimate, truth));
            }
        }
        assertTrue(largestStep < 1.2, "a step of " + largestStep + "°");
        assertTrue(largestError < 1, largestError + "° after 15 s");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aSingleWildSampleLeavesTheOrientationAlone(long seed) {
        Random random = new Random(seed);
        MovingSensor sensor = new MovingSensor(seed);
        OrientationFilter calm = new OrientationFilter(RATE_HZ);
        OrientationFilter struck = new OrientationFilter(RATE_HZ);
        double largest = 0;
        for (int k = 1; k < 60 * RATE_HZ; k++) {
            sensor.measure((k - 1) / RATE_HZ, k / RATE_HZ, sample);
            calm.update(sample);
            if (k % 500 == 0) {
                double[] wild = RandomRotations.direction(random);
                sample.gyrX += 30 * wild[0];
                sample.gyrY += 30 * wild[1];
                sample.gyrZ += 30 * wild[2];
                sample.accX += 150 * wild[1];
                sample.accY += 150 * wild[2];
                sample.accZ += 150 * wild[0];
            }
            struck.update(sample);
            if (k > 5 * RATE_HZ) {
                calm.copyOrientationTo(estimate);
                struck.copyOrientationTo(other);
                largest = Math.max(largest, Samples.inclinationErrorDeg(estimate, other));
            }
        }
        // 30 rad/s over a sample are 16°, and 150 m/s² over one 1.4 m/s
        assertTrue(largest < 1.6, largest + "°");
    }

    @Test
    void aRealBlowOfTwoSamplesIsTakenInFull() {
        OrientationFilter filter = new OrientationFilter(RATE_HZ);
        Quaternions.fromRotationVector(0, 0.2, 0, truth);
        for (int k = 1; k < 10 * RATE_HZ; k++) {
            // leaps up within a sample and ebbs away
            double speed = k == 600 || k == 601 ? 12 : k == 602 ? 8 : k == 603 ? 4 : 0;
            double[] rate = {0, speed, 0};
            Quaternions.fromRotationVector(0, rate[1] / RATE_HZ, 0, other);
            Quaternions.multiply(truth, other, truth);
            Samples.turning(truth, rate, sample);
            sample.timeMicros = Math.round(k / RATE_HZ * 1e6);
            filter.update(sample);
            if (k >= 601 && k < 620) {
                filter.copyOrientationTo(estimate);
                assertEquals(
                        0,
                        Samples.inclinationErrorDeg(estimate, truth),
                        0.5,
                        "turned by 7° in the sample that was doubted");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aLongStraightWalkKeepsTheVertical(long seed) {
        double relaxed = largestErrorOfAWalkDeg(seed, OrientationParameters.defaults());
        double strict = largestErrorOfAWalkDeg(seed, withWalkingVelocity(0));
        assertTrue(relaxed < 1.5, relaxed + "°");
        assertTrue(relaxed < 0.85 * strict, relaxed + "° against " + strict + "° where the wearer is to go nowhere");
    }

    /** Stands, walks forty seconds at 1.3 m/s, stands. */
    private double largestErrorOfAWalkDeg(long seed, OrientationParameters parameters) {
        Random random = new Random(seed);
        OrientationFilter filter = new OrientationFilter(RATE_HZ, parameters);
        double largest = 0;
        double largestShare = 0;
        double stepHz = 1.7 + 0.3 * random.nextDouble();
        double speed = 1.3;
        for (int k = 1; k < 60 * RATE_HZ; k++) {
            double timeS = k / RATE_HZ - 0.5 / RATE_HZ;
            boolean walks = timeS > 8 && timeS < 48;
            double phase = 2 * Math.PI * stepHz * timeS;
            double from = nodding(stepHz, (k - 1) / RATE_HZ);
            double to = nodding(stepHz, k / RATE_HZ);
            double forward = walks ? 1.2 * Math.cos(phase) : 0;
            double upward = walks ? 2.5 * Math.sin(phase) + 1.5 * Math.sin(2 * phase) : 0;
            // starts and stops within a second
            forward += timeS > 8 && timeS < 9 ? speed : timeS > 47 && timeS < 48 ? -speed : 0;
            Quaternions.fromRotationVector(0, 0.5 * (from + to), 0, truth);
            double[] force = {forward, 0, Samples.GRAVITY_MS2 + upward};
            double[] inverse = new double[4];
            Quaternions.conjugate(truth, inverse);
            Quaternions.rotate(inverse, force, force);
            sample.timeMicros = Math.round(k / RATE_HZ * 1e6);
            sample.accX = force[0] + 0.1 * random.nextGaussian();
            sample.accY = force[1] + 0.1 * random.nextGaussian();
            sample.accZ = force[2] + 0.1 * random.nextGaussian();
            sample.gyrX = 0.01 * random.nextGaussian();
            sample.gyrY = (to - from) * RATE_HZ + 0.01 * random.nextGaussian();
            sample.gyrZ = 0.01 * random.nextGaussian();
            filter.update(sample);
            filter.copyOrientationTo(estimate);
            Quaternions.fromRotationVector(0, to, 0, truth);
            if (timeS > 6) {
                largest = Math.max(largest, Samples.inclinationErrorDeg(estimate, truth));
            }
            if (timeS > 15 && timeS < 45) {
                largestShare = Math.max(largestShare, filter.saveState().gait.share());
            }
        }
        assertTrue(largestShare > 0.9, "walking is noticed: share " + largestShare);
        return largest;
    }

    /** The pelvis of somebody who walks from 8 to 48 s, rad. */
    private static double nodding(double stepHz, double timeS) {
        double share = Math.max(0, Math.min(1, Math.min(timeS - 8, 48 - timeS)));
        return share * Math.toRadians(3) * Math.sin(2 * Math.PI * stepHz * timeS);
    }

    private static OrientationParameters withWalkingVelocity(double density) {
        OrientationParameters usual = OrientationParameters.defaults();
        return new OrientationParameters(
                usual.angularRateNoise(),
                usual.rateDependentNoise(),
                usual.biasWalk(),
                usual.initialBiasSigma(),
                usual.initialMatrixSigma(),
                usual.largestMatrixElement(),
                usual.initialTiltSigma(),
                usual.velocityNoise(),
                usual.softZeroVelocity(),
                usual.restZeroVelocity(),
                density,
                usual.swayTime(),
                usual.clippedNoise(),
                usual.specificForceBias(),
                usual.midIntervalWeight(),
                usual.latencyS());
    }

    @Test
    void stampsInBurstsCostNoMoreThanOthers() {
        OrientationFilter filter = new OrientationFilter(RATE_HZ);
        MovingSensor sensor = new MovingSensor(1);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            long time = 0;
            for (int i = 0; i < 200_000; i++) {
                time += i % 200 == 0 ? 190_000 : 1;
                sensor.measure(time * 1e-6 - 1e-3, time * 1e-6, sample);
                sample.timeMicros = time;
                filter.update(sample);
                assertSound(filter);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MAX_VALUE, 0, 4_000_000_000_000L, -4_000_000_000_000L})
    void aClockThatLeapsAnywhereLeavesItSoundAndARestartBringsItBack(long leapTo) {
        OrientationFilter filter = new OrientationFilter(RATE_HZ);
        double[] still = {0, 0, 0};
        Quaternions.fromRotationVector(0.3, 0.2, 0, truth);
        for (int k = 1; k < 30 * RATE_HZ; k++) {
            Samples.turning(truth, still, sample);
            sample.timeMicros = k == 300 ? leapTo : 9_615L * k;
            sample.flags = k == 310 ? SampleFlag.TIME_RESTART : 0;
            filter.update(sample);
            assertSound(filter);
        }
        filter.copyOrientationTo(estimate);
        assertEquals(0, Samples.inclinationErrorDeg(estimate, truth), 0.01);
        assertFalse(filter.headingSigmaDeg() > 360);
    }

    private void assertSound(OrientationFilter filter) {
        filter.copyOrientationTo(estimate);
        double norm = estimate[0] * estimate[0]
                + estimate[1] * estimate[1]
                + estimate[2] * estimate[2]
                + estimate[3] * estimate[3];
        assertEquals(1, norm, 1e-9);
        assertTrue(Double.isFinite(filter.inclinationSigmaDeg() + filter.headingSigmaDeg()));
    }
}
