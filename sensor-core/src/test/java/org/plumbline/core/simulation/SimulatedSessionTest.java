package org.plumbline.core.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;
import org.plumbline.core.simulation.SessionStretch.Activity;
import org.plumbline.core.spine.SpinePose;
import org.plumbline.core.testing.Samples;

class SimulatedSessionTest {
    private static final double SKIN = SensorConditions.realistic().skinTiltDegPerMs2();

    @Test
    void equalScriptsGiveEqualSamplesAndOtherSeedsOthers() {
        SessionScript script = SessionScript.realistic("deadlift", 3, 7);
        assertEquals(fingerprint(script), fingerprint(SessionScript.realistic("deadlift", 3, 7)));
        assertNotEquals(fingerprint(script), fingerprint(SessionScript.realistic("deadlift", 3, 8)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {25, 50, 104, 400})
    void itsAngularRateIntegratesToItsOrientation(double rateHz) {
        MotionPlan plan = SessionPlanner.plan(SessionScript.realistic("squat", 6, 3));
        BodyWornSensor sensor = sensor(plan, BodyKinematics.Segment.THORAX, rateHz);
        double[] integrated = new double[4];
        double[] truth = new double[4];
        double[] turn = new double[4];
        sensor.orientation(integrated);
        while (sensor.timeS() < plan.endS) {
            sensor.next();
            double[] rate = sensor.angularRateRadPerS;
            Rotations.fromVector(rate[0] / rateHz, rate[1] / rateHz, rate[2] / rateHz, turn);
            Rotations.multiply(integrated, turn, integrated);
        }
        sensor.orientation(truth);
        double[] difference = new double[3];
        Rotations.vectorBetween(integrated, truth, difference);
        assertTrue(Math.toDegrees(norm(difference)) < 1e-6, "strapdown left the truth");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadlift", "squat"})
    void itsSpecificForceIsTheAccelerationOfItsPositionAndGravity(String exercise) {
        double rateHz = 400;
        MotionPlan plan = SessionPlanner.plan(SessionScript.realistic(exercise, 5, 4));
        BodyKinematics body = new BodyKinematics(plan, 3);
        BodyWornSensor sensor = sensor(plan, BodyKinematics.Segment.PELVIS, rateHz);
        double[] velocity = velocityMs(body, sensor.timeS());
        double[] before = new double[4];
        double[] middle = new double[4];
        double[] earth = new double[3];
        double largestMs = 0;
        double fastestMs = 0;
        for (int sample = 1; sensor.timeS() < plan.endS; sample++) {
            sensor.orientation(before);
            sensor.next();
            double[] rate = sensor.angularRateRadPerS;
            double half = 0.5 / rateHz;
            Rotations.fromVector(rate[0] * half, rate[1] * half, rate[2] * half, middle);
            Rotations.multiply(before, middle, middle);
            double[] force = sensor.specificForceMs2;
            Rotations.rotate(middle, force[0], force[1], force[2], earth);
            velocity[0] += earth[0] / rateHz;
            velocity[1] += earth[1] / rateHz;
            velocity[2] += (earth[2] - BodyWornSensor.GRAVITY_MS2) / rateHz;
            if (sample % 20 == 0) {
                double[] truth = velocityMs(body, sensor.timeS());
                fastestMs = Math.max(fastestMs, norm(truth));
                double[] error = {velocity[0] - truth[0], velocity[1] - truth[1], velocity[2] - truth[2]};
                largestMs = Math.max(largestMs, norm(error));
            }
        }
        assertTrue(fastestMs > 1.2, "somebody walks");
        // the knocks of several g are what the differences of the test itself miss most
        assertTrue(largestMs < 0.03, "velocity is off by " + largestMs + " m/s within five minutes");
    }

    @Test
    void walkingLeavesTheSpotAtAWalkersPaceAndAcceleration() {
        for (long seed = 0; seed < 5; seed++) {
            MotionPlan plan = SessionPlanner.plan(SessionScript.realistic("squat", 10, seed));
            BodyKinematics body = new BodyKinematics(plan, seed);
            double furthestM = 0;
            double longestWalkS = 0;
            for (SessionStretch stretch : plan.stretches) {
                if (stretch.activity() == Activity.WALKING) {
                    double middleS = (stretch.startS() + stretch.endS()) / 2;
                    furthestM = Math.max(furthestM, Math.hypot(plan.travelX.atM(middleS), plan.travelY.atM(middleS)));
                    longestWalkS = Math.max(longestWalkS, stretch.endS() - stretch.startS());
                }
            }
            assertTrue(furthestM > 8, "only " + furthestM + " m from the start");
            assertTrue(longestWalkS > 6);
            for (GaitBout bout : plan.bouts) {
                double[] rms = accelerationRmsMs2(body, bout);
                double effort = bout.strength();
                assertBetween(1.6 * effort, 2.6 * effort, rms[2]);
                assertBetween(0.9 * effort, 3 * effort, Math.hypot(rms[0], rms[1]));
            }
        }
    }

    @Test
    void aSessionHasAllThatHappensInAGymInUnbrokenOrder() {
        SimulatedSession session = new SimulatedSession(SessionScript.realistic("deadlift", 20, 5));
        Set<Activity> seen = EnumSet.noneOf(Activity.class);
        double endS = 0;
        for (SessionStretch stretch : session.stretches()) {
            assertEquals(endS, stretch.startS(), 1e-6);
            assertTrue(stretch.endS() > stretch.startS());
            endS = stretch.endS();
            seen.add(stretch.activity());
        }
        assertEquals(EnumSet.allOf(Activity.class), seen);
        assertTrue(endS <= session.wearable().durationS() && endS > 19 * 60);
        assertEquals(20 * 60, session.wearable().durationS());
    }

    @Test
    void whoStandsStandsAsInTheCalibrationAndRepetitionsAreInSets() {
        SimulatedSession session = new SimulatedSession(SessionScript.realistic("squat", 20, 6));
        SpinePose pose = new SpinePose();
        List<SessionStretch> sets = session.stretches().stream()
                .filter(stretch -> stretch.activity() == Activity.LIFTING)
                .toList();
        assertTrue(sets.size() > 5);
        for (SessionStretch stretch : session.stretches()) {
            if (stretch.activity() == Activity.STANDING) {
                session.wearable().truePose(Math.round((stretch.startS() + stretch.endS()) / 2 * 1e6), pose);
                assertEquals(0, pose.lumbarFlexionDeg, 1.5);
                assertEquals(0, pose.pelvisTiltDeg, 1.5);
                assertEquals(0, pose.axialRotationDeg, 1.0);
            }
        }
        for (SimulationTruth.Repetition repetition : session.wearable().truth().repetitions()) {
            assertTrue(sets.stream()
                    .anyMatch(set -> set.startS() <= repetition.startS() && repetition.endS() <= set.endS()));
        }
    }

    @Test
    void platesKnockWithSeveralGForAMoment() {
        SimulatedWearable wearable = new SimulatedSession(SessionScript.realistic("deadlift", 15, 2)).wearable();
        ImuSample sample = new ImuSample();
        double hardestMs2 = 0;
        long hard = 0;
        long all = 0;
        while (wearable.next(sample)) {
            double force = norm(new double[] {sample.accX, sample.accY, sample.accZ});
            hardestMs2 = Math.max(hardestMs2, force);
            hard += force > 25 ? 1 : 0;
            all++;
            assertEquals(0, sample.flags & SampleFlag.ANGULAR_RATE_CLIPPED);
        }
        assertTrue(hardestMs2 > 3 * BodyWornSensor.GRAVITY_MS2, "hardest " + hardestMs2);
        assertTrue(hard < 0.005 * all);
    }

    @Test
    void sensorsHaveTheRateAndTheLossOfTheirConditions() {
        SensorConditions conditions =
                SensorConditions.realistic().withRateHz(50).withLostShare(0.05);
        SimulatedWearable wearable = new SimulatedSession(new SessionScript("squat", 10, 1, conditions)).wearable();
        ImuSample sample = new ImuSample();
        long received = 0;
        while (wearable.next(sample)) {
            received++;
        }
        assertEquals(0.95 * 50 * 2 * 600, received, 0.01 * 50 * 2 * 600);
        assertEquals(50, wearable.sensors().get(0).nominalRateHz());
    }

    @Test
    void refusesWhatIsNoSessionAndNoSensor() {
        assertThrows(IllegalArgumentException.class, () -> SessionScript.realistic("curl", 5, 1));
        assertThrows(IllegalArgumentException.class, () -> SessionScript.realistic("squat", Double.NaN, 1));
        SensorConditions sensors = SensorConditions.realistic();
        assertThrows(IllegalArgumentException.class, () -> sensors.withRateHz(0));
        assertThrows(IllegalArgumentException.class, () -> sensors.withLostShare(1));
        assertThrows(IllegalArgumentException.class, () -> sensors.withGyroNoise(-1));
    }

    @Test
    void aDayIsStreamedAndNotKept() {
        SimulatedWearable wearable = new SimulatedSession(SessionScript.realistic("deadlift", 600, 1)).wearable();
        ImuSample sample = new ImuSample();
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long leastBytes = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int index = 0; index < 20_000; index++) {
                wearable.next(sample);
            }
            leastBytes = Math.min(leastBytes, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, leastBytes, "bytes for 20000 samples");
    }

    private static BodyWornSensor sensor(MotionPlan plan, BodyKinematics.Segment segment, double rateHz) {
        SeededRandom random = new SeededRandom(3, SeededRandom.Purpose.SENSOR, segment.ordinal());
        return new BodyWornSensor(
                new BodyKinematics(plan, 3), SensorSeat.firm(segment), random.rotation(), 0.1, 1 / rateHz, SKIN);
    }

    private static double[] velocityMs(BodyKinematics body, double timeS) {
        double stepS = 5e-4;
        double[] before = new double[3];
        double[] after = new double[3];
        body.sensorAt(BodyKinematics.Segment.PELVIS, timeS - stepS, before, new double[4]);
        body.sensorAt(BodyKinematics.Segment.PELVIS, timeS + stepS, after, new double[4]);
        return new double[] {
            (after[0] - before[0]) / (2 * stepS),
            (after[1] - before[1]) / (2 * stepS),
            (after[2] - before[2]) / (2 * stepS)
        };
    }

    /** Of the pelvis sensor in full walk, earth axes. */
    private static double[] accelerationRmsMs2(BodyKinematics body, GaitBout bout) {
        double stepS = 0.0025;
        double[][] position = new double[3][3];
        double[] squared = new double[3];
        int count = 0;
        for (double timeS = bout.startS() + 1.5; timeS < bout.endS() - 1.5; timeS += stepS) {
            for (int point = 0; point < 3; point++) {
                body.sensorAt(
                        BodyKinematics.Segment.PELVIS, timeS + (point - 1) * stepS, position[point], new double[4]);
            }
            for (int axis = 0; axis < 3; axis++) {
                double acceleration = (position[2][axis] - 2 * position[1][axis] + position[0][axis]) / (stepS * stepS);
                squared[axis] += acceleration * acceleration;
            }
            count++;
        }
        return new double[] {Math.sqrt(squared[0] / count), Math.sqrt(squared[1] / count), Math.sqrt(squared[2] / count)
        };
    }

    private static long fingerprint(SessionScript script) {
        return Samples.fingerprint(new SimulatedSession(script).wearable());
    }

    private static void assertBetween(double least, double most, double value) {
        assertTrue(value >= least && value <= most, value + " is not within " + least + " and " + most);
    }

    private static double norm(double[] vector) {
        return Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
    }
}
