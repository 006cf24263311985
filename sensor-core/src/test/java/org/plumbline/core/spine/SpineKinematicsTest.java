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
    void standingStillDrawsTheHeadingsTogetherAtNoMoreThanADegreeASecond() {
        posture.headingRad[1] = Math.toRadians(5);
        SpineKinematics kinematics = new SpineKinematics(posture.calibration(), SensorPlacement.PELVIS);
        OrientationTick standing = posture.tick(1, 1, 0, 0);
        standing.still = true;
        double before = 5;
        for (int i = 0; i < 300; i++) {
            kinematics.update(standing, pose);
            assertTrue(before - pose.axialRotationDeg < 0.0101, "no jump");
            before = pose.axialRotationDeg;
        }
        assertEquals(2, pose.axialRotationDeg, 0.1);
        for (int i = 0; i < 600; i++) {
            kinematics.update(standing, pose);
        }
        assertEquals(0, pose.axialRotationDeg, 0.1);
    }

    @Test
    void theHeadingOfTheOtherSideIsDrawnTheOtherWay() {
        posture.headingRad[0] = Math.toRadians(3);
        SpineKinematics kinematics = new SpineKinematics(posture.calibration(), SensorPlacement.PELVIS);
        OrientationTick standing = posture.tick(0, 0, 0, 0);
        standing.still = true;
        kinematics.update(standing, pose);
        assertEquals(-3, pose.axialRotationDeg, 0.02);
        for (int i = 0; i < 800; i++) {
            kinematics.update(standing, pose);
        }
        assertEquals(0, pose.axialRotationDeg, 0.1);
    }

    @Test
    void bentOverTheHeadingsAreLeftAlone() {
        posture.headingRad[1] = Math.toRadians(5);
        SpineKinematics kinematics = new SpineKinematics(posture.calibration(), SensorPlacement.PELVIS);
        OrientationTick bent = posture.tick(40, 25, 0, 0);
        bent.still = true;
        for (int i = 0; i < 1000; i++) {
            kinematics.update(bent, pose);
        }
        OrientationTick upright = posture.tick(0, 0, 0, 0);
        kinematics.update(upright, pose);
        assertEquals(5, pose.axialRotationDeg, 0.01);
        for (int i = 0; i < 1000; i++) {
            kinematics.update(upright, pose);
        }
        assertEquals(5 * Math.exp(-1 / 3.0), pose.axialRotationDeg, 0.1, "slowly, while upright in motion");
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
