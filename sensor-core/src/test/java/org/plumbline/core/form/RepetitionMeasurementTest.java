package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Test;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.RepetitionTimes;
import org.plumbline.core.spine.SpinePose;

/** One pull: at the bottom for two seconds, up in one, at the top for one. */
class RepetitionMeasurementTest {
    private static final int BAR_BREAK = 200;
    private static final int TOP = 300;
    private static final int END = 400;

    @Test
    void everyMetricIsWhatItsDefinitionSays() {
        RepetitionMetrics metrics = measure((pose, tick) -> {});
        assertEquals(36, metrics.value(Metric.LUMBAR_FLEXION_PEAK), 0.5);
        assertEquals(72, metrics.value(Metric.PERCENT_OF_MAX_FLEXION), 1);
        assertEquals(6, metrics.value(Metric.FLEXION_GAIN_LOADED), 0.5);
        assertEquals(9, metrics.value(Metric.AXIAL_ROTATION_RANGE), 0.5);
        assertEquals(4, metrics.value(Metric.LATERAL_BEND_RANGE), 0.3);
        assertEquals(70, metrics.value(Metric.TRUNK_INCLINATION_RANGE), 0.5);
        assertEquals(42, metrics.value(Metric.PELVIS_TILT_RANGE), 0.5);
        assertEquals(56, metrics.value(Metric.TRUNK_EXTENSION_SPEED), 1.5);
        assertTrue(Double.isNaN(metrics.value(Metric.FLEXION_DRIFT)), "needs the repetitions before");
        assertFalse(metrics.hasHoles());
    }

    @Test
    void withoutAKnownMaximumThereIsNoShareOfIt() {
        RepetitionMetrics metrics = measure((pose, tick) -> {}, Double.NaN);
        assertTrue(Double.isNaN(metrics.value(Metric.PERCENT_OF_MAX_FLEXION)));
        assertTrue(metrics.notAssessed().contains("pctMaxFlexion"));
        assertFalse(metrics.byJsonName().containsKey("pctMaxFlexion"));
    }

    @Test
    void aShortHoleIsNotedAndWhatWasSeenCounts() {
        RepetitionMetrics metrics = measure((pose, tick) -> {
            if (tick >= 330 && tick < 350) {
                withoutPelvis(pose);
            }
        });
        assertTrue(metrics.hasHoles());
        assertEquals(36, metrics.value(Metric.LUMBAR_FLEXION_PEAK), 0.5);
        assertEquals(56, metrics.value(Metric.TRUNK_EXTENSION_SPEED), 1.5);
    }

    @Test
    void aLongHoleLeavesTheMetricNotAssessed() {
        RepetitionMetrics metrics = measure((pose, tick) -> {
            if (tick >= 250 && tick < 320) {
                withoutPelvis(pose);
            }
        });
        assertTrue(Double.isNaN(metrics.value(Metric.FLEXION_GAIN_LOADED)));
        assertTrue(Double.isNaN(metrics.value(Metric.LUMBAR_FLEXION_PEAK)));
        assertEquals(70, metrics.value(Metric.TRUNK_INCLINATION_RANGE), 0.5);
    }

    @Test
    void speedIsNotMadeUpFromOneSensorOfTwo() {
        RepetitionMetrics metrics = measure((pose, tick) -> {
            if (tick >= 230 && tick < 240) {
                withoutPelvis(pose);
            }
        });
        assertTrue(Double.isNaN(metrics.value(Metric.TRUNK_EXTENSION_SPEED)));
    }

    @Test
    void oneSensorGivesItsRangeAndItsSpeed() {
        RepetitionMetrics metrics = measure((pose, tick) -> withoutPelvis(pose), 50, SensorView.TRUNK_ONLY);
        assertEquals(70, metrics.value(Metric.TRUNK_INCLINATION_RANGE), 0.5);
        assertEquals(70, metrics.value(Metric.TRUNK_EXTENSION_SPEED), 1.5);
        assertTrue(Double.isNaN(metrics.value(Metric.PELVIS_TILT_RANGE)));
        assertTrue(Double.isNaN(metrics.value(Metric.FLEXION_GAIN_LOADED)));
        assertFalse(metrics.hasHoles());
    }

    @Test
    void anErrorLargerThanTheSmallestChangeThatCountsLeavesTheMetricNotAssessed() {
        RepetitionMetrics unsure = measure((pose, tick) -> {
            pose.lumbarFlexionSigmaDeg = 0.5;
            pose.lateralBendSigmaDeg = 6 * pose.trunkInclinationDeg / 70;
            pose.axialRotationSigmaDeg = 1 + 6 * (1 - pose.trunkInclinationDeg / 70);
        });
        assertTrue(unsure.notAssessed().contains("axialRotationRangeDeg"));
        assertTrue(unsure.notAssessed().contains("lateralBendRangeDeg"));
        assertEquals(6, unsure.value(Metric.FLEXION_GAIN_LOADED), 0.5);
        assertEquals(0.5, unsure.sigma(Metric.FLEXION_GAIN_LOADED), 1e-6);
    }

