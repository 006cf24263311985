package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.RepetitionMeasurement;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.core.simulation.SimulatedTempo;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.simulation.SimulationTruth;
import org.plumbline.core.spine.SpinePose;
import org.plumbline.core.testing.SimulatedSet;

/** Clean sets of every exercise the simulation can do, with both sensors and with one. */
class EveryExerciseTest {
    private static final int REPETITIONS = 4;
    private static final int PELVIS = 0;
    private static final int THORAX = 1;

    /** F1 to F5 and F8: of the lumbar spine, which one sensor does not see. */
    private static final Set<FlagName> OF_THE_LUMBAR_SPINE = EnumSet.of(
            FlagName.ROUNDING_UNDER_LOAD,
            FlagName.DEEP_FLEXION,
            FlagName.FLEXION_DRIFT,
            FlagName.BASELINE_DEVIATION,
            FlagName.NEUTRAL_LOST,
            FlagName.FLEXION_WITH_TWIST);

    /** With a load, a baseline or the pelvis alone; what is held has no range to lose. */
    private static final Set<Metric> WITH_MORE_THAN_A_SET = EnumSet.of(
            Metric.FLEXION_DOSE,
            Metric.BASELINE_DEVIATION,
            Metric.TRUNK_DEVIATION,
            Metric.PELVIC_TUCK,
            Metric.RANGE_LOSS);

    private static List<String> exercises() {
        return SimulationScript.exercises();
    }

    private static Stream<Arguments> oneSensor() {
        return SimulationScript.exercises().stream()
                .flatMap(exercise -> Stream.of(
                        Arguments.of(exercise, PELVIS, SensorPlacement.PELVIS),
                        Arguments.of(exercise, PELVIS, SensorPlacement.LUMBAR),
                        Arguments.of(exercise, THORAX, SensorPlacement.THORAX)));
    }

