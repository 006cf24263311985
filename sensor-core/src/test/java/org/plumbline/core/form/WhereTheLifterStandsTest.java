package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plumbline.core.form.AnalyticRepetition.deadlift;
import static org.plumbline.core.form.AnalyticRepetition.half;
import static org.plumbline.core.form.AnalyticRepetition.squat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.calibration.CalibrationGrade;

/** Repetitions of people who stand otherwise, of one sensor, and of signals with holes. */
class WhereTheLifterStandsTest {
    private static final double NONE = Double.NaN;

    /** Measured from neutral or from the vertical, and so not the same for who stands otherwise. */
    private static final Set<Metric> OF_POSTURE = EnumSet.of(
            Metric.LUMBAR_FLEXION_PEAK,
            Metric.PERCENT_OF_MAX_FLEXION,
            Metric.DEEP_FLEXION_TIME,
            Metric.FLEXION_DOSE,
            Metric.LOCKOUT_EXTENSION,
            Metric.TRUNK_INCLINATION_PEAK);

    /** A twist just after leaving and just before reaching where the lifter stands, and a rounding: what the cuts decide on. */
    private static final AnalyticRepetition.Change FAULTS = (pose, timeS) -> {
        pose.axialRotationDeg = 4 * (half(timeS, 1.3, 1.5) - half(timeS, 2, 2.3)) + 9 * half(timeS, 4.45, 4.55);
        pose.lateralBendDeg = 9 * (half(timeS, 0.9, 1.1) - half(timeS, 1.2, 1.4)) + 3 * half(timeS, 1.6, 2);
        pose.lumbarFlexionDeg += 8 * (half(timeS, 2.4, 2.8) - half(timeS, 3.4, 4));
    };

    @ParameterizedTest
    @CsvSource({"12, 5", "-9, -4", "25, 0"})
    void whatChangesInARepetitionIsTheSameFromWhereverItBegins(double standsAtDeg, double flexedByDeg) {
        AnalyticRepetition.Change elsewhere = (pose, timeS) -> {
            pose.trunkInclinationDeg += standsAtDeg;
            pose.pelvisTiltDeg += standsAtDeg;
            pose.lumbarFlexionDeg += flexedByDeg;
            pose.axialRotationDeg += 6;
            pose.lateralBendDeg -= 3;
        };
        for (AnalyticRepetition[] pair : new AnalyticRepetition[][] {{squat(), squat()}, {deadlift(), deadlift()}}) {
            RepetitionMetrics upright = pair[0].with(FAULTS).measure();
            RepetitionMetrics inclined = pair[1].with(FAULTS).with(elsewhere).measure();
            assertEquals(upright.notAssessedReasons(), inclined.notAssessedReasons());
            for (Metric metric : Metric.values()) {
                if (!OF_POSTURE.contains(metric) && !Double.isNaN(upright.value(metric))) {
                    double tolerance = 0.01 * Math.max(1, Math.abs(upright.value(metric)));
                    assertEquals(upright.value(metric), inclined.value(metric), tolerance, metric.jsonName());
                }
            }
        }
    }

    @Test
    void turningNextToStandingIsNoTwistOfASquatAndDeeperItIs() {
        // standing is left at a tenth of the way: 0.41 s after it begins, and reached 0.2 s before it ends
        assertEquals(0, squatTurned(1.0, 1.3).value(Metric.AXIAL_ROTATION_RANGE), 0.3);
        assertEquals(9, squatTurned(1.5, 1.8).value(Metric.AXIAL_ROTATION_RANGE), 0.3);
        assertEquals(9, squatTurned(4.0, 4.2).value(Metric.AXIAL_ROTATION_RANGE), 0.3);
        assertEquals(0, squatTurned(4.4, 4.5).value(Metric.AXIAL_ROTATION_RANGE), 0.5);
    }

    /** A squat of somebody who stands inclined by 20°, and who turns between those times. */
    private static RepetitionMetrics squatTurned(double fromS, double toS) {
        return squat().with((pose, timeS) -> {
                    pose.trunkInclinationDeg += 20;
                    pose.pelvisTiltDeg += 20;
                    pose.axialRotationDeg = 9 * half(timeS, fromS, toS);
                })
                .measure();
    }

