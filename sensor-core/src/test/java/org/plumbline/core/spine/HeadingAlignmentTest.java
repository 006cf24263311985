package org.plumbline.core.spine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.calibration.Calibration;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.orientation.Quaternions;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.spine.HeadingTrial.Outcome;
import org.plumbline.core.testing.RandomRotations;
import org.plumbline.core.testing.SimulatedSet;

class HeadingAlignmentTest {
    private static final Set<HeadingEvidence> ALL = EnumSet.allOf(HeadingEvidence.class);
    private static final Set<HeadingEvidence> NOTHING = EnumSet.noneOf(HeadingEvidence.class);

    /** About two degrees in a second, rad²: more than any gyroscope of the simulation drifts. */
    private static final double A_TICK_OF_DRIFT = 1e-5;

    @ParameterizedTest
    @ValueSource(strings = {"deadlift", "squat"})
    void everyKindOfEvidenceHelpsOnGyroscopesThatDriftForMinutesAndTheErrorSaidIsHonest(String exercise) {
        Outcome nothing = new Outcome();
        Outcome upright = new Outcome();
        Outcome joint = new Outcome();
        Outcome bending = new Outcome();
        Outcome all = new Outcome();
        for (long seed = 1; seed <= 6; seed++) {
            SimulatedSet set = new SimulatedSet(SimulationScript.clean(exercise, 40, seed));
            HeadingTrial trial = new HeadingTrial(HeadingTrial.drifting(set.samples(), 0.3, seed), 104);
            run(trial, set, NOTHING, nothing);
            run(trial, set, EnumSet.of(HeadingEvidence.UPRIGHT), upright);
            run(trial, set, EnumSet.of(HeadingEvidence.JOINT_ACCELERATION), joint);
            run(trial, set, EnumSet.of(HeadingEvidence.BENDING_AXIS), bending);
            run(trial, set, ALL, all);
        }
        assertTrue(nothing.rmsDeg() > 5, () -> "there is something to correct: " + nothing);
        assertTrue(nothing.coverage() > 0.9, nothing::toString);
        assertTrue(joint.rmsDeg() < 0.6 * nothing.rmsDeg(), joint::toString);
        for (Outcome one : new Outcome[] {upright, bending}) {
            assertTrue(one.rmsDeg() < 0.3 * nothing.rmsDeg(), one::toString);
            assertTrue(all.rmsDeg() < one.rmsDeg(), all::toString);
        }
        assertTrue(all.rmsDeg() < 2 && all.coverage() > 0.95, all::toString);
        assertTrue(all.rmsAgainstSigma() > 0.2, () -> "nor is it too modest: " + all);
    }

    private static void run(HeadingTrial trial, SimulatedSet set, Set<HeadingEvidence> used, Outcome outcome) {
        SpinePose truth = new SpinePose();
        trial.run(
                used,
                tick -> {
                    set.wearable().truePose(tick.timeMicros, truth);
                    return trial.trueHeading(tick, truth);
                },
                outcome);
    }

    @ParameterizedTest
    @CsvSource({"deadlift,1,-25", "deadlift,2,60", "squat,3,170", "squat,4,-100"})
    void eachCouplingFindsAHeadingOfWhichNothingIsKnown(String exercise, long seed, double turnDeg) {
        SimulatedSet set = new SimulatedSet(SimulationScript.clean(exercise, 20, seed));
        HeadingTrial trial = new HeadingTrial(set.samples(), 104);
        Calibration calibration = trial.calibration();
        SegmentMotion lower = new SegmentMotion(calibration.sensors().get(0));
        SegmentMotion upper = new SegmentMotion(calibration.sensors().get(1));
        double known = calibration.headingOffsetRad();
        HeadingFilter byJoint = new HeadingFilter(known + Math.toRadians(turnDeg), 3);
        HeadingFilter byBending = new HeadingFilter(known + Math.toRadians(turnDeg), 3);
        JointCoupling joint = new JointCoupling();
        BendingCoupling bending = new BendingCoupling();
        for (OrientationTick tick : trial.ticks) {
            if (tick.complete()) {
                lower.set(tick, 0);
                upper.set(tick, 1);
                joint.update(lower, upper);
                bending.update(lower, upper);
                byJoint.wander(A_TICK_OF_DRIFT);
                byBending.wander(A_TICK_OF_DRIFT);
                joint.measure(byJoint);
                bending.measure(byBending);
            }
        }
        OrientationTick last = trial.ticks.get(trial.ticks.size() - 1);
        SpinePose pose = new SpinePose();
        set.wearable().truePose(last.timeMicros, pose);
        double truth = trial.trueHeading(last, pose);
        assertEquals(0, Math.toDegrees(HeadingFilter.wrapped(byJoint.headingRad() - truth)), 6);
        assertEquals(0, Math.toDegrees(HeadingFilter.wrapped(byBending.headingRad() - truth)), 4);
    }