    private static MonitoredSet worn(SimulatedSet set, String exercise, int sensor, SensorPlacement called) {
        SensorDescription own = set.wearable().sensors().get(sensor);
        List<ImuSample> samples = new ArrayList<>();
        for (ImuSample sample : set.ofSensor(sensor)) {
            ImuSample only = sample.copy();
            only.sensorIndex = 0;
            samples.add(only);
        }
        return MonitoredSet.live(List.of(new SensorDescription(called, own.nominalRateHz(), "")), exercise)
                .feed(samples);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void twoSensorsCountACleanSetExactlyAndCautionNobody(String exercise) {
        for (long seed = 11; seed <= 13; seed++) {
            MonitoredSet set = MonitoredSet.of(SimulationScript.clean(exercise, REPETITIONS, seed));
            assertEquals(REPETITIONS, set.count(), exercise + " " + seed);
            for (int repetition = 1; repetition <= REPETITIONS; repetition++) {
                assertTrue(
                        set.level(repetition) < 2,
                        set.repetitions.get(repetition - 1).flags()::toString);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void anExerciseMeasuresWhatItIsSaidToMeasureAndNothingElse(String exercise) {
        ExerciseProfile profile = ExerciseProfile.ofName(exercise).orElseThrow();
        MonitoredSet set = MonitoredSet.of(SimulationScript.clean(exercise, REPETITIONS, 11));
        for (Metric metric : Metric.values()) {
            boolean seen = set.repetitions.stream()
                    .anyMatch(repetition -> repetition.metrics().containsKey(metric.jsonName()));
            boolean named = set.repetitions.stream()
                    .anyMatch(repetition -> repetition.notAssessed().contains(metric.jsonName()));
            boolean needsMore = WITH_MORE_THAN_A_SET.contains(metric);
            boolean measured = RepetitionMeasurement.isMeasured(metric, profile);
            assertTrue(measured || !seen, metric + " is measured in it");
            assertTrue(!measured || seen || named || needsMore, metric + " is nowhere in it");
        }
    }

    @ParameterizedTest
    @MethodSource("oneSensor")
    void oneSensorCountsExactlyOrSaysBeforehandThatItCannot(String exercise, int sensor, SensorPlacement called) {
        MonitoredSet set =
                worn(new SimulatedSet(SimulationScript.clean(exercise, REPETITIONS, 14)), exercise, sensor, called);
        if (set.allMessages().stream().anyMatch(said -> said.contains("cannot be seen with a sensor on the"))) {
            assertEquals(0, set.count());
            assertEquals(List.of(), set.flags);
        } else {
            assertEquals(REPETITIONS, set.count());
        }
        for (int repetition = 1; repetition <= set.count(); repetition++) {
            assertTrue(
                    set.level(repetition) < 2,
                    set.repetitions.get(repetition - 1).flags()::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("oneSensor")
    void oneSensorNeverSpeaksOfTheLumbarSpine(String exercise, int sensor, SensorPlacement called) {
        MonitoredSet set =
                worn(new SimulatedSet(SimulationScript.clean(exercise, REPETITIONS, 15)), exercise, sensor, called);
        for (SpinePose pose : set.poses) {
            assertTrue(Double.isNaN(pose.lumbarFlexionDeg));
            assertTrue(Double.isNaN(pose.lateralBendDeg));
            assertTrue(Double.isNaN(pose.axialRotationDeg));
        }
        for (AnalysisResult.Repetition repetition : set.result().repetitions()) {
            for (Metric metric : Metric.values()) {
                assertFalse(
                        metric.needsTwoSensors() && repetition.metrics().containsKey(metric.jsonName()),
                        metric::jsonName);
            }
            assertTrue(repetition.notAssessed().contains(Metric.LUMBAR_FLEXION_PEAK.jsonName()));
            assertFlagsNothingOfTheLumbarSpine(repetition.flags());
        }
        set.flags.forEach(live -> assertFlagsNothingOfTheLumbarSpine(List.of(live.flag())));
    }

    private static void assertFlagsNothingOfTheLumbarSpine(List<FormFlag> flags) {
        for (FormFlag flag : flags) {
            assertFalse(OF_THE_LUMBAR_SPINE.contains(flag.flag()), flag::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "overhead_press, PELVIS, pelvis, thorax",
        "overhead_press, LUMBAR, lower back, thorax",
        "prone_press_up, PELVIS, pelvis, thorax",
        "bird_dog, PELVIS, pelvis, thorax",
        "pelvic_tilt, THORAX, thorax, pelvis",
        "pelvic_tilt, UPPER_THORAX, upper back, pelvis"
    })
    void whatASensorCannotSeeIsSaidBeforeTheFirstSample(
            String exercise, SensorPlacement placement, String where, String better) {
        MonitoredSet set = MonitoredSet.live(List.of(new SensorDescription(placement, 104, "")), exercise);
        assertTrue(
                set.result().quality().messages().stream()
                        .anyMatch(said -> said.startsWith("Repetitions of this exercise")
                                && said.contains("cannot be seen with a sensor on the " + where + ",")
                                && said.contains("Wear one on the " + better)),
                () -> set.result().quality().messages().toString());
    }

    @ParameterizedTest
    @CsvSource({"bird_dog, 8", "side_plank, 30", "side_plank, 45", "side_plank, 118"})
    void holdsAreTimedFromTheirTopToWhereTheyAreLeft(String exercise, double holdS) {
        SimulationScript script = SimulationScript.clean(exercise, 3, 16).with(new SimulatedTempo(1.4, 3, 1.4, holdS));
        SimulatedSet simulated = new SimulatedSet(script);
        MonitoredSet set =
                MonitoredSet.live(simulated.wearable().sensors(), exercise).feed(simulated.samples());
        assertEquals(3, set.count());
        for (int i = 0; i < 3; i++) {
            SimulationTruth.Repetition real =
                    simulated.wearable().truth().repetitions().get(i);
            double found = set.repetitions.get(i).metrics().get(Metric.HOLD_DURATION.jsonName());
            assertEquals(real.holdEndS() - real.topS(), found, 1.5);
        }
    }
}