    @Test
    void extensionCountsAsLockoutFromHalfOfTheWayUpOn() {
        // half of the way up at 1.75 s
        for (double standsAtDeg : new double[] {0, 30}) {
            assertEquals(0, extendedAt(1.5, 1.65, standsAtDeg), 0.5, "below");
            assertEquals(10, extendedAt(1.85, 2.0, standsAtDeg), 0.8, "above");
        }
    }

    private static double extendedAt(double fromS, double toS, double standsAtDeg) {
        return deadlift()
                .with((pose, timeS) -> {
                    pose.trunkInclinationDeg += standsAtDeg;
                    pose.pelvisTiltDeg += standsAtDeg;
                    boolean extended = timeS >= fromS - 0.05 && timeS < toS + 0.05;
                    pose.lumbarFlexionDeg = extended ? -10 : 0;
                })
                .measure()
                .value(Metric.LOCKOUT_EXTENSION);
    }

    @Test
    void oneSensorLeavesOutOnlyWhatBelongsToTheRepetition() {
        RepetitionMetrics pull = deadlift().seenBy(SensorView.TRUNK_ONLY).measure();
        assertFalse(pull.notAssessed().contains("tuckDeg"), "a deadlift has no tuck");
        assertFalse(pull.notAssessed().contains("flexionDoseKgS"), "no load is known");
        assertEquals("one_sensor", pull.notAssessedReasons().get("flexionGainLoadedDeg"));
        assertEquals("one_sensor", pull.notAssessedReasons().get("pelvisTiltRangeDeg"));
        assertEquals("no_reference", pull.notAssessedReasons().get("trunkDeviationDeg"));
        assertEquals("no_reference", pull.notAssessedReasons().get("rangeLossPercent"));
        assertFalse(pull.notAssessed().contains("earlyTrunkPitchDeg"), "the trunk is seen");
        RepetitionMetrics pelvis = deadlift().seenBy(SensorView.PELVIS_ONLY).measure();
        assertEquals("one_sensor", pelvis.notAssessedReasons().get("earlyTrunkPitchDeg"));
        assertFalse(pelvis.notAssessed().contains("pelvisTiltRangeDeg"));
        assertFalse(pelvis.byJsonName().containsKey("pelvicTuckDeg"), "a deadlift has none");
        RepetitionMetrics loaded = squat().knowing(CalibrationGrade.GOOD, 50, 80)
                .seenBy(SensorView.TRUNK_ONLY)
                .measure();
        assertTrue(loaded.notAssessed().containsAll(List.of("tuckDeg", "flexionDoseKgS")));
    }

    @ParameterizedTest
    @EnumSource(names = {"TRUNK_ONLY", "PELVIS_ONLY"})
    void aHoldIsTimedAndItsSagToldByTheSensorThereIs(SensorView one) {
        RepetitionMetrics metrics = squat().with((pose, timeS) -> {
                    pose.trunkInclinationDeg = 80 - 5 * half(timeS, 3, 4);
                    pose.pelvisTiltDeg = 78 - 7 * half(timeS, 3, 4);
                })
                .seenBy(one)
                .held()
                .measure();
        assertEquals(3.51, metrics.value(Metric.HOLD_DURATION), 1e-9);
        assertEquals(one == SensorView.TRUNK_ONLY ? 5 : 7, metrics.value(Metric.HOLD_SAG), 0.1);
        assertEquals("one_sensor", metrics.notAssessedReasons().get("lumbarFlexionRangeDeg"));
        assertFalse(metrics.notAssessed().contains("flexionGainLoadedDeg"), "a hold has no way up");
        assertFalse(metrics.notAssessed().contains("concentricDurationS"));
    }

    @Test
    void aHoldThatWasHardlySeenHasNoSag() {
        RepetitionMetrics metrics = squat().with((pose, timeS) -> {
                    pose.trunkInclinationDeg = 80;
                    pose.trunkLateralLeanDeg = timeS < 2.5 ? NONE : 0;
                })
                .seenBy(SensorView.TRUNK_ONLY)
                .held()
                .measure();
        assertEquals("missing_samples", metrics.notAssessedReasons().get("holdSagDeg"));
    }

    @Test
    void aPelvisThatWasHardlySeenTucksByNobodyKnowsHowMuch() {
        RepetitionMetrics metrics = squat().with(
                        (pose, timeS) -> pose.pelvisTiltDeg = timeS > 2 && timeS < 3.5 ? NONE : pose.pelvisTiltDeg)
                .seenBy(SensorView.PELVIS_ONLY)
                .measure();
        assertEquals("missing_samples", metrics.notAssessedReasons().get("pelvicTuckDeg"));
    }

