package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plumbline.core.form.AnalyticRepetition.deadlift;
import static org.plumbline.core.form.AnalyticRepetition.half;
import static org.plumbline.core.form.AnalyticRepetition.squat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.calibration.CalibrationGrade;

/** Every metric of movements whose angles are formulas; what the low-pass filters do to them is in the tolerances. */
class RepetitionMetricsInClosedFormTest {
    private static final double NONE = Double.NaN;

    @Test
    void thePeakIsThatUnderLoadAndNotThatOfTheSetUpOrTheTouchDown() {
        RepetitionMetrics metrics = deadlift()
                .with((pose, timeS) -> pose.lumbarFlexionDeg += timeS < 0.8 ? 12 : 0)
                .with((pose, timeS) -> pose.lumbarFlexionDeg += timeS > 5.45 && timeS < 5.6 ? 15 : 0)
                .measure();
        assertEquals(28, metrics.value(Metric.LUMBAR_FLEXION_PEAK), 0.3);
        assertEquals(56, metrics.value(Metric.PERCENT_OF_MAX_FLEXION), 0.6);
        assertEquals(28, metrics.value(Metric.LUMBAR_FLEXION_RANGE), 0.5);
    }

    @Test
    void theSetUpAndTheTouchDownAreNoTwistUnderLoad() {
        RepetitionMetrics metrics = deadlift()
                .with((pose, timeS) -> {
                    boolean unloaded = timeS < 0.8 || timeS > 5.45;
                    pose.axialRotationDeg = unloaded ? 20 : 3 * half(timeS, 1, 2);
                    pose.lateralBendDeg = unloaded ? 20 : -2 * half(timeS, 1, 2);
                    pose.trunkLateralLeanDeg = unloaded ? 20 : 5 * half(timeS, 1, 2);
                    pose.trunkTurnDeg = unloaded ? 20 : 6 * half(timeS, 1, 2);
                })
                .measure();
        assertEquals(3, metrics.value(Metric.AXIAL_ROTATION_RANGE), 0.2);
        assertEquals(2, metrics.value(Metric.LATERAL_BEND_RANGE), 0.2);
        assertEquals(5, metrics.value(Metric.TRUNK_LEAN_RANGE), 0.3);
        assertEquals(6, metrics.value(Metric.TRUNK_TURN_RANGE), 0.3);
    }

    @Test
    void aTurnBeyondTheBackIsNoJump() {
        RepetitionMetrics metrics = squat().with((pose, timeS) ->
                        pose.trunkTurnDeg = Math.IEEEremainder(176 + 8 * half(timeS, 1.6, 2.4), 360))
                .measure();
        assertEquals(8, metrics.value(Metric.TRUNK_TURN_RANGE), 0.2);
    }

