package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.repetition.ExerciseProfile;

/**
 * The acceptance checks of the metric catalogue that speak of flags, by their numbers there. The angles of the first are those
 * of {@code SpineKinematicsTest}; the seventh (latency) needs the whole line: {@code LineAcceptanceChecksTest}.
 */
class AcceptanceChecksTest {
    private static final Set<FlagName> ROUNDING_FAMILY = EnumSet.of(
            FlagName.ROUNDING_UNDER_LOAD,
            FlagName.DEEP_FLEXION,
            FlagName.FLEXION_DRIFT,
            FlagName.FLEXION_WITH_TWIST,
            FlagName.FORM_BREAKDOWN);

    @Test
    void check1AHeadingErrorOfFiveDegreesRaisesNoFlagOfTwistOrBend() {
        SetForm form = new SetForm(basis(ExerciseProfile.DEADLIFT));
        // what 5° of heading show from standing to a trunk at 70°, on top of a degree of the lifter's own
        double twist = 1 + 5 * (1 - Math.cos(Math.toRadians(70)));
        double bend = 1 + 5 * Math.sin(Math.toRadians(70));
        for (int number = 1; number <= 8; number++) {
            assertEquals(List.of(), form.judge(metrics(33, 0, twist, bend, 60), 1, 2));
        }
    }

    @Test
    void check2ACompetitiveLifterWhoBends33DegreesOfAtLeast48RaisesNoCautionOfRounding() {
        Random random = new Random(1);
        for (int set = 0; set < 100; set++) {
            SetForm form = new SetForm(basis(ExerciseProfile.DEADLIFT).withMaxFlexion(48));
            for (int i = 0; i < 8; i++) {
                double peak = 33 + 3 * (random.nextDouble() - 0.5);
                RepetitionMetrics metrics = metrics(peak, random.nextDouble(), 2, 2, 60);
                metrics.put(Metric.PERCENT_OF_MAX_FLEXION, 100 * peak / 48);
                for (FormFlag flag : form.judge(metrics, 1, 2)) {
                    assertTrue(flag.level() < 2 || !ROUNDING_FAMILY.contains(flag.flag()), flag::toString);
                }
            }
        }
    }

    @Test
    void check3ADriftOfTwoDegreesARepetitionIsNoticedAtFiveCautionedAtSevenStopsAtEightAndBreaksDownAtEight() {
        SetForm form = new SetForm(basis(ExerciseProfile.DEADLIFT));
        List<Integer> drift = new ArrayList<>();
        List<Integer> breakdown = new ArrayList<>();
        for (int number = 1; number <= 8; number++) {
            List<FormFlag> flags = form.judge(metrics(30 + 2 * number, 0, 2, 2, 60), 1, 2);
            drift.add(level(flags, FlagName.FLEXION_DRIFT));
            breakdown.add(level(flags, FlagName.FORM_BREAKDOWN));
        }
        assertEquals(List.of(0, 0, 0, 0, 1, 1, 2, 3), drift);
        assertEquals(List.of(0, 0, 0, 0, 0, 0, 0, 2), breakdown);
        assertEquals(7, form.fatigue().formLeavesUsualFrom());
    }

    @Test
    void check4NoiseAloneRaisesACautionInAtMostOneRepetitionOfTwenty() {
        Random random = new Random(4);
        int cautions = 0;
        int repetitions = 0;
        for (int set = 0; set < 125; set++) {
            SetForm form = new SetForm(basis(ExerciseProfile.DEADLIFT).withMaxFlexion(60));
            for (int i = 0; i < 8; i++) {
                // what the minimal detectable changes stand for, and 2° of measurement error
                double peak = 33 + noise(random, 9) + 2 * random.nextGaussian();
                RepetitionMetrics metrics = metrics(
                        peak,
                        Math.max(0, 1 + noise(random, 4)),
                        Math.abs(2 + noise(random, 5)),
                        Math.abs(2 + noise(random, 5)),
                        60 * (1 + noise(random, 0.1)));
                metrics.put(Metric.PERCENT_OF_MAX_FLEXION, 100 * peak / 60);
                metrics.put(Metric.LUMBAR_SHARE, 0.45 + noise(random, 0.12));
                metrics.put(Metric.CONCENTRIC_DURATION, 1.3 * (1 + noise(random, 0.15)));
                metrics.put(Metric.SPARC_CONCENTRIC, -1.5 + noise(random, 0.3));
                metrics.put(Metric.LDLJ_CONCENTRIC, -6 + noise(random, 0.6));
                boolean caution = form.judge(metrics, 1, 2).stream().anyMatch(flag -> flag.level() >= 2);
                cautions += caution ? 1 : 0;
                repetitions++;
            }
        }
        assertEquals(1000, repetitions);
        int found = cautions;
        assertTrue(found <= 50, () -> found + " of 1000");
        assertTrue(found > 0, "a caution can be raised at all");
    }