    @Test
    void anUncertainPeakIsAnUncertainShareOfTheLargest() {
        RepetitionMetrics metrics =
                squat().with((pose, timeS) -> pose.lumbarFlexionSigmaDeg = 10).measure();
        assertEquals("uncertain", metrics.notAssessedReasons().get("lumbarFlexionPeakDeg"));
        assertEquals("uncertain", metrics.notAssessedReasons().get("pctMaxFlexion"));
    }

    @Test
    void aWayDownWithoutATrunkHasNoSmoothnessForWantOfSamples() {
        RepetitionMetrics metrics = deadlift()
                .with((pose, timeS) -> {
                    if (timeS > 3.4 && timeS < 5.7) {
                        pose.trunkInclinationDeg = NONE;
                    }
                })
                .measure();
        assertEquals("missing_samples", metrics.notAssessedReasons().get("sparcEccentric"));
        assertEquals("missing_samples", metrics.notAssessedReasons().get("ldljEccentric"));
        assertFalse(Double.isNaN(metrics.value(Metric.SPARC_CONCENTRIC)));
    }

    @Test
    void aWayThatIsMostlyRestIsTooShortForItsSmoothness() {
        // up within 0.4 s of the 1.5 s of the phase: the rest of it the lifter waits
        RepetitionMetrics metrics = deadlift()
                .with((pose, timeS) -> {
                    if (timeS < 3) {
                        double bent = 1 - half(timeS, 1.2, 1.6);
                        pose.trunkInclinationDeg = 70 * bent;
                        pose.pelvisTiltDeg = 42 * bent;
                    }
                })
                .measure();
        assertEquals("too_short", metrics.notAssessedReasons().get("sparcConcentric"));
        assertEquals("too_short", metrics.notAssessedReasons().get("ldljConcentric"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theWiderOfTwoWaysApartIsTheRange(boolean widerOnTheWayUp) {
        // a slow pull whose lifter stands for four seconds: its ways are apart
        double upDeg = widerOnTheWayUp ? 7 : 3;
        double downDeg = widerOnTheWayUp ? 3 : 7;
        RepetitionMetrics metrics = deadlift(0.25)
                .with((pose, timeS) -> pose.lateralBendDeg =
                        upDeg * half(timeS, 1.2, 2) + 20 * half(timeS, 2.7, 3.3) - downDeg * half(timeS, 4, 5))
                .measure();
        assertEquals(7, metrics.value(Metric.LATERAL_BEND_RANGE), 0.2, "stepping about at the top is none of it");
    }

    @Test
    void everyMetricTellsWhereItsSmallestChangeComesFromAndEveryReasonIsInWords() {
        for (Metric metric : Metric.values()) {
            boolean known = !Double.isNaN(metric.minimalDetectableChange());
            assertEquals(!known, metric.changeSource().equals("not known"), metric.jsonName());
            assertFalse(metric.changeSource().isBlank());
        }
        for (NotAssessedReason reason : NotAssessedReason.values()) {
            assertTrue(reason.words().length() > 10, reason.name());
        }
        assertEquals("medium", Confidence.MEDIUM.jsonName());
        assertEquals("fair", SignalQuality.Grade.FAIR.jsonName());
    }

    @Test
    void valuesAreStoredByTheHundredth() {
        RepetitionMetrics metrics = new RepetitionMetrics();
        metrics.put(Metric.FLEXION_GAIN_LOADED, 7.126);
        assertEquals(7.13, metrics.byJsonName().get("flexionGainLoadedDeg"));
    }

    @Test
    void theErrorOfABiasCountsTheTiltBeforeAsWellAsTheTiltSince() {
        RepetitionMetrics metrics = deadlift()
                .with((pose, timeS) -> {
                    pose.lumbarFlexionSigmaDeg = timeS < 1.02 ? 2 : 1;
                    pose.lateralBendSigmaDeg = pose.lumbarFlexionSigmaDeg;
                    pose.axialRotationSigmaDeg = pose.lumbarFlexionSigmaDeg;
                })
                .measure();
        assertEquals(Math.hypot(2, 1), metrics.sigma(Metric.LATERAL_BEND_BIAS), 0.05);
    }
}