    @Test
    void theGainIsWhatIsFlexedMoreThanAtBarBreak() {
        RepetitionMetrics metrics = deadlift()
                .with((pose, timeS) -> pose.lumbarFlexionDeg += 10 * (half(timeS, 1, 1.2) - half(timeS, 1.5, 2)))
                .measure();
        double most = 0;
        for (double timeS = 1; timeS < 2.5; timeS += 0.001) {
            double gain = 10 * (half(timeS, 1, 1.2) - half(timeS, 1.5, 2)) - 28 * half(timeS, 1, 2.5);
            most = Math.max(most, gain);
        }
        assertEquals(most, metrics.value(Metric.FLEXION_GAIN_LOADED), 0.4);
        assertEquals(0, deadlift().measure().value(Metric.FLEXION_GAIN_LOADED), 0.05);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.4, 0.7})
    void theLumbarShareIsTheLumbarPartOfTheWayDown(double share) {
        AnalyticRepetition.Change flexion =
                (pose, timeS) -> pose.lumbarFlexionDeg = 5 + share * pose.trunkInclinationDeg;
        assertEquals(share, deadlift().with(flexion).measure().value(Metric.LUMBAR_SHARE), 0.01);
        assertEquals(share, squat().with(flexion).measure().value(Metric.LUMBAR_SHARE), 0.01);
    }

    @Test
    void theTouchDownIsNoPartOfTheWayDown() {
        RepetitionMetrics metrics = deadlift()
                .with((pose, timeS) -> pose.lumbarFlexionDeg += timeS > 5.4 ? 15 : 0)
                .measure();
        assertEquals(AnalyticRepetition.FLEXION_PER_TRUNK, metrics.value(Metric.LUMBAR_SHARE), 0.01);
    }

    @Test
    void theErrorOfABiasIsTheChangeOfTheHeadingsShareAndTheTiltsOfBoth() {
        RepetitionMetrics metrics = deadlift()
                .with((pose, timeS) -> {
                    pose.lumbarFlexionSigmaDeg = timeS < 1 ? 1 : 0.5;
                    pose.lateralBendSigmaDeg = Math.hypot(pose.lumbarFlexionSigmaDeg, 6);
                    pose.axialRotationSigmaDeg = Math.hypot(pose.lumbarFlexionSigmaDeg, timeS < 1 ? 3 : 6);
                })
                .measure();
        assertEquals(Math.hypot(1, 0.5), metrics.sigma(Metric.LATERAL_BEND_BIAS), 0.05);
        assertEquals(Math.hypot(3, Math.hypot(1, 0.5)), metrics.sigma(Metric.AXIAL_ROTATION_BIAS), 0.1);
    }

    @Test
    void theLumbarShareOfASmallWayIsNone() {
        RepetitionMetrics metrics = squat().with((pose, timeS) -> pose.trunkInclinationDeg *= 9.0 / 70)
                .measure();
        assertEquals("too_small", metrics.notAssessedReasons().get("lumbarContribution"));
        metrics = squat().with((pose, timeS) -> pose.trunkInclinationDeg *= 12.0 / 70)
                .measure();
        assertEquals(28.0 / 12, metrics.value(Metric.LUMBAR_SHARE), 0.05);
    }

    @Test
    void hipShootIsWhatTheTrunkPitchesForwardInTheFirstThird() {
        AnalyticRepetition early = deadlift().with((pose, timeS) -> {
            if (timeS < 2.5) {
                pose.trunkInclinationDeg = 70 + 6 * half(timeS, 1.05, 1.35) - 76 * half(timeS, 1.45, 2.5);
            }
        });
        assertEquals(6, early.measure().value(Metric.EARLY_TRUNK_PITCH), 0.2);
        AnalyticRepetition late = deadlift().with((pose, timeS) -> {
            if (timeS < 2.5) {
                pose.trunkInclinationDeg = 70 + 6 * half(timeS, 1.55, 1.75) - 76 * half(timeS, 1.8, 2.5);
            }
        });
        assertEquals(0, late.measure().value(Metric.EARLY_TRUNK_PITCH), 0.1);
    }

    @Test
    void theTuckIsWhatIsFlexedInTheLastThirtyPercentOfTheDescent() {
        double seventyPercentS = 1 + 2 * Math.acos(1 - 2 * 0.7) / Math.PI;
        RepetitionMetrics metrics = squat().with((pose, timeS) ->
                        pose.lumbarFlexionDeg += 7 * (half(timeS, seventyPercentS, 3) - half(timeS, 3.6, 4)))
                .measure();
        assertEquals(0.3 * 28 + 7, metrics.value(Metric.TUCK), 0.5);
        assertEquals(0.3 * 28, squat().measure().value(Metric.TUCK), 0.5);
    }

    @Test
    void thePelvisAloneTucksWhereItTipsBackAtTheBottomAndForwardAgain() {
        AnalyticRepetition tucked = squat().with((pose, timeS) -> pose.pelvisTiltDeg = 30 * half(timeS, 1, 2.6)
                        - 9 * (half(timeS, 2.6, 3) - half(timeS, 3.5, 3.9))
                        - 30 * half(timeS, 3.9, 4.5))
                .seenBy(SensorView.PELVIS_ONLY);
        assertEquals(9, tucked.measure().value(Metric.PELVIC_TUCK), 0.3);
        assertEquals(0, squat().seenBy(SensorView.PELVIS_ONLY).measure().value(Metric.PELVIC_TUCK), 0.05);
    }

    @ParameterizedTest
    @CsvSource({"-6,6", "4,0"})
    void theLockoutExtensionIsWhatGoesBeyondNeutral(double atTheTopDeg, double extensionDeg) {
        RepetitionMetrics metrics = deadlift()
                .with((pose, timeS) ->
                        pose.lumbarFlexionDeg += atTheTopDeg * (half(timeS, 2, 2.5) - half(timeS, 3.5, 4)))
                .measure();
        assertEquals(extensionDeg, metrics.value(Metric.LOCKOUT_EXTENSION), 0.3);
    }

    @Test
    void extensionLowOnTheWayUpOrOnTheWayDownIsNoLockout() {
        RepetitionMetrics metrics = deadlift()
                .with((pose, timeS) -> pose.lumbarFlexionDeg = (timeS > 1 && timeS < 1.4) || timeS > 3.6 ? -10 : 20)
                .measure();
        assertEquals(0, metrics.value(Metric.LOCKOUT_EXTENSION));
    }

    @Test
    void theBiasIsTheMeanOfTheLoadedPartAgainstItsBegin() {
        RepetitionMetrics metrics = deadlift()
                .with((pose, timeS) -> {
                    pose.axialRotationDeg = 7 + 4 * half(timeS, 1, 1.1);
                    pose.lateralBendDeg = -3 - 2 * half(timeS, 1, 1.1);
                })
                .measure();
        assertEquals(4, metrics.value(Metric.AXIAL_ROTATION_BIAS), 0.15);
        assertEquals(-2, metrics.value(Metric.LATERAL_BEND_BIAS), 0.1);
    }

    @Test
    void deepFlexionIsTimedAndTheDoseIsThatTimeTimesTheLoad() {
        // deeper than 35° of 50 for three quarters of a second
        AnalyticRepetition repetition = squat().with(
                        (pose, timeS) -> pose.lumbarFlexionDeg = timeS > 2.8 && timeS < 3.55 ? 40 : 20)
                .knowing(CalibrationGrade.GOOD, 50, 120);
        RepetitionMetrics metrics = repetition.measure();
        assertEquals(0.75, metrics.value(Metric.DEEP_FLEXION_TIME), 0.06);
        assertEquals(120 * 0.75, metrics.value(Metric.FLEXION_DOSE), 7);
    }

    @Test
    void inclinationsAreThoseOfTheWholeRepetition() {
        RepetitionMetrics metrics = deadlift().measure();
        assertEquals(70, metrics.value(Metric.TRUNK_INCLINATION_PEAK), 0.2);
        assertEquals(70, metrics.value(Metric.TRUNK_INCLINATION_RANGE), 0.2);
        assertEquals(42, metrics.value(Metric.PELVIS_TILT_RANGE), 0.2);
    }

    @Test
    void thePhasesLastAsLongAsTheyDo() {
        RepetitionMetrics metrics = deadlift().measure();
        assertEquals(2, metrics.value(Metric.ECCENTRIC_DURATION));
        assertEquals(0.5, metrics.value(Metric.BOTTOM_DURATION));
        assertEquals(1.5, metrics.value(Metric.CONCENTRIC_DURATION));
        assertEquals(1, metrics.value(Metric.TOP_DURATION));
    }

    @Test
    void speedsAndTheAccelerationAtTheStartAreThoseOfHalfACosine() {
        RepetitionMetrics metrics = deadlift().measure();
        double middleS = 1.5 * (Math.acos(1 - 2 * 0.9) - Math.acos(1 - 2 * 0.25)) / Math.PI;
        assertEquals(0.65 * 56 / middleS, metrics.value(Metric.TRUNK_EXTENSION_SPEED), 0.7);
        assertEquals(Math.PI * 56 / 2 / 1.5, metrics.value(Metric.TRUNK_EXTENSION_PEAK_SPEED), 0.3);
        assertEquals(Math.pow(Math.PI / 1.5, 2) * 28, metrics.value(Metric.START_ACCELERATION), 6);
    }

    @Test
    void aJerkAtTheStartIsFoundAndOneLaterIsNot() {
        double even = deadlift().measure().value(Metric.START_ACCELERATION);
        double yanked = deadlift()
                .with((pose, timeS) -> pose.pelvisTiltDeg -= 10 * (half(timeS, 1.05, 1.3) - half(timeS, 1.6, 2)))
                .measure()
                .value(Metric.START_ACCELERATION);
        // a way of 5° of the whole in a quarter of a second adds (π/T)² · 5° / 2
        assertEquals(even + Math.pow(Math.PI / 0.25, 2) * 2.5, yanked, 0.2 * yanked);
        double later = deadlift()
                .with((pose, timeS) -> pose.pelvisTiltDeg -= 10 * (half(timeS, 1.6, 1.85) - half(timeS, 2, 2.4)))
                .measure()
                .value(Metric.START_ACCELERATION);
        assertEquals(even, later, 1);
    }

    @Test
    void theSmoothnessOfAWayIsThatOfItsSpeed() {
        RepetitionMetrics metrics = deadlift().measure();
        assertEquals(Smoothness.spectralArcLength(halfSine(150), 100), metrics.value(Metric.SPARC_CONCENTRIC), 0.03);
        assertEquals(Smoothness.spectralArcLength(halfSine(200), 100), metrics.value(Metric.SPARC_ECCENTRIC), 0.05);
        RepetitionMetrics shaky = deadlift()
                .with((pose, timeS) -> pose.trunkInclinationDeg += timeS < 3
                        ? 1.5 * half(timeS, 1, 1.5) * Math.sin(2 * Math.PI * 3 * timeS) * (1 - half(timeS, 2, 2.5))
                        : 0)
                .measure();
        assertTrue(shaky.value(Metric.SPARC_CONCENTRIC) < metrics.value(Metric.SPARC_CONCENTRIC) - 0.3);
        assertTrue(shaky.value(Metric.LDLJ_CONCENTRIC) < metrics.value(Metric.LDLJ_CONCENTRIC) - 0.6);
        assertEquals(metrics.value(Metric.SPARC_ECCENTRIC), shaky.value(Metric.SPARC_ECCENTRIC), 0.01);
        assertEquals(metrics.value(Metric.LDLJ_ECCENTRIC), shaky.value(Metric.LDLJ_ECCENTRIC), 0.01);
    }

    @Test
    void aTremorToTheSideIsNotSmoothEither() {
        RepetitionMetrics shaky = deadlift()
                .with((pose, timeS) -> pose.trunkTurnDeg = 2 * Math.sin(2 * Math.PI * 3 * timeS))
                .measure();
        assertTrue(shaky.value(Metric.SPARC_CONCENTRIC) < deadlift().measure().value(Metric.SPARC_CONCENTRIC) - 0.2);
    }

    private static double[] halfSine(int ticks) {
        double[] speed = new double[ticks];
        for (int i = 0; i < ticks; i++) {
            speed[i] = Math.sin(Math.PI * i / ticks);
        }
        return speed;
    }

    @Test
    void aHoldIsTimedAndItsSagIsTheLargestDepartureFromItsFirstSecond() {
        RepetitionMetrics metrics = squat().with((pose, timeS) -> {
                    pose.trunkInclinationDeg = 80;
                    pose.pelvisTiltDeg = 78 - 7 * half(timeS, 3, 4);
                    pose.lumbarFlexionDeg = 2;
                })
                .held()
                .measure();
        assertEquals(3.51, metrics.value(Metric.HOLD_DURATION), 1e-9);
        assertEquals(7, metrics.value(Metric.HOLD_SAG), 0.1);
        assertFalse(metrics.byJsonName().containsKey("concentricDurationS"));
        assertFalse(metrics.notAssessed().contains("concentricDurationS"));
        assertTrue(metrics.byJsonName().containsKey("lumbarFlexionRangeDeg"));
    }

    @Test
    void onTheSideTheSagIsTheLeanWhateverTheInclinationSays() {
        RepetitionMetrics metrics = squat().with((pose, timeS) -> {
                    pose.trunkLateralLeanDeg = 84;
                    pose.trunkInclinationDeg = 10;
                    pose.pelvisTiltDeg = 10 + 4 * half(timeS, 3, 4);
                    pose.pelvisLateralLeanDeg = 80 - 6 * half(timeS, 3, 4);
                })
                .held()
                .measure();
        assertEquals(6, metrics.value(Metric.HOLD_SAG), 0.2);
    }

    @ParameterizedTest
    @EnumSource(names = {"TRUNK_ONLY", "PELVIS_ONLY"})
    void oneSensorGivesNoLumbarMetricAndSaysWhy(SensorView one) {
        RepetitionMetrics metrics =
                squat().knowing(CalibrationGrade.GOOD, 50, 80).seenBy(one).measure();
        for (Metric metric : Metric.values()) {
            if (metric.needsTwoSensors()) {
                assertTrue(Double.isNaN(metrics.value(metric)), metric.jsonName());
                assertEquals("one_sensor", metrics.notAssessedReasons().get(metric.jsonName()), metric.jsonName());
            }
        }
        assertEquals(one == SensorView.TRUNK_ONLY ? 70 : 42, metrics.value(Metric.TRUNK_INCLINATION_RANGE), 0.2);
        assertEquals(one == SensorView.TRUNK_ONLY ? NONE : 42, metrics.value(Metric.PELVIS_TILT_RANGE), 0.2);
        assertFalse(Double.isNaN(metrics.value(Metric.SPARC_CONCENTRIC)));
        assertEquals(0, metrics.value(Metric.TRUNK_LEAN_RANGE), 1e-9);
    }

    @Test
    void whatDoesNotBelongToARepetitionIsNeitherMeasuredNorMissed() {
        List<String> foreign = List.of("holdS", "holdSagDeg", "pelvicTuckDeg", "flexionDoseKgS", "trunkDeviationDeg");
        RepetitionMetrics metrics = squat().measure();
        for (String name : foreign) {
            assertFalse(
                    metrics.byJsonName().containsKey(name)
                            || metrics.notAssessed().contains(name),
                    name);
        }
        assertTrue(metrics.byJsonName().containsKey("tuckDeg"));
        RepetitionMetrics pull = deadlift().measure();
        assertFalse(
                pull.byJsonName().containsKey("tuckDeg") || pull.notAssessed().contains("tuckDeg"));
    }

    @Test
    void everyMetricThatBelongsHasAValueOrAReason() {
        RepetitionMetrics metrics =
                squat().knowing(CalibrationGrade.GOOD, NONE, 80).measure();
        assertEquals("no_maximum", metrics.notAssessedReasons().get("pctMaxFlexion"));
        assertEquals("no_maximum", metrics.notAssessedReasons().get("deepFlexionS"));
        assertEquals("no_maximum", metrics.notAssessedReasons().get("flexionDoseKgS"));
        assertEquals("no_reference", metrics.notAssessedReasons().get("flexionDriftDeg"));
        List<String> foreign = List.of("holdS", "holdSagDeg", "pelvicTuckDeg", "trunkDeviationDeg");
        for (Metric metric : Metric.values()) {
            String name = metric.jsonName();
            boolean either = metrics.byJsonName().containsKey(name)
                    != metrics.notAssessed().contains(name);
            assertEquals(!foreign.contains(name), either, name);
        }
    }

    @Test
    void whereNeutralIsAGuessNothingIsMeasuredFromIt() {
        RepetitionMetrics metrics =
                deadlift().knowing(CalibrationGrade.POOR, 50, 80).measure();
        for (String name : List.of("pctMaxFlexion", "deepFlexionS", "flexionDoseKgS", "lockoutExtensionDeg")) {
            assertEquals("no_calibration", metrics.notAssessedReasons().get(name), name);
        }
        assertEquals(0, metrics.value(Metric.FLEXION_GAIN_LOADED), 0.05);
    }

    @Test
    void aShortWayHasNoSmoothness() {
        RepetitionMetrics metrics = squat(2.2).measure();
        assertEquals("too_short", metrics.notAssessedReasons().get("sparcConcentric"));
        assertEquals("too_short", metrics.notAssessedReasons().get("ldljConcentric"));
        assertFalse(Double.isNaN(metrics.value(Metric.SPARC_ECCENTRIC)));
    }

    @Test
    void aHoleInAWayLeavesItsSmoothnessNotAssessed() {
        RepetitionMetrics metrics = deadlift()
                .with((pose, timeS) -> {
                    if (timeS > 1.6 && timeS < 1.65) {
                        pose.trunkInclinationDeg = NONE;
                    }
                })
                .measure();
        assertEquals("missing_samples", metrics.notAssessedReasons().get("sparcConcentric"));
        assertEquals("missing_samples", metrics.notAssessedReasons().get("trunkExtensionPeakSpeedDegPerS"));
        assertEquals("missing_samples", metrics.notAssessedReasons().get("startAccelerationDegPerS2"));
        assertFalse(Double.isNaN(metrics.value(Metric.SPARC_ECCENTRIC)));
        assertEquals(SignalQuality.Grade.GOOD, metrics.quality().grade(), "a twentieth of a second of five");
    }

    @Test
    void anUncertainAngleLeavesWhatRestsOnItUncertain() {
        RepetitionMetrics metrics = squat().with((pose, timeS) -> {
                    pose.lumbarFlexionSigmaDeg = 6;
                    pose.lateralBendSigmaDeg = 6;
                    pose.axialRotationSigmaDeg = 6;
                })
                .measure();
        for (String name : List.of(
                "flexionGainLoadedDeg",
                "tuckDeg",
                "lockoutExtensionDeg",
                "axialRotationBiasDeg",
                "lateralBendBiasDeg")) {
            assertEquals("uncertain", metrics.notAssessedReasons().get(name), name);
        }
        // 6° · √2 of 70°
        assertEquals("uncertain", metrics.notAssessedReasons().getOrDefault("lumbarContribution", "uncertain"));
        assertEquals(6, metrics.sigma(Metric.LUMBAR_FLEXION_PEAK), 1e-6);
        assertEquals(12, metrics.sigma(Metric.PERCENT_OF_MAX_FLEXION), 1e-6);
        assertEquals(6 * Math.sqrt(2), metrics.sigma(Metric.LUMBAR_FLEXION_RANGE), 1e-6);
        assertEquals(SignalQuality.Grade.POOR, metrics.quality().grade());
    }

    @Test
    void theErrorOfAShareIsThatOfTwoAnglesOverTheWay() {
        RepetitionMetrics metrics =
                squat().with((pose, timeS) -> pose.lumbarFlexionSigmaDeg = 2).measure();
        assertEquals(2 * Math.sqrt(2) / 70, metrics.sigma(Metric.LUMBAR_SHARE), 1e-3);
    }

    @Test
    void theSpeedOfATrunkThatOnlySwaysUnderTheArmsIsNotAssessed() {
        RepetitionMetrics press = deadlift().swaying().measure();
        for (Metric metric :
                List.of(Metric.TRUNK_EXTENSION_SPEED, Metric.TRUNK_EXTENSION_PEAK_SPEED, Metric.TRUNK_SPEED_LOSS)) {
            assertEquals("not_with_weight", press.notAssessedReasons().get(metric.jsonName()), metric.name());
        }
        SetForm form = new SetForm(FormLimits.NONE, CalibrationGrade.GOOD);
        for (int repetition = 0; repetition < 3; repetition++) {
            press = deadlift(1 - 0.3 * repetition).swaying().measure();
            form.judge(press, 1, 2);
        }
        assertTrue(Double.isNaN(press.value(Metric.TRUNK_SPEED_LOSS)));
    }

    @Test
    void aRepetitionWhoseWayUpTookNoTimeIsNotAssessed() {
        RepetitionMetrics metrics = deadlift().cutLater(0, -150).measure();
        assertEquals("too_short", metrics.notAssessedReasons().get("concentricDurationS"));
        assertEquals(SignalQuality.Grade.POOR, metrics.quality().grade());
        assertEquals(List.of(SignalDoubt.WAY_UP_TOO_SHORT), metrics.quality().reasons());
        assertEquals(SignalQuality.GOOD, deadlift().measure().quality());
    }

    @Test
    void qualityIsTheWorstOfWhatIsKnown() {
        assertEquals(SignalQuality.GOOD, SignalQuality.of(0.01, 1, CalibrationGrade.GOOD));
        assertEquals(SignalQuality.GOOD, SignalQuality.of(0, NONE, CalibrationGrade.GOOD));
        assertEquals(
                SignalQuality.Grade.FAIR,
                SignalQuality.of(0.05, 1, CalibrationGrade.GOOD).grade());
        assertEquals(
                SignalQuality.Grade.POOR,
                SignalQuality.of(0.25, 1, CalibrationGrade.GOOD).grade());
        assertEquals(
                SignalQuality.Grade.FAIR,
                SignalQuality.of(0, 3, CalibrationGrade.GOOD).grade());
        assertEquals(
                SignalQuality.Grade.POOR,
                SignalQuality.of(0, 5, CalibrationGrade.GOOD).grade());
        assertEquals(
                SignalQuality.Grade.FAIR,
                SignalQuality.of(0, 1, CalibrationGrade.FAIR).grade());
        assertEquals(
                SignalQuality.Grade.POOR,
                SignalQuality.of(0.05, 1, CalibrationGrade.NONE).grade());
        assertEquals(
                2, SignalQuality.of(0.05, 1, CalibrationGrade.NONE).reasons().size());
    }

    @ParameterizedTest
    @CsvSource({"5,0", "-5,0", "0,5", "0,-5", "5,5", "-5,-5"})
    void whereAPhaseIsCutHardlyMovesItsSmoothness(int startTicks, int endTicks) {
        for (AnalyticRepetition[] pair : new AnalyticRepetition[][] {
            {deadlift(), deadlift()},
            {squat(), squat()},
            {squat(1.6), squat(1.6)},
            {deadlift(0.5), deadlift(0.5)},
            {squat().withoutPause(), squat().withoutPause()},
            {squat(1.6).withoutPause(), squat(1.6).withoutPause()}
        }) {
            RepetitionMetrics exact = pair[0].noisy(0.02).measure();
            RepetitionMetrics shifted =
                    pair[1].noisy(0.02).cutLater(startTicks, endTicks).measure();
            for (Metric metric : List.of(Metric.SPARC_CONCENTRIC, Metric.SPARC_ECCENTRIC)) {
                assertEquals(exact.value(metric), shifted.value(metric), 0.05, metric.jsonName());
            }
            for (Metric metric : List.of(Metric.LDLJ_CONCENTRIC, Metric.LDLJ_ECCENTRIC)) {
                assertEquals(exact.value(metric), shifted.value(metric), 0.6, metric.jsonName());
            }
        }
    }
}
