package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plumbline.core.form.WatchedMovement.acceleration;
import static org.plumbline.core.form.WatchedMovement.share;
import static org.plumbline.core.form.WatchedMovement.smooth;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.core.spine.SpinePose;

/** Squats as they are watched: down by half a metre from 2 to 3.5 s, up from 4 to 5.2 s, and the same again after 8 s. */
class LiveSquatTest {
    private static final FormLimits LIMITS = FormLimits.defaultsFor(ExerciseProfile.SQUAT);
    private static final double MOVEMENT_DEG = 37;

    /** Changes a clean squat. */
    private interface Fault {
        void apply(SpinePose pose, double timeS);
    }

    private boolean forceIsKnown = true;
    private double standsAtDeg = 12;
    private double bottomS = 0.5;

    @Test
    void whileTheTrunkLeansOnTheBodyTellsThatItRises() {
        // the back rounds by 40° a second, all of it to be seen at the trunk
        Fault roundsFast = (pose, timeS) -> {
            double fault = 40 * Math.max(0, Math.min(0.5, timeS - 4)) * (1 - share(timeS, 4.6, 5.2));
            pose.trunkInclinationDeg += fault;
            pose.lumbarFlexionDeg += fault;
        };
        WatchedMovement seen = squat(LIMITS, roundsFast);
        assertEquals(1, seen.waysUp().size());
        assertEquals(4.12, seen.waysUp().get(0).fromS(), 0.05);
        WatchedMovement.Said caution = firstCaution(seen, Metric.FLEXION_GAIN_LOADED);
        assertEquals(4.15 + 0.019 + 0.05, caution.atS(), 0.04);
        forceIsKnown = false;
        double byAnglesS = squat(LIMITS, roundsFast).waysUp().get(0).fromS();
        assertTrue(byAnglesS > 4.2, "by the angles alone it is seen later: " + byAnglesS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thePelvisThatTucksOnTheWayDownIsNoWayUp(boolean forceKnown) {
        forceIsKnown = forceKnown;
        WatchedMovement squat = squat(LIMITS, tuckOf(12, 2.9, 3.3));
        assertEquals(1, squat.waysUp().size(), squat.waysUp()::toString);
        assertTrue(squat.waysUp().get(0).fromS() > 3.9, squat.waysUp()::toString);
        assertEquals(0, squat.levelOf(Metric.FLEXION_GAIN_LOADED), squat.said()::toString);
    }

    @Test
    void withoutTheForceHipsThatComeBackAtTheBottomBeginTheWayUp() {
        forceIsKnown = false;
        WatchedMovement squat = squat(LIMITS, (pose, timeS) -> {
            // they come back at 20° a second while the trunk stays
            double hips = 6 * share(timeS, 4, 4.3) * (1 - share(timeS, 4.6, 5.2));
            pose.pelvisTiltDeg -= hips;
            pose.trunkInclinationDeg += 0.9 * hips;
        });
        assertEquals(4.14, squat.waysUp().get(0).fromS(), 0.05);
    }

    @Test
    void aPrescribedTuckIsSaidOnTheWayDownInEverySquatThatHasOne() {
        FormLimits limits = LIMITS.prescribing(Metric.TUCK, 10);
        WatchedMovement squat = squat(limits, tuckOf(12, 3, 3.3), tuckOf(12, 3, 3.3));
        List<WatchedMovement.Said> cautions = squat.said(Metric.TUCK).stream()
                .filter(one -> one.flag().level() == 2)
                .toList();
        assertEquals(2, cautions.size(), squat.said()::toString);
        assertTrue(cautions.get(0).atS() > 3.1 && cautions.get(0).atS() < 3.5, squat.said()::toString);
        assertTrue(cautions.get(1).atS() > 11.1 && cautions.get(1).atS() < 11.5, squat.said()::toString);
    }

    @Test
    void whatTheBackDoesBeforeOrAfterTheLastThirdOfTheDescentIsNoTuck() {
        FormLimits limits = LIMITS.prescribing(Metric.TUCK, 10);
        assertEquals(0, squat(limits, tuckOf(0, 3, 3.3)).levelOf(Metric.TUCK), "a clean squat");
        assertEquals(0, squat(limits, tuckOf(12, 2.2, 2.5)).levelOf(Metric.TUCK), "early");
        assertEquals(0, squat(limits, tuckOf(12, 3.7, 3.9)).levelOf(Metric.TUCK), "at the bottom");
    }

    @Test
    void flexionOnTheWayDownIsUnderLoad() {
        WatchedMovement squat = squat(LIMITS.prescribing(Metric.LUMBAR_FLEXION_PEAK, 20), tuckOf(15, 2.8, 3.1));
        WatchedMovement.Said caution = firstCaution(squat, Metric.LUMBAR_FLEXION_PEAK);
        assertTrue(caution.atS() < 3.3, caution::toString);
    }

    @Test
    void whatWasSaidOnTheWayDownIsNotSaidAgainOnTheWayUp() {
        // beyond its number on the way down, straighter at the bottom, and beyond it again on the way up
        Fault twice = (pose, timeS) -> pose.lumbarFlexionDeg = 16
                + 9 * (share(timeS, 2.6, 3) - share(timeS, 3.4, 3.7) + share(timeS, 4.3, 4.6) - share(timeS, 5.5, 6));
        WatchedMovement squat = squat(LIMITS.prescribing(Metric.LUMBAR_FLEXION_PEAK, 20), twice);
        assertEquals(
                1,
                squat.said(Metric.LUMBAR_FLEXION_PEAK).stream()
                        .filter(one -> one.flag().level() == 2)
                        .count(),
                squat.said()::toString);
    }

    @Test
    void aTwistOfOneSquatIsNotSaidOnTheWayDownOfTheNext() {
        WatchedMovement squat = squat(
                LIMITS,
                (pose, timeS) -> pose.axialRotationDeg = 11.5 * (share(timeS, 4.2, 4.6) - share(timeS, 6, 7)),
                tuckOf(0, 3, 3.3));
        assertEquals(2, squat.levelOf(Metric.AXIAL_ROTATION_RANGE));
        assertTrue(squat.said().stream().allMatch(one -> one.atS() < 8), squat.said()::toString);
    }

    @Test
    void aTuckThatLastsUntilTheBodyTurnsIsNoRoundingOfTheWayUp() {
        bottomS = 0;
        // turns at 3.5 s; the back flexes by 14° in the last fifth of a second until the body goes up
        WatchedMovement squat = squat(LIMITS, (pose, timeS) -> {
            double tuck = 14 * (share(timeS, 3.36, 3.57) - share(timeS, 4, 4.6));
            pose.lumbarFlexionDeg += tuck;
            pose.pelvisTiltDeg -= 0.1 * tuck;
            pose.trunkInclinationDeg += 0.9 * tuck;
        });
        assertEquals(1, squat.waysUp().size());
        assertEquals(0, squat.levelOf(Metric.FLEXION_GAIN_LOADED), squat.said()::toString);
    }

    private static WatchedMovement.Said firstCaution(WatchedMovement movement, Metric metric) {
        return movement.said(metric).stream()
                .filter(one -> one.flag().level() >= 2)
                .findFirst()
                .orElseThrow(() -> new AssertionError(movement.said()));
    }

    /** The pelvis tips back by that much and the back flexes as much more, until late in the way up. */
    private static Fault tuckOf(double deg, double fromS, double toS) {
        return (pose, timeS) -> {
            double tuck = deg * (share(timeS, fromS, toS) - share(timeS, 4.4, 5.2));
            pose.lumbarFlexionDeg += tuck;
            pose.pelvisTiltDeg -= 0.5 * tuck;
            pose.trunkInclinationDeg += 0.5 * tuck;
        };
    }

    private WatchedMovement squat(FormLimits limits, Fault... faults) {
        WatchedMovement squat = new WatchedMovement(ExerciseProfile.SQUAT, FormBasis.of(limits, CalibrationGrade.GOOD))
                .expecting(MOVEMENT_DEG, Double.NaN, 1);
        for (int i = 0; i < faults.length; i++) {
            double begunS = 8 * i;
            Fault fault = faults[i];
            squat.until(begunS + 8, (pose, timeS) -> {
                pose(pose, timeS - begunS);
                fault.apply(pose, timeS - begunS);
            });
        }
        return squat;
    }

    private void pose(SpinePose pose, double timeS) {
        double upS = 3.5 + bottomS;
        double lean = smooth(timeS, 2, 3.5) - smooth(timeS, upS, upS + 1.2);
        pose.pelvisTiltDeg = standsAtDeg + 30 * lean;
        pose.trunkInclinationDeg = standsAtDeg + 44 * lean;
        pose.lumbarFlexionDeg = 14 * lean;
        pose.still = timeS < 2;
        pose.verticalForceMs2 =
                forceIsKnown ? 9.81 - acceleration(timeS, 2, 3.5) + acceleration(timeS, upS, upS + 1.2) : Double.NaN;
    }
}
