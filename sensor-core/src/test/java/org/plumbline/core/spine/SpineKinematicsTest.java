package org.plumbline.core.spine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.calibration.Calibration;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.orientation.OrientationTick;

class SpineKinematicsTest {
    private final TrunkPosture posture = new TrunkPosture(1);
    private final SpinePose pose = new SpinePose();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anglesPutTogetherInTheIsbOrderComeBackWhateverTheMounting(long seed) {
        Random random = new Random(seed);
        TrunkPosture mounted = new TrunkPosture(seed);
        for (int i = 0; i < 200; i++) {
            double tilt = 140 * random.nextDouble() - 40;
            double flexion = 120 * random.nextDouble() - 40;
            double bend = 100 * random.nextDouble() - 50;
            double rotation = 120 * random.nextDouble() - 60;
            new SpineKinematics(mounted.calibration(), SensorPlacement.PELVIS)
                    .update(mounted.tick(tilt, flexion, bend, rotation), pose);
            assertEquals(flexion, pose.lumbarFlexionDeg, 1e-9);
            assertEquals(bend, pose.lateralBendDeg, 1e-9);
            assertEquals(rotation, pose.axialRotationDeg, 1e-9);
            assertEquals(tilt, pose.pelvisTiltDeg, 1e-9);
            if (i % 2 == 0) {
                new SpineKinematics(mounted.calibration(), SensorPlacement.PELVIS)
                        .update(mounted.tick(tilt, flexion, 0, 0), pose);
                assertEquals(tilt + flexion, pose.trunkInclinationDeg, 1e-9);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0.11, 5.2", "45, 0.15, 5.2", "75, 0.2, 5.2", "90, 0.2, 5.2"})
    void fiveDegreesOfHeadingErrorLeaveFlexionAlone(double pelvisTilt, double flexionError, double leak) {
        posture.headingRad[1] = Math.toRadians(5);
        for (double flexion = 0; flexion <= 30; flexion += 10) {
            new SpineKinematics(posture.calibration(), SensorPlacement.PELVIS)
                    .update(posture.tick(pelvisTilt, flexion, 0, 0), pose);
            assertEquals(flexion, pose.lumbarFlexionDeg, flexionError);
            assertTrue(Math.hypot(pose.lateralBendDeg, pose.axialRotationDeg) < leak);
        }
    }

    @Test
    void aHeadingErrorLooksLikeRotationUprightAndLikeSideBendBentOver() {
        posture.headingRad[1] = Math.toRadians(5);
        new SpineKinematics(posture.calibration(), SensorPlacement.PELVIS).update(posture.tick(0, 0, 0, 0), pose);
        assertEquals(5, pose.axialRotationDeg, 0.01);
        assertEquals(0, pose.lateralBendDeg, 0.01);
        new SpineKinematics(posture.calibration(), SensorPlacement.PELVIS).update(posture.tick(90, 0, 0, 0), pose);
        assertEquals(0, pose.axialRotationDeg, 0.01);
        assertEquals(5, Math.abs(pose.lateralBendDeg), 0.01);
    }

    @Test
    void standingStillDrawsAnUnsureHeadingBackAtNoMoreThanADegreeASecond() {
        SpineKinematics kinematics = lostItsHeading(5, 1);
        OrientationTick standing = unsure(posture.tick(1, 1, 0, 0));
        standing.still = true;
        double before = 5;
        for (int i = 0; i < 800; i++) {
            kinematics.update(standing, pose);
            assertTrue(before - pose.axialRotationDeg < 0.0101, "no jump");
            before = pose.axialRotationDeg;
        }
        assertEquals(0, pose.axialRotationDeg, 0.2);
        assertTrue(pose.axialRotationSigmaDeg < 3, () -> "surer, but no surer than people stand: " + pose);
    }

    @Test
    void theHeadingOfTheOtherSideIsDrawnTheOtherWay() {
        SpineKinematics kinematics = lostItsHeading(3, 0);
        OrientationTick standing = unsure(posture.tick(0, 0, 0, 0));
        standing.still = true;
        kinematics.update(standing, pose);
        assertEquals(-3, pose.axialRotationDeg, 0.02);
        for (int i = 0; i < 800; i++) {
            kinematics.update(standing, pose);
        }
        assertEquals(0, pose.axialRotationDeg, 0.2);
    }

    @Test
    void aTurnedStanceDoesNotDrawAHeadingThatIsSure() {
        SpineKinematics kinematics = new SpineKinematics(posture.calibration(), SensorPlacement.PELVIS);
        for (int i = 0; i < 200; i++) {
            kinematics.update(still(posture.tick(0, 0, 0, 0)), pose);
        }
        for (int i = 0; i < 500; i++) {
            kinematics.update(still(posture.tick(0, 0, 0, 8)), pose);
        }
        assertTrue(pose.axialRotationDeg > 5, () -> "a real rotation stays: " + pose.axialRotationDeg);
    }

    @Test
    void bentOverTheHeadingsAreLeftAlone() {
        SpineKinematics kinematics = lostItsHeading(5, 1);
        OrientationTick bent = unsure(posture.tick(40, 25, 0, 0));
        bent.still = true;
        for (int i = 0; i < 1000; i++) {
            kinematics.update(bent, pose);
        }
        OrientationTick upright = unsure(posture.tick(0, 0, 0, 0));
        kinematics.update(upright, pose);
        assertEquals(5, pose.axialRotationDeg, 0.01);
        for (int i = 0; i < 1000; i++) {
            kinematics.update(upright, pose);
        }
        assertEquals(2, pose.axialRotationDeg, 1.5, "slowly, while upright in motion");
    }

    @Test
    void aHeadingThatIsUnsureMakesRotationUnsureUprightAndSideBendBentOverAndNeverFlexion() {
        SpineKinematics kinematics = lostItsHeading(0, 1);
        kinematics.update(unsure(posture.tick(0, 0, 0, 0)), pose);
        assertEquals(10, pose.axialRotationSigmaDeg, 0.5);
        assertEquals(0, pose.lateralBendSigmaDeg, 0.1);
        kinematics.update(unsure(posture.tick(90, 0, 0, 0)), pose);
        assertEquals(0, pose.axialRotationSigmaDeg, 0.1);
        assertEquals(10, pose.lateralBendSigmaDeg, 0.5);
        assertTrue(pose.lumbarFlexionSigmaDeg < 1);
    }

    @Test
    void theErrorsOfBothInclinationsAreInEveryAngle() {
        OrientationTick tick = posture.tick(40, 25, 0, 0);
        tick.inclinationSigmaDeg[0] = 3;
        tick.inclinationSigmaDeg[1] = 4;
        new SpineKinematics(posture.calibration(), SensorPlacement.PELVIS).update(tick, pose);
        double oneOfTwoDirections = 5 / Math.sqrt(2);
        assertEquals(oneOfTwoDirections, pose.lumbarFlexionSigmaDeg, 0.1);
        assertTrue(pose.axialRotationSigmaDeg >= oneOfTwoDirections);
        assertTrue(pose.lateralBendSigmaDeg >= oneOfTwoDirections);
    }

    /** The headings were together, and then one turned by so much, which its sensor says it may have. */
    private SpineKinematics lostItsHeading(double turnDeg, int sensor) {
        SpineKinematics kinematics = new SpineKinematics(posture.calibration(), SensorPlacement.PELVIS);
        kinematics.update(posture.tick(0, 0, 0, 0), pose);
        posture.headingRad[sensor] = Math.toRadians(turnDeg);
        return kinematics;
    }

    private static OrientationTick unsure(OrientationTick tick) {
        tick.headingSigmaDeg[1] = 10;
        return tick;
    }

    private static OrientationTick still(OrientationTick tick) {
        tick.still = true;
        return tick;
    }

    @Test
    void headingsThatPointTheOtherWayAroundAreKnownFromTheCalibration() {
        posture.headingRad[1] = Math.toRadians(170);
        Calibration found = posture.calibration();
        Calibration turned = new Calibration(
                found.sensors(),
                found.neutral(),
                found.axis(),
                Math.toRadians(170),
                found.maxFlexionDeg(),
                found.setStartMicros(),
                found.messages());
        new SpineKinematics(turned, SensorPlacement.PELVIS).update(posture.tick(40, 25, 3, -4), pose);
        assertEquals(25, pose.lumbarFlexionDeg, 1e-9);
        assertEquals(3, pose.lateralBendDeg, 1e-9);
        assertEquals(-4, pose.axialRotationDeg, 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"0,PELVIS", "0,LUMBAR", "1,THORAX", "1,UPPER_THORAX"})
    void oneSensorGivesItsInclinationAndNothingOfTheLumbarSpine(int sensor, SensorPlacement placement) {
        OrientationTick both = posture.tick(40, 25, 0, 0);
        OrientationTick one = new OrientationTick(1);
        one.orientation[0] = both.orientation[sensor];
        one.valid[0] = true;
        new SpineKinematics(posture.calibrationOf(sensor), placement).update(one, pose);
        boolean pelvis = placement == SensorPlacement.PELVIS;
        assertEquals(sensor == 0 ? 40 : 65, pelvis ? pose.pelvisTiltDeg : pose.trunkInclinationDeg, 1e-9);
        assertTrue(Double.isNaN(pelvis ? pose.trunkInclinationDeg : pose.pelvisTiltDeg));
        assertTrue(Double.isNaN(pose.lumbarFlexionDeg));
        assertTrue(Double.isNaN(pose.lateralBendDeg));
        assertTrue(Double.isNaN(pose.axialRotationDeg));
    }

    @Test
    void whereASensorIsMissingWhatNeedsItIsNotAssessed() {
        SpineKinematics kinematics = new SpineKinematics(posture.calibration(), SensorPlacement.PELVIS);
        OrientationTick tick = posture.tick(40, 25, 0, 0);
        tick.timeMicros = 70_000;
        kinematics.update(tick, pose);
        tick.valid[1] = false;
        kinematics.update(tick, pose);
        assertEquals(70_000, pose.timeMicros);
        assertEquals(40, pose.pelvisTiltDeg, 1e-9);
        assertTrue(Double.isNaN(pose.trunkInclinationDeg));
        assertTrue(Double.isNaN(pose.lumbarFlexionDeg));
        assertTrue(Double.isNaN(pose.axialRotationDeg));
        tick.valid[0] = false;
        tick.valid[1] = true;
        kinematics.update(tick, pose);
        assertEquals(65, pose.trunkInclinationDeg, 1e-9);
        assertTrue(Double.isNaN(pose.pelvisTiltDeg));
        assertTrue(Double.isNaN(pose.lumbarFlexionDeg));
    }
}