    @Test
    void whereTheAxesAreAGuessTheAccelerationOfTheJointSaysNothing() {
        SimulatedSet set = new SimulatedSet(SimulationScript.clean("deadlift", 10, 1));
        HeadingTrial trial = new HeadingTrial(set.samples(), 104);
        EnumSet<HeadingEvidence> withoutJoint = EnumSet.of(HeadingEvidence.UPRIGHT, HeadingEvidence.BENDING_AXIS);
        Calibration guessed = graded(trial.calibration(), CalibrationGrade.GOOD, CalibrationGrade.POOR);
        Calibration known = graded(trial.calibration(), CalibrationGrade.GOOD, CalibrationGrade.FAIR);
        double guessedSigma = sigmaAtTheEnd(trial, guessed, new HeadingAlignment(guessed));
        assertEquals(sigmaAtTheEnd(trial, guessed, new HeadingAlignment(guessed, withoutJoint)), guessedSigma);
        assertTrue(sigmaAtTheEnd(trial, known, new HeadingAlignment(known)) < guessedSigma);
    }

    @Test
    void theStanceOfTheCalibrationIsWhatNeutralMeansSoItSaysMoreThanALaterOne() {
        SimulatedSet set = new SimulatedSet(SimulationScript.clean("deadlift", 1, 1));
        HeadingTrial trial = new HeadingTrial(set.samples(), 104);
        Calibration stood = graded(trial.calibration(), CalibrationGrade.GOOD, CalibrationGrade.GOOD);
        Calibration guessed = graded(trial.calibration(), CalibrationGrade.POOR, CalibrationGrade.GOOD);
        double stoodSigma = sigmaAtTheEnd(trial, stood, new HeadingAlignment(stood));
        assertTrue(stoodSigma < 0.9 * sigmaAtTheEnd(trial, guessed, new HeadingAlignment(guessed)));
        assertTrue(stoodSigma < 0.95 * sigmaAtTheEnd(trial, stood, new HeadingAlignment(stood, NOTHING)));
    }

    private static double sigmaAtTheEnd(HeadingTrial trial, Calibration calibration, HeadingAlignment heading) {
        SpineKinematics kinematics = new SpineKinematics(calibration, SensorPlacement.PELVIS, heading);
        SpinePose pose = new SpinePose();
        trial.ticks.forEach(tick -> kinematics.update(tick, pose));
        return heading.sigmaRad();
    }

    private static Calibration graded(Calibration found, CalibrationGrade neutral, CalibrationGrade axis) {
        return new Calibration(
                found.sensors(),
                neutral,
                axis,
                found.headingOffsetRad(),
                found.maxFlexionDeg(),
                found.setStartMicros(),
                found.messages());
    }

    @Test
    void aSpineThatTurnsInItselfShowsNoCommonAxis() {
        Random random = new Random(1);
        SegmentMotion lower =
                new SegmentMotion(new TrunkPosture(1).calibration().sensors().get(0));
        SegmentMotion upper =
                new SegmentMotion(new TrunkPosture(1).calibration().sensors().get(1));
        BendingCoupling bending = new BendingCoupling();
        HeadingFilter filter = new HeadingFilter(0, 1);
        lower.orientation[0] = 1;
        upper.orientation[0] = 1;
        for (int i = 0; i < 2000; i++) {
            if (i % 20 == 0) {
                double direction = 0.8 * random.nextGaussian();
                lower.angularRate[1] = 1;
                upper.angularRate[0] = Math.sin(direction);
                upper.angularRate[1] = Math.cos(direction);
            }
            bending.update(lower, upper);
            bending.measure(filter);
        }
        assertEquals(1, filter.variance(), "nothing was measured");
    }

