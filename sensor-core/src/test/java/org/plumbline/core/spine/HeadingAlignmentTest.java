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
        Outcome bending = new Outcome();
        Outcome all = new Outcome();
        for (long seed = 1; seed <= 6; seed++) {
            SimulatedSet set = new SimulatedSet(SimulationScript.clean(exercise, 40, seed));
            HeadingTrial trial = new HeadingTrial(HeadingTrial.drifting(set.samples(), 0.3, seed), 104);
            run(trial, set, NOTHING, nothing);
            run(trial, set, EnumSet.of(HeadingEvidence.UPRIGHT), upright);
            run(trial, set, EnumSet.of(HeadingEvidence.BENDING_AXIS), bending);
            run(trial, set, ALL, all);
        }
        assertTrue(nothing.rmsDeg() > 5, () -> "there is something to correct: " + nothing);
        assertTrue(nothing.coverage() > 0.9, nothing::toString);
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
    void theAxisOfBendingFindsAHeadingOfWhichNothingIsKnown(String exercise, long seed, double turnDeg) {
        SimulatedSet set = new SimulatedSet(SimulationScript.clean(exercise, 20, seed));
        HeadingTrial trial = new HeadingTrial(set.samples(), 104);
        Calibration calibration = trial.calibration();
        double known = calibration.headingOffsetRad();
        HeadingFilter byBending = new HeadingFilter(known + Math.toRadians(turnDeg), 3);
        BendingCoupling bending = new BendingCoupling();
        for (OrientationTick tick : trial.ticks) {
            if (tick.complete()) {
                bending.update(tick);
                byBending.wander(A_TICK_OF_DRIFT);
                bending.measure(byBending);
            }
        }
        OrientationTick last = trial.ticks.get(trial.ticks.size() - 1);
        SpinePose pose = new SpinePose();
        set.wearable().truePose(last.timeMicros, pose);
        double truth = trial.trueHeading(last, pose);
        assertEquals(0, Math.toDegrees(HeadingFilter.wrapped(byBending.headingRad() - truth)), 4);
    }

    @Test
    void theStanceOfTheCalibrationIsWhatNeutralMeansSoItSaysMoreThanALaterOne() {
        SimulatedSet set = new SimulatedSet(SimulationScript.clean("deadlift", 1, 1));
        HeadingTrial trial = new HeadingTrial(set.samples(), 104);
        Calibration stood = graded(trial.calibration(), CalibrationGrade.GOOD, CalibrationGrade.GOOD);
        Calibration guessed = graded(trial.calibration(), CalibrationGrade.POOR, CalibrationGrade.GOOD);
        // soon after, while the gyroscopes are still as sure of the headings as of the stance
        double stoodSigma = sigmaAfter(10, trial, stood, ALL);
        assertTrue(stoodSigma < 0.8 * sigmaAfter(10, trial, guessed, ALL));
        assertTrue(stoodSigma < 0.95 * sigmaAfter(10, trial, stood, NOTHING));
        // later the drift since then outweighs it
        assertTrue(sigmaAfter(30, trial, stood, ALL) < sigmaAfter(30, trial, guessed, ALL));
        assertTrue(sigmaAfter(30, trial, stood, ALL) < 0.8 * sigmaAfter(30, trial, stood, NOTHING));
    }

    private static double sigmaAfter(
            double durationS, HeadingTrial trial, Calibration calibration, Set<HeadingEvidence> used) {
        HeadingAlignment heading = new HeadingAlignment(calibration, used);
        SpineKinematics kinematics = new SpineKinematics(calibration, SensorPlacement.PELVIS, heading);
        SpinePose pose = new SpinePose();
        long end = trial.ticks.get(0).timeMicros + (long) (1e6 * durationS);
        for (OrientationTick tick : trial.ticks) {
            if (tick.timeMicros <= end) {
                kinematics.update(tick, pose);
            }
        }
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
        OrientationTick tick = new OrientationTick(2);
        BendingCoupling bending = new BendingCoupling();
        HeadingFilter filter = new HeadingFilter(0, 1);
        tick.orientation[0][0] = 1;
        tick.orientation[1][0] = 1;
        for (int i = 0; i < 2000; i++) {
            if (i % 20 == 0) {
                double direction = 0.8 * random.nextGaussian();
                tick.angularRate[0][1] = 1;
                tick.angularRate[1][0] = Math.sin(direction);
                tick.angularRate[1][1] = Math.cos(direction);
            }
            bending.update(tick);
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
                }
                tick.verticalForceMs2[sensor] = random.nextInt(4) == 0 ? 0 : 2000 * random.nextGaussian();
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
