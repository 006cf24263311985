package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of every repetition, on random ones. */
class RepetitionMetricsPropertyTest {
    private static final Set<Metric> SIDES = EnumSet.of(Metric.AXIAL_ROTATION_BIAS, Metric.LATERAL_BEND_BIAS);

    private static final Set<Metric> ABSOLUTE = EnumSet.of(
            Metric.LUMBAR_FLEXION_PEAK,
            Metric.PERCENT_OF_MAX_FLEXION,
            Metric.LOCKOUT_EXTENSION,
            Metric.DEEP_FLEXION_TIME);

    private static final Set<Metric> DURATIONS = EnumSet.of(
            Metric.ECCENTRIC_DURATION,
            Metric.BOTTOM_DURATION,
            Metric.CONCENTRIC_DURATION,
            Metric.TOP_DURATION,
            Metric.DEEP_FLEXION_TIME);

    private static final Set<Metric> RANGES = EnumSet.of(
            Metric.LUMBAR_FLEXION_PEAK,
            Metric.LUMBAR_FLEXION_RANGE,
            Metric.LUMBAR_SHARE,
            Metric.TUCK,
            Metric.AXIAL_ROTATION_RANGE,
            Metric.LATERAL_BEND_RANGE,
            Metric.AXIAL_ROTATION_BIAS,
            Metric.TRUNK_INCLINATION_RANGE,
            Metric.PELVIS_TILT_RANGE);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theMirroredRepetitionDiffersInTheSideOnly(long seed) {
        RepetitionMetrics metrics = random(seed, 1).measure();
        RepetitionMetrics mirrored = random(seed, 1)
                .with((pose, timeS) -> {
                    pose.lateralBendDeg *= -1;
                    pose.axialRotationDeg *= -1;
                    pose.trunkLateralLeanDeg *= -1;
                    pose.trunkTurnDeg *= -1;
                })
                .measure();
        for (Metric metric : Metric.values()) {
            double sign = SIDES.contains(metric) ? -1 : 1;
            assertEquals(sign * metrics.value(metric), mirrored.value(metric), 1e-9, metric.jsonName());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anotherNeutralChangesWhatIsMeasuredFromItAndNothingElse(long seed) {
        RepetitionMetrics metrics = random(seed, 1).measure();
        RepetitionMetrics shifted = random(seed, 1)
                .with((pose, timeS) -> pose.lumbarFlexionDeg += 8)
                .measure();
        assertEquals(metrics.value(Metric.LUMBAR_FLEXION_PEAK) + 8, shifted.value(Metric.LUMBAR_FLEXION_PEAK), 1e-6);
        for (Metric metric : Metric.values()) {
            if (!ABSOLUTE.contains(metric)) {
                assertEquals(metrics.value(metric), shifted.value(metric), 1e-6, metric.jsonName());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void atTwiceTheTempoEverythingLastsHalfAsLongIsTwiceAsFastAndAsLarge(long seed) {
        RepetitionMetrics slow = random(seed, 0.5).measure();
        RepetitionMetrics fast = random(seed, 1).measure();
        for (Metric metric : DURATIONS) {
            assertEquals(slow.value(metric) / 2, fast.value(metric), 0.05, metric.jsonName());
        }
        for (Metric metric : RANGES) {
            assertEquals(slow.value(metric), fast.value(metric), 0.5, metric.jsonName());
        }
        double speed = slow.value(Metric.TRUNK_EXTENSION_SPEED);
        assertEquals(2 * speed, fast.value(Metric.TRUNK_EXTENSION_SPEED), 0.1 * speed);
        double peak = slow.value(Metric.TRUNK_EXTENSION_PEAK_SPEED);
        assertEquals(2 * peak, fast.value(Metric.TRUNK_EXTENSION_PEAK_SPEED), 0.1 * peak);
        double acceleration = slow.value(Metric.START_ACCELERATION);
        assertEquals(4 * acceleration, fast.value(Metric.START_ACCELERATION), acceleration);
    }

    private static AnalyticRepetition random(long seed, double tempo) {
        Random random = new Random(seed);
        double share = 0.2 + 0.4 * random.nextDouble();
        double twist = 10 * random.nextDouble() - 5;
        double bend = 10 * random.nextDouble() - 5;
        double lean = 8 * random.nextDouble() - 4;
        double turn = 20 * random.nextDouble() - 10;
        double tuck = 8 * random.nextDouble();
        AnalyticRepetition repetition =
                seed % 2 == 0 ? AnalyticRepetition.squat(tempo) : AnalyticRepetition.deadlift(tempo);
        return repetition.with((pose, timeS) -> {
            double course = AnalyticRepetition.half(timeS, 1.2, 2.2);
            pose.lumbarFlexionDeg = share * pose.trunkInclinationDeg
                    + tuck * (AnalyticRepetition.half(timeS, 2, 3) - AnalyticRepetition.half(timeS, 3.4, 4.2));
            pose.axialRotationDeg = 2 + twist * course;
            pose.lateralBendDeg = -1 + bend * course;
            pose.trunkLateralLeanDeg = lean * course;
            pose.trunkTurnDeg = turn * course;
        });
    }
}