    @ParameterizedTest
    @CsvSource({"deadlift,1,33", "squat,2,-140"})
    void turningOneSensorsFrameChangesNothingButTheHeading(String exercise, long seed, double turnDeg) {
        SimulatedSet set = new SimulatedSet(SimulationScript.clean(exercise, 3, seed));
        HeadingTrial trial = new HeadingTrial(set.samples(), 104);
        Calibration calibration = trial.calibration();
        Calibration turned = new Calibration(
                calibration.sensors(),
                calibration.neutral(),
                calibration.axis(),
                calibration.headingOffsetRad() + Math.toRadians(turnDeg),
                calibration.maxFlexionDeg(),
                calibration.setStartMicros(),
                calibration.messages());
        SpineKinematics plain = new SpineKinematics(calibration, SensorPlacement.PELVIS);
        SpineKinematics other = new SpineKinematics(turned, SensorPlacement.PELVIS);
        double[] turn = {Math.cos(Math.toRadians(turnDeg) / 2), 0, 0, Math.sin(Math.toRadians(turnDeg) / 2)};
        SpinePose expected = new SpinePose();
        SpinePose actual = new SpinePose();
        for (OrientationTick tick : trial.ticks) {
            plain.update(tick, expected);
            Quaternions.multiply(turn, tick.orientation[1], tick.orientation[1]);
            Quaternions.rotate(turn, tick.specificForce[1], tick.specificForce[1]);
            other.update(tick, actual);
            assertEquals(expected.lumbarFlexionDeg, actual.lumbarFlexionDeg, 1e-6);
            assertEquals(expected.lateralBendDeg, actual.lateralBendDeg, 1e-6);
            assertEquals(expected.axialRotationDeg, actual.axialRotationDeg, 1e-6);
            assertEquals(expected.axialRotationSigmaDeg, actual.axialRotationSigmaDeg, 1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothingFiniteMakesItLoseItsNumbers(long seed) {
        Random random = new Random(seed);
        SpineKinematics kinematics = new SpineKinematics(new TrunkPosture(seed).calibration(), SensorPlacement.PELVIS);
        SpinePose pose = new SpinePose();
        OrientationTick tick = new OrientationTick(2);
        for (int i = 0; i < 5000; i++) {
            tick.timeMicros += random.nextInt(50) == 0 ? 1 + random.nextInt(1_000_000_000) : 10_000;
            tick.still = random.nextBoolean();
            for (int sensor = 0; sensor < 2; sensor++) {
                tick.valid[sensor] = random.nextInt(100) > 0;
                System.arraycopy(RandomRotations.quaternion(random), 0, tick.orientation[sensor], 0, 4);
                tick.headingSigmaDeg[sensor] = Math.pow(10, 8 * random.nextDouble() - 4);
                tick.inclinationSigmaDeg[sensor] = 90 * random.nextDouble();
                for (int axis = 0; axis < 3; axis++) {
                    tick.angularRate[sensor][axis] = random.nextInt(4) == 0 ? 0 : 100 * random.nextGaussian();
                    tick.specificForce[sensor][axis] = random.nextInt(4) == 0 ? 0 : 2000 * random.nextGaussian();
                }
            }
            kinematics.update(tick, pose);
            if (tick.complete()) {
                assertTrue(Double.isFinite(pose.axialRotationDeg + pose.lateralBendDeg + pose.lumbarFlexionDeg));
                assertTrue(Double.isFinite(pose.axialRotationSigmaDeg + pose.lateralBendSigmaDeg));
                assertTrue(pose.axialRotationSigmaDeg >= 0 && pose.lumbarFlexionSigmaDeg >= 0);
            }
        }
    }

    @Test
    void aRotationNoSpineCanDoIsHeadingError() {
        TrunkPosture posture = new TrunkPosture(1);
        HeadingAlignment heading = new HeadingAlignment(posture.calibration(), NOTHING);
        SpineKinematics kinematics = new SpineKinematics(posture.calibration(), SensorPlacement.PELVIS, heading);
        SpinePose pose = new SpinePose();
        kinematics.update(posture.tick(0, 0, 0, 0), pose);
        posture.headingRad[1] = Math.toRadians(70);
        OrientationTick lost = posture.tick(0, 0, 0, 0);
        lost.headingSigmaDeg[1] = 60;
        for (int i = 0; i < 6000; i++) {
            kinematics.update(lost, pose);
        }
        assertEquals(40, pose.axialRotationDeg, 1);
        posture.headingRad[1] = Math.toRadians(30 + 40);
        OrientationTick within = posture.tick(0, 0, 0, -1);
        for (int i = 0; i < 1000; i++) {
            kinematics.update(within, pose);
        }
        assertEquals(39, pose.axialRotationDeg, 1, "what a spine can do is left alone");
    }
}