    /** A minimal detectable change is 2.77 standard errors. */
    private static double noise(Random random, double minimalDetectableChange) {
        return minimalDetectableChange / 2.77 * random.nextGaussian();
    }

    @Test
    void check6ASpeedThatFallsByAThirdReachesTheLevelsOfTheExercise() {
        List<Integer> deadlift = speedLevels(ExerciseProfile.DEADLIFT);
        List<Integer> squat = speedLevels(ExerciseProfile.SQUAT);
        for (int i = 0; i <= 32; i++) {
            int loss = i;
            assertEquals(loss >= 25 ? 3 : loss >= 15 ? 2 : loss >= 10 ? 1 : 0, deadlift.get(i), () -> "loss " + loss);
            assertEquals(loss >= 30 ? 3 : loss >= 20 ? 2 : loss >= 15 ? 1 : 0, squat.get(i), () -> "loss " + loss);
        }
    }

    /** From 50 evenly to 34, a hundredth of the first a repetition. */
    private static List<Integer> speedLevels(ExerciseProfile profile) {
        SetForm form = new SetForm(basis(profile));
        List<Integer> levels = new ArrayList<>();
        for (int i = 0; i <= 32; i++) {
            levels.add(level(form.judge(metrics(33, 0, 2, 2, (100 - i) * 0.5), 1, 2), FlagName.SPEED_LOSS));
        }
        return levels;
    }

    @Test
    void check8OneSensorNeverSpeaksOfTheLumbarSpine() {
        for (SensorView view : List.of(SensorView.TRUNK_ONLY, SensorView.PELVIS_ONLY)) {
            for (ExerciseProfile profile : ExerciseProfile.all()) {
                SetForm form = new SetForm(
                        new FormBasis(FormLimits.defaultsFor(profile), view, CalibrationGrade.GOOD, 50, null, null));
                for (int number = 0; number < 6; number++) {
                    RepetitionMetrics metrics = new RepetitionMetrics();
                    for (Metric metric : Metric.values()) {
                        // even where something upstream had let a lumbar number through
                        metrics.put(metric, 1000);
                    }
                    for (FormFlag flag : form.judge(metrics, 1, 2)) {
                        assertFalse(lumbar(flag), flag::toString);
                        assertEquals(Confidence.LOW, flag.confidence());
                        assertTrue(flag.level() < 3, "no stop on low confidence");
                    }
                }
            }
        }
    }

    private static boolean lumbar(FormFlag flag) {
        for (Metric metric : Metric.values()) {
            if (metric.jsonName().equals(flag.metric())) {
                return metric.needsTwoSensors();
            }
        }
        return false;
    }

    @Test
    void check9ABadSignalIsNotAssessedAndNeverOnTarget() {
        SetForm form = new SetForm(basis(ExerciseProfile.DEADLIFT));
        RepetitionMetrics metrics = new RepetitionMetrics();
        metrics.put(Metric.FLEXION_GAIN_LOADED, 1, 4.1);
        metrics.put(Metric.AXIAL_ROTATION_RANGE, 1, 5.1);
        List<FormFlag> flags = form.judge(metrics, 1, 2);
        assertEquals(1, level(flags, FlagName.QUALITY));
        assertEquals(2, flags.get(0).value(), "metrics with a limit");
        assertTrue(metrics.notAssessed().contains("flexionGainLoadedDeg"));
        assertTrue(metrics.notAssessed().contains("axialRotationRangeDeg"));
        RepetitionMetrics good = new RepetitionMetrics();
        good.put(Metric.FLEXION_GAIN_LOADED, 1, 3.9);
        good.put(Metric.AXIAL_ROTATION_RANGE, 1, 4.9);
        assertEquals(0, level(form.judge(good, 1, 2), FlagName.QUALITY));
    }

    private static FormBasis basis(ExerciseProfile profile) {
        return FormBasis.of(FormLimits.defaultsFor(profile), CalibrationGrade.GOOD);
    }

    private static RepetitionMetrics metrics(double peak, double gain, double twist, double bend, double speed) {
        RepetitionMetrics metrics = new RepetitionMetrics();
        metrics.put(Metric.LUMBAR_FLEXION_PEAK, peak);
        metrics.put(Metric.FLEXION_GAIN_LOADED, gain);
        metrics.put(Metric.AXIAL_ROTATION_RANGE, twist);
        metrics.put(Metric.LATERAL_BEND_RANGE, bend);
        metrics.put(Metric.TRUNK_EXTENSION_SPEED, speed);
        return metrics;
    }

    private static int level(List<FormFlag> flags, FlagName name) {
        return flags.stream()
                .filter(flag -> flag.flag() == name)
                .mapToInt(FormFlag::level)
                .findFirst()
                .orElse(0);
    }
}
