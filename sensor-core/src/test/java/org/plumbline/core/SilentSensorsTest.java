package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.form.Metric;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.repetition.Silence;
import org.plumbline.core.simulation.SimulatedTempo;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.simulation.SimulationTruth;
import org.plumbline.core.testing.SimulatedSet;

/** What is said of a while in which no sensor was heard. */
class SilentSensorsTest {
    private static MonitoredSet without(SimulatedSet simulated, String exercise, double fromS, double toS) {
        MonitoredSet set = MonitoredSet.live(simulated.wearable().sensors(), exercise);
        for (ImuSample sample : simulated.samples()) {
            double timeS = sample.timeMicros * 1e-6;
            if (timeS < fromS || timeS > toS) {
                set.monitor.accept(sample);
            }
        }
        set.monitor.finish();
        return set;
    }

    /** The set without what one of its sensors sent meanwhile. */
    private static MonitoredSet withoutSensor(
            SimulatedSet simulated, String exercise, int sensor, double fromS, double toS) {
        MonitoredSet set = MonitoredSet.live(simulated.wearable().sensors(), exercise);
        for (ImuSample sample : simulated.samples()) {
            double timeS = sample.timeMicros * 1e-6;
            if (timeS < fromS || timeS > toS || sample.sensorIndex != sensor) {
                set.monitor.accept(sample);
            }
        }
        set.monitor.finish();
        return set;
    }

    private static SimulatedSet planks() {
        return new SimulatedSet(SimulationScript.clean("side_plank", 2, 21).with(new SimulatedTempo(1.4, 3, 1.4, 30)));
    }

