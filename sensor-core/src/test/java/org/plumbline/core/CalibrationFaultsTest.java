package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.clock.ClockMapper;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.recording.RecordingReader;
import org.plumbline.core.simulation.SessionScript;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulatedSession;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.spine.SpinePose;
import org.plumbline.core.testing.RandomRotations;
import org.plumbline.core.testing.SampleFaults;
import org.plumbline.core.testing.SimulatedSet;
import org.plumbline.core.testing.ValidationData;

/** Sensors that are swapped, slip, come late or have been calibrated too long ago: it is said, and nothing false is flagged. */
class CalibrationFaultsTest {
    private static final int REPETITIONS = 6;

    @ParameterizedTest
    @CsvSource({
        "deadlift,1,true", "deadlift,2,true", "deadlift,3,false", "deadlift,4,false",
        "squat,1,true", "squat,2,true", "squat,3,false", "squat,4,false"
    })
    void swappedSensorsAreSaidAndNothingBetweenThemIsAssessed(String exercise, long seed, boolean bows) {
        SimulationScript script = SimulationScript.clean(exercise, REPETITIONS, seed);
        SimulatedSet simulated = new SimulatedSet(bows ? script : script.withoutCalibration());
        MonitoredSet set = MonitoredSet.live(simulated.wearable().sensors(), exercise)
                .feed(SampleFaults.swapped(simulated.samples()));
        assertEquals(
                1,
                set.messages.stream()
                        .filter(said -> said.contains("look swapped"))
                        .count(),
                set.messages::toString);
        AnalysisResult.CalibrationSummary calibration = set.result().calibration();
        assertEquals("none", calibration.axis().quality());
        assertTrue(calibration.axis().reason().contains("look swapped"));
        assertNull(calibration.maxFlexionDeg());
        assertNull(set.monitor.calibrationToKeep());
        assertEquals(REPETITIONS, set.count());
        for (AnalysisResult.Repetition repetition : set.result().repetitions()) {
            boolean saidSo = false;
            for (FormFlag flag : repetition.flags()) {
                boolean quality = flag.flag() == FlagName.QUALITY;
                assertTrue(quality || flag.flag() == FlagName.SPEED_LOSS, flag::toString);
                assertEquals(quality ? Confidence.HIGH : Confidence.LOW, flag.confidence(), flag::toString);
                saidSo |= quality;
            }
            assertTrue(saidSo, "nothing to see is not the same as good form");
            assertTrue(repetition.notAssessed().contains(Metric.FLEXION_GAIN_LOADED.jsonName()));
            assertTrue(repetition.notAssessed().contains(Metric.AXIAL_ROTATION_RANGE.jsonName()));
        }
        assertEquals(List.of(), set.cues);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadlift", "squat"})
    void aGoodSetIsNeverTakenForSwappedSlippedOrLate(String exercise) {
        for (long seed = 1; seed <= 40; seed++) {
            SimulationScript script = SimulationScript.clean(exercise, REPETITIONS, seed);
            for (SimulationScript one : List.of(script, script.withoutCalibration(), rounded(script, seed))) {
                MonitoredSet set = MonitoredSet.of(one);
                for (String said : set.messages) {
                    assertFalse(said.matches(".*(swapped|slipped|minutes|three seconds:).*"), one + ": " + said);
                }
            }
        }
    }

    private static SimulationScript rounded(SimulationScript script, long seed) {
        return seed % 2 == 0
                ? script.with(new SimulatedFault.Rounding(3, 12)).with(new SimulatedFault.Drift(2))
                : script.with(new SimulatedFault.Twist(3, -12)).with(new SimulatedFault.Tiring(40));
    }

    @Test
    void noSensorOfARealRecordingIsTakenForSwappedOrSlipped() throws IOException {
        Path folder = ValidationData.folder();
        int two = 0;
        for (Map<String, String> row : ValidationData.index()) {
            if (!row.get("sensors").matches(".*(pelvis|lumbar|thorax).*")) {
                continue;
            }
            AnalysisResult result = RecordingAnalysis.analyze(
                            () -> RecordingReader.open(folder.resolve(row.get("file"))),
                            row.get("exercise"),
                            new FormListener() {})
                    .result();
            two += result.recording().mode().equals("two-sensor") ? 1 : 0;
            for (String said : result.calibration().messages()) {
                assertFalse(said.matches(".*(swapped|slipped).*"), row.get("file") + ": " + said);
            }
        }
        assertTrue(two >= 30, "only " + two + " recordings with two sensors");
    }

    @ParameterizedTest
    @CsvSource({"deadlift,1", "squat,2"})
    void whoRestsOnABenchForAQuarterOfAnHourHasNotSlipped(String exercise, long seed) {
        List<String> said = new ArrayList<>();
        feed(new SimulatedSession(SessionScript.realistic(exercise, 17, seed)), exercise, said);
        assertEquals(List.of(), said);
    }

    @ParameterizedTest
    @CsvSource({
        "deadlift,1,0,8", "deadlift,2,0,-7", "deadlift,3,1,7", "deadlift,4,1,-8",
        "squat,5,0,7", "squat,6,0,-8", "squat,7,1,12", "squat,8,1,-7"
    })
    void aSensorThatSlipsIsNamedWithItsTimeAndWhatFollowsHasNoConfidence(
            String exercise, long seed, int sensor, double angleDeg) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean(exercise, REPETITIONS, seed));
        double atS = simulated.wearable().truth().repetitions().get(2).barBreakS() + 0.3;
        MonitoredSet set = MonitoredSet.live(simulated.wearable().sensors(), exercise)
                .feed(slipped(simulated, sensor, atS, angleDeg, seed));
        assertEquals(REPETITIONS, set.count());
        assertEquals(1, set.messages.size(), set.messages::toString);
        String said = set.messages.get(0);
        assertTrue(
                said.startsWith("The sensor " + (sensor == 0 ? "pelvis" : "thorax") + " looks to have slipped"), said);
        double saidAtS = Double.parseDouble(said.replaceAll(".*at about (\\d+) s.*", "$1"));
        assertEquals(atS, saidAtS, 5);
        AnalysisResult.CalibrationSummary calibration = set.result().calibration();
        assertEquals("poor", calibration.neutral().quality());
        assertEquals(said, calibration.neutral().reason());
        assertNull(set.monitor.calibrationToKeep());
        for (AnalysisResult.Repetition repetition : set.result().repetitions()) {
            for (FormFlag flag : repetition.flags()) {
                assertTrue(
                        flag.level() < 2 || flag.confidence() == Confidence.LOW || repetition.number() == 3,
                        () -> repetition.number() + " " + flag);
            }
        }
        assertEquals(REPETITIONS, set.result().repetitions().size());
        assertFalse(set.result().repetitions().get(5).metrics().containsKey(Metric.FLEXION_GAIN_LOADED.jsonName()));
    }

    /** About a level direction, so that the vertical in the sensor's axes moves by all of the angle. */
    private static List<ImuSample> slipped(SimulatedSet simulated, int sensor, double atS, double angleDeg, long seed) {
        double[] up = SampleFaults.meanUp(simulated.samples(), sensor, 1, 3);
        double[] direction = RandomRotations.direction(new Random(seed));
        double along = direction[0] * up[0] + direction[1] * up[1] + direction[2] * up[2];
        double length = 0;
        for (int i = 0; i < 3; i++) {
            direction[i] -= along * up[i];
            length += direction[i] * direction[i];
        }
        for (int i = 0; i < 3; i++) {
            direction[i] /= Math.sqrt(length);
        }
        return SampleFaults.slipped(simulated.samples(), sensor, atS, direction, angleDeg);
    }

    @ParameterizedTest
    @CsvSource({"0,3", "1,-3"})
    void aSensorThatMovesByLessThanTheLimitIsLeftInPeace(int sensor, double angleDeg) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("deadlift", REPETITIONS, 3));
        double atS = simulated.wearable().truth().repetitions().get(2).barBreakS() + 0.3;
        MonitoredSet set = MonitoredSet.live(simulated.wearable().sensors(), "deadlift")
                .feed(slipped(simulated, sensor, atS, angleDeg, 3));
        assertEquals(List.of(), set.messages);
        assertEquals("good", set.result().calibration().neutral().quality());
    }

    @Test
    void aCalibrationOfTwentyMinutesAgoIsSaidToBeStaleOnce() {
        List<String> said = new ArrayList<>();
        AnalysisResult result = feed(new SimulatedSession(SessionScript.realistic("squat", 24, 3)), "squat", said);
        assertEquals(1, said.size(), said::toString);
        assertTrue(said.get(0).matches("12\\d\\d: The calibration is more than 20 minutes old.*"), said.get(0));
        assertEquals("poor", result.calibration().neutral().quality());
        double lastS = 0;
        for (AnalysisResult.Repetition repetition : result.repetitions()) {
            lastS = repetition.endS();
            for (FormFlag flag : repetition.flags()) {
                assertTrue(repetition.endS() < 1215 || flag.confidence() == Confidence.LOW, flag::toString);
            }
        }
        assertTrue(lastS > 1215, "nothing was lifted after that");
    }

    private static AnalysisResult feed(SimulatedSession session, String exercise, List<String> said) {
        FormMonitor monitor =
                new FormMonitor(MonitorSetup.live(session.wearable().sensors(), exercise), new FormListener() {
                    @Override
                    public void onMessage(String message, double timeS) {
                        said.add(Math.round(timeS) + ": " + message);
                    }
                });
        ClockMapper mapper = new ClockMapper(2, monitor::accept);
        ImuSample sample = new ImuSample();
        while (session.wearable().next(sample)) {
            mapper.accept(sample);
        }
        mapper.finish();
        monitor.finish();
        return monitor.result();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aSensorThatComesLateIsNamedAndWaitedFor(int sensor) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("squat", 10, 2));
        double lateS = simulated.wearable().truth().repetitions().get(2).startS();
        MonitoredSet set = MonitoredSet.live(simulated.wearable().sensors(), "squat")
                .feed(SampleFaults.lateSensor(simulated.samples(), sensor, lateS));
        String name = sensor == 0 ? "pelvis" : "thorax";
        assertTrue(set.messages.get(0).startsWith("The sensor " + name + " has sent nothing for three seconds"));
        assertEquals(8, set.count(), 1, "what was lifted with both");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aSensorThatFallsSilentDuringTheCalibrationIsNamedInTheResult(int sensor) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("squat", 5, 2));
        List<ImuSample> samples = new ArrayList<>();
        for (ImuSample sample : simulated.samples()) {
            if (sample.sensorIndex != sensor || sample.timeMicros < 150_000) {
                samples.add(sample);
            }
        }
        MonitoredSet set =
                MonitoredSet.live(simulated.wearable().sensors(), "squat").feed(samples);
        String reason = set.result().calibration().neutral().reason();
        assertNotNull(reason);
        assertTrue(reason.startsWith("The sensor " + (sensor == 0 ? "pelvis" : "thorax") + " sent too little"), reason);
    }

    @Test
    void aSensorThatSendsNothingWhileItsFellowDoesIsNamedWhileThePersonWaits() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("squat", 3, 10));
        List<SensorDescription> sensors = simulated.wearable().sensors();
        MonitoredSet set = MonitoredSet.live(sensors, "squat").feed(simulated.ofSensor(1));
        assertTrue(set.messages.get(0).startsWith("The sensor pelvis has sent nothing"), set.messages::toString);
        for (SpinePose pose : set.poses) {
            assertTrue(Double.isNaN(pose.lumbarFlexionDeg));
        }
    }
}
