package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.recording.RecordingEnd;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.testing.SimulatedSet;

/** Where a monitored set ends: by itself, in the midst of a movement, or before it began. */
class MonitoredEndTest extends MonitorCase {
    @Test
    void anEmptyStreamHasAnEmptyResult() {
        MonitoredSet set = MonitoredSet.live(twoSensors(), "deadlift");
        assertEquals(List.of(), set.result().calibration().messages(), "nothing is wrong yet");
        set.monitor.finish();
        assertEquals(0, set.count());
        assertEquals(0, set.result().recording().durationS());
        assertEquals(List.of(SetStage.ENDED), set.stages);
        assertEquals("none", set.result().calibration().neutral().quality());
        assertEquals(1, set.result().calibration().messages().size());
    }

    @ParameterizedTest
    @CsvSource({"squat,1", "deadlift,2"})
    void ofASetThatIsBrokenOffNothingCountsThatWasNotFinished(String exercise, long seed) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean(exercise, 3, seed));
        List<AnalysisResult.Repetition> whole = MonitoredSet.live(twoSensors(), exercise)
                .feed(simulated.samples())
                .result()
                .repetitions();
        long lastMicros = simulated.samples().get(simulated.samples().size() - 1).timeMicros;
        int halvesFinished = 0;
        for (long cut = 2_000_000; cut < lastMicros; cut += 700_000) {
            long end = cut;
            MonitoredSet brokenOff = MonitoredSet.live(twoSensors(), exercise);
            MonitoredSet finished = MonitoredSet.live(twoSensors(), exercise);
            simulated.samples().stream()
                    .filter(sample -> sample.timeMicros < end)
                    .peek(finished.monitor::accept)
                    .forEach(brokenOff.monitor::accept);
            brokenOff.monitor.breakOff();
            finished.monitor.finish();
            long done = whole.stream()
                    .filter(repetition -> repetition.endS() * 1e6 < end + 200_000)
                    .count();
            assertTrue(brokenOff.count() <= done, exercise + " broken off at " + end + ": " + brokenOff.count());
            for (int i = 0; i < brokenOff.count(); i++) {
                AnalysisResult.Repetition kept =
                        brokenOff.result().repetitions().get(i);
                assertEquals(whole.get(i).startS(), kept.startS(), 0.1, exercise + " broken off at " + end);
                assertEquals(whole.get(i).endS(), kept.endS(), 0.1, exercise + " broken off at " + end);
            }
            assertEquals(SetStage.ENDED, brokenOff.stages.get(brokenOff.stages.size() - 1));
            halvesFinished += finished.count() > done ? 1 : 0;
        }
        assertTrue(halvesFinished > 0, "where the lifter ends it, what looks like bows and halves may count");
    }

    @ParameterizedTest
    @CsvSource({
        "deadlift,concentric,0.5",
        "deadlift,eccentric,0.4",
        "deadlift,eccentric,0.6",
        "deadlift,eccentric,0.8",
        "squat,eccentric,0.6",
        "squat,concentric,0.4",
        "squat,concentric,0.7"
    })
    void theMovementInWhichTheLifterStopsIsNoRepetitionAndIsNotForgotten(String exercise, String phase, double share) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean(exercise, 4, 5));
        AnalysisResult.Repetition third = MonitoredSet.live(twoSensors(), exercise)
                .feed(simulated.samples())
                .result()
                .repetitions()
                .get(2);
        double stopS = within(third, phase, exercise.equals("squat"), share);
        MonitoredSet stopped = MonitoredSet.live(twoSensors(), exercise);
        simulated.samples().stream()
                .filter(sample -> sample.timeMicros < stopS * 1e6)
                .forEach(stopped.monitor::accept);
        assertNull(stopped.result().unfinished(), "while it runs");
        stopped.monitor.stop();

        assertEquals(2, stopped.count(), "a half stays a half");
        AnalysisResult.Unfinished left = stopped.result().unfinished();
        assertEquals(3, left.number());
        assertEquals(phase, left.phase());
        assertEquals(stopS, left.stoppedS(), 0.1);
        assertTrue(left.startS() >= stopped.result().repetitions().get(1).barBreakS() && left.startS() < stopS);
        double peakDeg = left.metrics().get("lumbarFlexionPeakDeg");
        assertTrue(peakDeg > 0 && peakDeg < third.metrics().get("lumbarFlexionPeakDeg") + 3, left.toString());
        assertFalse(left.metrics().containsKey("eccentricDurationS"), "what it takes a whole repetition for");
        assertEquals("unfinished", left.notAssessedBecause().get("eccentricDurationS"));
        assertEquals(List.copyOf(new TreeSet<>(left.notAssessedBecause().keySet())), left.notAssessed());
    }

    private static double within(AnalysisResult.Repetition whole, String phase, boolean squat, double share) {
        if (phase.equals("concentric")) {
            return whole.barBreakS() + share * whole.concentricS();
        }
        double fromS =
                squat ? whole.barBreakS() - whole.bottomS() - whole.eccentricS() : whole.topS() + whole.topHoldS();
        return fromS + share * whole.eccentricS();
    }

    @Test
    void aRecordingThatSaysThatTheLifterStoppedIsCountedAsTheLiveSetWas() {
        List<ImuSample> samples = new SimulatedSet(SimulationScript.clean("deadlift", 3, 6)).samples();
        boolean differed = false;
        // somewhere near the end a repetition is complete enough for a file that was cut, and not for who stops there
        for (int left = 0; left < 1200; left += 40) {
            List<ImuSample> until = samples.subList(0, samples.size() - left);
            MonitoredSet live = MonitoredSet.live(twoSensors(), "deadlift");
            until.forEach(live.monitor::accept);
            live.monitor.stop();
            FormMonitor said = ended(Map.of(RecordingEnd.KEY, "stopped"));
            until.forEach(said::accept);
            said.finish();
            FormMonitor silent = ended(Map.of());
            until.forEach(silent::accept);
            silent.finish();
            assertEquals(live.result().repetitions(), said.result().repetitions(), left + " samples left");
            differed |= silent.result().repetitions().size() != live.count();
        }
        assertTrue(differed, "the end that is not said counts more");
    }

    private static FormMonitor ended(Map<String, String> otherKeys) {
        RecordingHeader header = new RecordingHeader(null, "deadlift", null, null, twoSensors(), List.of(), otherKeys);
        return new FormMonitor(MonitorSetup.of(header, null), new FormListener() {});
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadlift", "squat"})
    void whoStopsAfterTheLastRepetitionStopsInNone(String exercise) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean(exercise, 3, 6));
        MonitoredSet set = MonitoredSet.live(twoSensors(), exercise);
        simulated.samples().forEach(set.monitor::accept);
        set.monitor.stop();
        assertEquals(3, set.count());
        assertNull(set.result().unfinished(), String.valueOf(set.result().unfinished()));
    }

    @Test
    void finishingTwiceIsFinishingOnce() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("squat", 3, 1));
        MonitoredSet set = MonitoredSet.live(twoSensors(), "squat").feed(simulated.samples());
        AnalysisResult result = set.result();
        set.monitor.finish();
        simulated.feed(set.monitor);
        assertEquals(result, set.result());
        assertEquals(3, set.repetitions.size());
        assertEquals(SetStage.ENDED, set.stages.get(set.stages.size() - 1));
        assertEquals(4, set.stages.size());
    }

    @Test
    void theResultMayBeAskedForAtAnyTime() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("deadlift", 4, 2));
        MonitoredSet set = MonitoredSet.live(twoSensors(), "deadlift");
        int before = 0;
        for (int i = 0; i < simulated.samples().size(); i++) {
            set.monitor.accept(simulated.samples().get(i));
            if (i % 200 == 0) {
                int count = set.count();
                assertTrue(count >= before);
                assertEquals(set.repetitions.size(), count);
                assertFalse(
                        set.result().calibration().messages().toString().contains("too short"), "the set is not over");
                before = count;
            }
        }
        set.monitor.finish();
        assertEquals(4, set.count());
    }
}