    @Test
    void aHeadingErrorThatShowsAlikeAllAlongIsNoneOfTheRange() {
        RepetitionMetrics metrics = measure((pose, tick) -> {
            pose.lumbarFlexionSigmaDeg = 0.5;
            pose.lateralBendSigmaDeg = 8;
            pose.axialRotationSigmaDeg = tick < 250 ? 10 : 8;
        });
        assertEquals(0.5 * Math.sqrt(2), metrics.sigma(Metric.LATERAL_BEND_RANGE), 0.01);
        assertEquals(Math.hypot(2, 0.5 * Math.sqrt(2)), metrics.sigma(Metric.AXIAL_ROTATION_RANGE), 0.1);
        assertEquals(9, metrics.value(Metric.AXIAL_ROTATION_RANGE), 0.5);
    }

    @Test
    void aRangeIsAsSureAsItsTwoEndsWhateverIsBetween() {
        RepetitionMetrics metrics = measure((pose, tick) -> {
            boolean afterHole = tick >= 240 && tick < 260;
            pose.lumbarFlexionSigmaDeg = afterHole ? 8 : 0.5;
            pose.lateralBendSigmaDeg = afterHole ? 9 : 0.5;
            pose.axialRotationSigmaDeg = afterHole ? 9 : 0.5;
        });
        assertTrue(metrics.notAssessed().contains("flexionGainLoadedDeg"));
        assertEquals(0.5 * Math.sqrt(2), metrics.sigma(Metric.AXIAL_ROTATION_RANGE), 0.01);
        assertEquals(9, metrics.value(Metric.AXIAL_ROTATION_RANGE), 0.5);
    }

    @Test
    void aTiltThatIsUnsureAtOneEndIsCountedOnce() {
        RepetitionMetrics metrics = measure((pose, tick) -> {
            pose.lumbarFlexionSigmaDeg = tick < 250 ? 0.5 : 4;
            pose.lateralBendSigmaDeg = pose.lumbarFlexionSigmaDeg;
            pose.axialRotationSigmaDeg = Math.hypot(pose.lumbarFlexionSigmaDeg, 3);
        });
        assertEquals(Math.hypot(0.5, 4), metrics.sigma(Metric.AXIAL_ROTATION_RANGE), 0.05);
    }

    @Test
    void whereNoErrorIsKnownTheMetricIsAssessed() {
        RepetitionMetrics metrics = measure((pose, tick) -> {});
        assertTrue(Double.isNaN(metrics.sigma(Metric.AXIAL_ROTATION_RANGE)));
        assertEquals(9, metrics.value(Metric.AXIAL_ROTATION_RANGE), 0.5);
    }

    @Test
    void aFlexionThatOnlyFallsIsNoGain() {
        RepetitionMetrics metrics = measure((pose, tick) -> pose.lumbarFlexionDeg = 0.4 * pose.trunkInclinationDeg);
        assertEquals(0, metrics.value(Metric.FLEXION_GAIN_LOADED), 0.05);
    }

    private static void withoutPelvis(SpinePose pose) {
        pose.pelvisTiltDeg = Double.NaN;
        pose.lumbarFlexionDeg = Double.NaN;
        pose.lateralBendDeg = Double.NaN;
        pose.axialRotationDeg = Double.NaN;
    }

    private static RepetitionMetrics measure(ObjIntConsumer<SpinePose> change) {
        return measure(change, 50);
    }

    private static RepetitionMetrics measure(ObjIntConsumer<SpinePose> change, double maxFlexionDeg) {
        return measure(change, maxFlexionDeg, SensorView.TRUNK_AND_PELVIS);
    }

    private static RepetitionMetrics measure(ObjIntConsumer<SpinePose> change, double maxFlexionDeg, SensorView view) {
        PoseHistory history = new PoseHistory();
        SpinePose pose = new SpinePose();
        for (int tick = 0; tick < END; tick++) {
            double up = share(tick, BAR_BREAK, TOP);
            pose.timeMicros = tick * 10_000L;
            pose.pelvisTiltDeg = 42 * (1 - up);
            pose.trunkInclinationDeg = 70 * (1 - up);
            // flexes by six degrees early in the pull, then straightens
            pose.lumbarFlexionDeg = 30 + 6 * share(tick, 210, 240) - 36 * share(tick, 250, TOP);
            pose.axialRotationDeg = 3 - 9 * share(tick, 220, 280);
            pose.lateralBendDeg = -1 + 4 * share(tick, 220, 280);
            change.accept(pose, tick);
            history.add(pose);
        }
        RepetitionTimes times = new RepetitionTimes(1, 150, BAR_BREAK, TOP, END, TOP + 100, 0, 50, 100, 100);
        return new RepetitionMeasurement(history)
                .measure(
                        times,
                        new MeasurementContext(
                                view,
                                CalibrationGrade.GOOD,
                                CalibrationGrade.GOOD,
                                maxFlexionDeg,
                                Double.NaN,
                                false,
                                true));
    }

    private static double share(int tick, int from, int to) {
        return Math.max(0, Math.min(1, (tick - from) / (double) (to - from)));
    }
}