    private static List<String> silences(MonitoredSet set) {
        return set.result().quality().messages().stream()
                .filter(Silence::isMessage)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadlift", "squat"})
    void aRepetitionThatBothSensorsGoSilentInIsNotGoneWithoutAWord(String exercise) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean(exercise, 6, 5));
        SimulationTruth.Repetition third =
                simulated.wearable().truth().repetitions().get(2);
        double fromS = (third.barBreakS() + third.topS()) / 2;
        MonitoredSet set = without(simulated, exercise, fromS, fromS + 7);
        assertTrue(set.count() < 6, "it cannot be counted");
        List<String> said = silences(set);
        assertEquals(1, said.size(), said::toString);
        assertTrue(said.get(0).startsWith(Silence.MOVEMENT_UNDER_WAY), said::toString);
        assertTrue(said.get(0).endsWith(": not assessed and not counted."), said::toString);
        assertTrue(set.messages.containsAll(said), "while the set runs");
    }

    @Test
    void aRepetitionThatWasNotSeenForAWhileMayHaveBeenTwo() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("squat", 6, 5));
        SimulationTruth.Repetition third =
                simulated.wearable().truth().repetitions().get(2);
        MonitoredSet set = without(simulated, "squat", third.barBreakS(), third.barBreakS() + 3);
        List<String> said = silences(set);
        assertEquals(1, said.size(), said::toString);
        assertTrue(said.get(0).endsWith("the number of repetitions may be wrong by it."), said::toString);
    }

    @Test
    void aLatePacketIsNotWorthAWord() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("squat", 6, 5));
        SimulationTruth.Repetition third =
                simulated.wearable().truth().repetitions().get(2);
        MonitoredSet set = without(simulated, "squat", third.barBreakS(), third.barBreakS() + 0.4);
        assertEquals(6, set.count());
        assertEquals(List.of(), silences(set));
    }

    @ParameterizedTest
    @CsvSource({"2", "4.5"})
    void theSecondsOfAHoldInWhichNothingWasSeenAreNotHeld(double silentS) {
        SimulatedSet simulated = planks();
        double whole = heldS(
                MonitoredSet.live(simulated.wearable().sensors(), "side_plank").feed(simulated.samples()));
        SimulationTruth.Repetition first =
                simulated.wearable().truth().repetitions().get(0);
        MonitoredSet set = without(simulated, "side_plank", first.topS() + 10, first.topS() + 10 + silentS);
        assertEquals(2, set.count());
        // after a silence it takes up to a second until a sensor knows again how it lies
        assertEquals(whole - silentS - 0.5, heldS(set), 0.6);
        MonitoredSet.Hold told = set.holds.get(0);
        assertEquals(heldS(set), told.untilS() - told.sinceS(), 0.5, "nor does the screen count them");
        List<String> said = silences(set);
        assertEquals(1, said.size(), said::toString);
        assertTrue(said.get(0).startsWith(Silence.HOLD_UNDER_WAY), said::toString);
        assertTrue(said.get(0).endsWith("in between do not count as held."), said::toString);
    }

    @ParameterizedTest
    @CsvSource({"side_plank, 0", "side_plank, 1", "bird_dog, 0", "bird_dog, 1"})
    void whileOneOfTwoSensorsIsHeardTheyAreNotSaidToBeSilent(String exercise, int sensor) {
        SimulatedSet simulated =
                new SimulatedSet(SimulationScript.clean(exercise, 2, 21).with(new SimulatedTempo(1.4, 3, 1.4, 30)));
        MonitoredSet whole =
                MonitoredSet.live(simulated.wearable().sensors(), exercise).feed(simulated.samples());
        double fromS = simulated.wearable().truth().repetitions().get(0).topS() + 10;
        MonitoredSet set = withoutSensor(simulated, exercise, sensor, fromS, fromS + 3);
        String said = String.join("|", silences(set));
        assertEquals(-1, said.indexOf("the sensors"), said);
        boolean shows = exercise.equals("side_plank") == (sensor == 0);
        assertEquals(shows ? 1 : 0, silences(set).size(), said);
        if (shows) {
            assertTrue(said.startsWith(Silence.HOLD_UNDER_WAY), said);
            assertTrue(said.contains(" when the sensor that shows it went silent, until "), said);
            assertTrue(said.endsWith(" s in between were not seen and count as held."), said);
        }
        assertEquals(2, set.count());
        assertEquals(heldS(whole), heldS(set), 0.1);
        MonitoredSet.Hold told = set.holds.get(0);
        assertEquals(whole.holds.get(0).sinceS(), told.sinceS(), 0.1, "the screen counts them, too");
    }

    @ParameterizedTest
    @CsvSource({"10, 13, 10, 16", "13, 16, 10, 16", "11, 13, 10, 16"})
    void twoSilencesThatOverlapSayTogetherWhatIsMeasured(
            double allFromS, double allToS, double shownFromS, double shownToS) {
        SimulatedSet simulated = planks();
        double whole = heldS(
                MonitoredSet.live(simulated.wearable().sensors(), "side_plank").feed(simulated.samples()));
        double topS = simulated.wearable().truth().repetitions().get(0).topS();
        MonitoredSet set = MonitoredSet.live(simulated.wearable().sensors(), "side_plank");
        for (ImuSample sample : simulated.samples()) {
            double timeS = sample.timeMicros * 1e-6 - topS;
            boolean allSilent = timeS >= allFromS && timeS <= allToS;
            boolean shows = sample.sensorIndex == 0;
            if (!allSilent && !(shows && timeS >= shownFromS && timeS <= shownToS)) {
                set.monitor.accept(sample);
            }
        }
        set.monitor.finish();
        List<String> said = silences(set);
        assertEquals(2, said.size(), said::toString);
        Matcher ofAll = found(": the ([0-9.]+) s in between do not count as held\\.$", said.get(0));
        Matcher alone = found(
                ": the ([0-9.]+) s in between were not seen, and ([0-9.]+) s of them count as held\\.$", said.get(1));
        double notHeldS = seconds(ofAll, 1);
        assertEquals(notHeldS, seconds(alone, 1) - seconds(alone, 2), 0.11, said::toString);
        assertEquals(whole - notHeldS, heldS(set), 0.15, said::toString);
    }

    private static Matcher found(String pattern, String said) {
        Matcher matcher = Pattern.compile(pattern).matcher(said);
        assertTrue(matcher.find(), said);
        return matcher;
    }

    private static double seconds(Matcher matcher, int group) {
        return Double.parseDouble(matcher.group(group));
    }

    @ParameterizedTest
    @CsvSource({"glute_bridge, 0, 3", "glute_bridge, 0, 7", "prone_press_up, 1, 7"})
    void aRepetitionTheSensorThatShowsItDidNotSeeIsNotGoneWithoutAWord(String exercise, int sensor, double lostS) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean(exercise, 6, 5));
        SimulationTruth.Repetition third =
                simulated.wearable().truth().repetitions().get(2);
        double fromS = (third.barBreakS() + third.topS()) / 2;
        MonitoredSet set = withoutSensor(simulated, exercise, sensor, fromS, fromS + lostS);
        assertTrue(set.count() < 6, "it cannot be counted");
        List<String> said = silences(set);
        assertEquals(1, said.size(), said::toString);
        assertTrue(said.get(0).startsWith(Silence.MOVEMENT_UNDER_WAY), said::toString);
        assertTrue(said.get(0).contains(" when the sensor that shows it went silent, until "), said::toString);
        assertTrue(said.get(0).endsWith("the number of repetitions may be wrong by it."), said::toString);
    }

    private static double heldS(MonitoredSet set) {
        return set.repetitions.get(0).metrics().get(Metric.HOLD_DURATION.jsonName());
    }

    @Test
    void aHoldThatIsLostForLongSaysForHowLongItHadBeenHeld() {
        SimulatedSet simulated = planks();
        SimulationTruth.Repetition first =
                simulated.wearable().truth().repetitions().get(0);
        MonitoredSet set = without(simulated, "side_plank", first.topS() + 10, first.topS() + 20);
        List<String> said = silences(set);
        assertEquals(1, said.size(), said::toString);
        assertTrue(said.get(0).startsWith(Silence.HOLD_UNDER_WAY), said::toString);
        assertTrue(said.get(0).contains("not assessed and not counted. It had been held for "), said::toString);
        assertEquals(1, set.count(), "the second");
    }

    @Test
    void aHoldThatIsLostForLongHadNotBeenHeldWhileNothingWasSeenBefore() {
        SimulatedSet simulated = planks();
        double topS = simulated.wearable().truth().repetitions().get(0).topS();
        MonitoredSet lost = MonitoredSet.live(simulated.wearable().sensors(), "side_plank");
        MonitoredSet stopped = MonitoredSet.live(simulated.wearable().sensors(), "side_plank");
        for (ImuSample sample : simulated.samples()) {
            double sinceTopS = sample.timeMicros * 1e-6 - topS;
            boolean heard = sinceTopS < 5 || sinceTopS > 8;
            if (heard && sinceTopS < 18) {
                stopped.monitor.accept(sample);
            }
            if (heard && (sinceTopS < 18 || sinceTopS > 28)) {
                lost.monitor.accept(sample);
            }
        }
        lost.monitor.finish();
        stopped.monitor.stop();
        AnalysisResult.Unfinished unfinished =
                Objects.requireNonNull(stopped.result().unfinished());
        double heldS = unfinished.metrics().get(Metric.HOLD_DURATION.jsonName());
        assertEquals(14.5, heldS, 1);
        List<String> said = silences(lost);
        assertEquals(2, said.size(), said::toString);
        assertTrue(
                said.get(1).endsWith(String.format(Locale.ROOT, "It had been held for %.1f s then.", heldS)),
                said::toString);
    }

    @ParameterizedTest
    @CsvSource({"0.2, true", "0.2, false", "0.5, true", "0.5, false", "3, true"})
    void aRepetitionThatWasBrokenIntoIsToldThoughTheSetEndsSoonAfter(double backS, boolean stopped) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("squat", 6, 5));
        SimulationTruth.Repetition third =
                simulated.wearable().truth().repetitions().get(2);
        double fromS = (third.barBreakS() + third.topS()) / 2;
        MonitoredSet set = MonitoredSet.live(simulated.wearable().sensors(), "squat");
        for (ImuSample sample : simulated.samples()) {
            double timeS = sample.timeMicros * 1e-6;
            if (timeS < fromS || timeS > fromS + 7 && timeS < fromS + 7 + backS) {
                set.monitor.accept(sample);
            }
        }
        if (stopped) {
            set.monitor.stop();
        } else {
            set.monitor.finish();
        }
        assertEquals(2, set.count());
        List<String> said = silences(set);
        assertEquals(1, said.size(), said::toString);
        assertTrue(said.get(0).startsWith(Silence.MOVEMENT_UNDER_WAY), said::toString);
        assertTrue(said.get(0).endsWith(": not assessed and not counted."), said::toString);
        assertTrue(set.messages.containsAll(said), "and as the set ends");
    }

    @Test
    void whatWasDoneBetweenTwoRepetitionsMayHaveBeenOne() {
        String said = new Silence(20, 26.04, null, false, Double.NaN, 6.04, true, false).message();
        assertEquals(
                "Nothing was seen from 20.0 s to 26.0 s as the sensors were silent: what was done then is not counted.",
                said);
    }
}
