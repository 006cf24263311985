package org.plumbline.core.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.core.simulation.SimulationTruth.Repetition;
import org.plumbline.core.spine.SpinePose;
import org.plumbline.core.testing.Samples;

class SimulatedExercisesTest {
    private static final double RATE_HZ = 104;
    private static final int SEEDS = 5;

    static List<String> exercises() {
        return SimulationScript.exercises();
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void everyExerciseHasAProfileOfItsName(String exercise) {
        assertTrue(ExerciseProfile.ofName(exercise).isPresent());
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void strapdownOfTheSamplesGivesTheOrientationBack(String exercise) {
        SensorConditions perfect = SensorConditions.realistic()
                .withLostShare(0)
                .withGyroBias(0, 0)
                .withGyroScale(0)
                .withGyroNoise(0)
                .withAccelerometerBias(0)
                .withClockSkew(0);
        SimulatedWearable wearable = new SimulatedWearable(SimulationScript.clean(exercise, 3, 8), perfect);
        ImuSample sample = new ImuSample();
        double[][] integrated = new double[2][];
        double[] turn = new double[4];
        double[] truth = new double[4];
        double largestDeg = 0;
        while (wearable.next(sample)) {
            wearable.trueOrientation(truth);
            double[] own = integrated[sample.sensorIndex];
            if (own == null) {
                integrated[sample.sensorIndex] = truth.clone();
            } else {
                Rotations.fromVector(sample.gyrX / RATE_HZ, sample.gyrY / RATE_HZ, sample.gyrZ / RATE_HZ, turn);
                Rotations.multiply(own, turn, own);
                largestDeg = Math.max(largestDeg, Samples.totalErrorDeg(own, truth));
            }
        }
        // what is left are the counts of the sensor, 0.03 deg/s each
        assertTrue(largestDeg > 0 && largestDeg < 0.3, largestDeg + " deg");
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void specificForceIsTheAccelerationOfTheBodyAndGravity(String exercise) {
        MotionPlan plan = MotionPlanner.plan(SimulationScript.clean(exercise, 3, 5));
        BodyKinematics body = new BodyKinematics(plan, 3);
        double[] level = {1, 0, 0, 0};
        SensorSeat seat = SensorSeat.firm(BodyKinematics.Segment.THORAX);
        BodyWornSensor sensor = new BodyWornSensor(body, seat, level, 0.1, 1 / RATE_HZ, 0);
        double[] velocity = velocityMs(body, sensor.timeS());
        double[] before = new double[4];
        double[] middle = new double[4];
        double[] earth = new double[3];
        double hardestMs2 = 0;
        while (sensor.timeS() < plan.endS) {
            sensor.orientation(before);
            sensor.next();
            double[] rate = sensor.angularRateRadPerS;
            double half = 0.5 / RATE_HZ;
            Rotations.fromVector(rate[0] * half, rate[1] * half, rate[2] * half, middle);
            Rotations.multiply(before, middle, middle);
            double[] force = sensor.specificForceMs2;
            Rotations.rotate(middle, force[0], force[1], force[2], earth);
            earth[2] -= BodyWornSensor.GRAVITY_MS2;
            double sum = 0;
            for (int axis = 0; axis < 3; axis++) {
                velocity[axis] += earth[axis] / RATE_HZ;
                sum += earth[axis] * earth[axis];
            }
            hardestMs2 = Math.max(hardestMs2, Math.sqrt(sum));
        }
        double[] really = velocityMs(body, sensor.timeS());
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(really[axis], velocity[axis], 0.01, exercise + ", m/s after the whole set");
        }
        assertTrue(hardestMs2 < 15, exercise + " accelerates a trunk by no more than that: " + hardestMs2);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void repetitionsAreThereInOrderAndTheLifterStandsAtTheEnd(String exercise) {
        for (long seed = 0; seed < SEEDS; seed++) {
            SimulatedWearable wearable = new SimulatedWearable(SimulationScript.clean(exercise, 4, seed));
            List<Repetition> repetitions = wearable.truth().repetitions();
            assertEquals(4, repetitions.size());
            double beforeS = 0;
            for (Repetition repetition : repetitions) {
                assertTrue(repetition.startS() >= beforeS - 1e-9);
                assertTrue(repetition.bottomS() >= repetition.startS());
                assertTrue(repetition.barBreakS() >= repetition.bottomS());
                assertTrue(repetition.topS() > repetition.barBreakS());
                assertTrue(repetition.holdEndS() >= repetition.topS());
                assertTrue(repetition.endS() >= repetition.holdEndS());
                assertTrue(repetition.rotationRangeDeg() < 5, "nobody twists in a clean set");
                beforeS = repetition.endS();
            }
            SpinePose end = pose(wearable, wearable.durationS());
            assertEquals(0, end.trunkInclinationDeg, 2);
            assertEquals(0, end.lumbarFlexionDeg, 2);
        }
    }

    @Test
    void hingesLeanFarWithLittleLumbarFlexion() {
        for (String exercise : List.of("romanian_deadlift", "good_morning", "swing")) {
            for (long seed = 0; seed < SEEDS; seed++) {
                for (Repetition repetition : clean(exercise, seed).truth().repetitions()) {
                    assertBetween(54, 78, repetition.trunkRangeDeg());
                    assertBetween(10, 22, repetition.peakFlexionDeg());
                    assertBetween(0, 2, repetition.flexionGainLoadedDeg());
                }
            }
        }
        Repetition swing = clean("swing", 1).truth().repetitions().get(1);
        assertBetween(1.1, 1.9, swing.endS() - swing.startS());
    }

    @Test
    void aRowHoldsFiftyDegreesAndAPressStaysUpright() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SimulatedWearable row = clean("row", seed);
            for (Repetition repetition : row.truth().repetitions()) {
                assertBetween(45, 55, pose(row, repetition.startS()).trunkInclinationDeg);
                assertBetween(3, 8, repetition.trunkRangeDeg());
            }
            SimulatedWearable press = clean("overhead_press", seed);
            for (Repetition repetition : press.truth().repetitions()) {
                assertBetween(1.5, 7, repetition.peakExtensionDeg());
                assertBetween(-2, 2, pose(press, repetition.startS()).trunkInclinationDeg);
            }
        }
    }

    @Test
    void aBirdDogHoldsFiveSecondsOnHandsAndKneesAndChangesSides() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SimulatedWearable wearable = clean("bird_dog", seed);
            double side = 1;
            for (Repetition repetition : wearable.truth().repetitions()) {
                assertBetween(80, 95, pose(wearable, repetition.topS()).trunkInclinationDeg);
                assertBetween(4.5, 5.5, repetition.holdEndS() - repetition.topS());
                assertBetween(0.2, 4, side * repetition.peakRotationDeg());
                side = -side;
            }
        }
    }

    @Test
    void exercisesOnTheGroundLieAsTheyShould() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SimulatedWearable bridge = clean("glute_bridge", seed);
            for (Repetition repetition : bridge.truth().repetitions()) {
                assertBetween(-93, -87, pose(bridge, repetition.startS()).pelvisTiltDeg);
                assertBetween(-120, -108, pose(bridge, repetition.topS()).pelvisTiltDeg);
                assertBetween(0, 8, repetition.peakExtensionDeg());
            }
            SimulatedWearable press = clean("prone_press_up", seed);
            for (Repetition repetition : press.truth().repetitions()) {
                SpinePose low = pose(press, repetition.startS());
                SpinePose high = pose(press, repetition.topS());
                assertEquals(low.pelvisTiltDeg, high.pelvisTiltDeg, 6);
                assertBetween(29, 47, low.trunkInclinationDeg - high.trunkInclinationDeg);
                assertBetween(28, 47, repetition.peakExtensionDeg());
            }
        }
    }

    @Test
    void aPelvicTiltMovesThePelvisUnderAThoraxThatStays() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SimulatedWearable wearable = clean("pelvic_tilt", seed);
            for (Repetition repetition : wearable.truth().repetitions()) {
                assertBetween(-16, -7, pose(wearable, repetition.topS()).pelvisTiltDeg);
                assertBetween(0, 3, repetition.trunkRangeDeg());
            }
        }
    }

    @Test
    void aSidePlankLeansSidewaysAndSagsSlowly() {
        for (long seed = 0; seed < SEEDS; seed++) {
            MotionPlan plan = MotionPlanner.plan(SimulationScript.clean("side_plank", 2, seed));
            for (MotionPlan.RepetitionTimes hold : plan.repetitions) {
                AngleCourse list = plan.course(BodyAngle.PELVIS_LIST);
                assertBetween(68, 80, list.atDeg(hold.topS()));
                assertBetween(0.9, 3.1, list.atDeg(hold.holdEndS()) - list.atDeg(hold.topS()));
                assertBetween(15, 25, hold.holdEndS() - hold.topS());
            }
        }
    }

    private static SimulatedWearable clean(String exercise, long seed) {
        return new SimulatedWearable(SimulationScript.clean(exercise, 4, seed));
    }

    private static SpinePose pose(SimulatedWearable wearable, double timeS) {
        SpinePose pose = new SpinePose();
        wearable.truePose(Math.round(timeS * 1e6), pose);
        return pose;
    }

    private static double[] velocityMs(BodyKinematics body, double timeS) {
        double[] before = new double[3];
        double[] after = new double[3];
        body.sensorAt(BodyKinematics.Segment.THORAX, timeS - 1e-3, before, new double[4]);
        body.sensorAt(BodyKinematics.Segment.THORAX, timeS + 1e-3, after, new double[4]);
        for (int axis = 0; axis < 3; axis++) {
            after[axis] = (after[axis] - before[axis]) / 2e-3;
        }
        return after;
    }

    private static void assertBetween(double least, double most, double value) {
        assertTrue(value >= least && value <= most, value + " is not within " + least + " and " + most);
    }
}
