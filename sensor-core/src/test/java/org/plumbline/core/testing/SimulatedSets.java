package org.plumbline.core.testing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.plumbline.core.FormMonitor;
import org.plumbline.core.KnownPerson;
import org.plumbline.core.MonitorSetup;
import org.plumbline.core.form.TempoTarget;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.repetition.RepetitionCorrections;
import org.plumbline.core.simulation.Interlude;
import org.plumbline.core.simulation.SessionScript;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulatedSession;
import org.plumbline.core.simulation.SimulatedTempo;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.simulation.SimulationTruth;

/** Sets of everything the simulated lifter can do well, badly, with one sensor, or broken off: by name, each analysed whole. */
public final class SimulatedSets {
    private static final int REPETITIONS = 5;
    private static final Map<String, Scenario> ALL = all();
    private static final Map<SimulationScript, SimulatedSet> SIMULATED = new ConcurrentHashMap<>();

    private SimulatedSets() {}

    /** What is simulated, and how it is fed to the monitor. */
    private record Scenario(SimulationScript script, int alone, Feeding feeding) {}

    /** A simulated set as the monitor gets it: with its sensors, or the one of them that is worn. */
    private record Worn(
            SimulatedSet set,
            String exercise,
            List<ImuSample> samples,
            List<SensorDescription> sensors,
            ToldLines told) {}

    private interface Feeding {
        void feed(Worn worn);
    }

    /** The names of the sets. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** The sets in which both sensors are worn and nothing is lost. */
    public static List<String> wholeNames() {
        return ALL.entrySet().stream()
                .filter(set -> set.getValue().alone < 0 && !set.getKey().contains("silent"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    /** Quarters of an hour in a gym: sets, and all that happens between them. */
    public static List<String> sessions() {
        return List.of("deadlift", "squat");
    }

    /** All that is told of a session of that exercise. */
    public static ToldLines toldOfSession(String exercise) {
        SimulatedSet set = new SimulatedSet(new SimulatedSession(SessionScript.realistic(exercise, 15, 31)).wearable());
        ToldLines told = new ToldLines();
        whole(KnownPerson.UNKNOWN)
                .feed(new Worn(set, exercise, set.samples(), set.wearable().sensors(), told));
        return told;
    }

    /** All that is told of a set of that name, and found in it. */
    public static ToldLines told(String name) {
        Scenario scenario = ALL.get(name);
        SimulatedSet set = SIMULATED.computeIfAbsent(scenario.script, SimulatedSet::new);
        ToldLines told = new ToldLines();
        boolean both = scenario.alone < 0;
        scenario.feeding.feed(new Worn(
                set,
                scenario.script.exercise(),
                both ? set.samples() : set.alone(scenario.alone),
                both
                        ? set.wearable().sensors()
                        : List.of(set.wearable().sensors().get(scenario.alone)),
                told));
        return told;
    }

    private static Map<String, Scenario> all() {
        Map<String, Scenario> all = new LinkedHashMap<>();
        for (String exercise : SimulationScript.exercises()) {
            SimulationScript clean = SimulationScript.clean(exercise, REPETITIONS, 21);
            all.put(exercise + ", clean", new Scenario(clean, -1, whole(KnownPerson.UNKNOWN)));
            all.put(exercise + ", pelvis alone", new Scenario(clean, 0, whole(KnownPerson.UNKNOWN)));
            all.put(exercise + ", thorax alone", new Scenario(clean, 1, whole(KnownPerson.UNKNOWN)));
        }
        for (String exercise : List.of("deadlift", "squat", "romanian_deadlift", "good_morning", "row", "bird_dog")) {
            all.put(
                    exercise + ", tiring",
                    new Scenario(
                            SimulationScript.clean(exercise, 8, 22)
                                    .with(new SimulatedFault.Drift(2.5))
                                    .with(new SimulatedFault.Tiring(35))
                                    .with(new SimulatedFault.Twist(4, 14))
                                    .with(new SimulatedFault.SideBend(5, 14))
                                    .with(new SimulatedFault.Rounding(6, 14)),
                            -1,
                            whole(new KnownPerson(null, null, null, 80, null, KnownPerson.UNKNOWN.corrections()))));
        }
        SimulationScript faulty = SimulationScript.clean("squat", 8, 23)
                .with(new SimulatedFault.Tuck(3, 15))
                .with(new SimulatedFault.HipShoot(4, 15))
                .with(new SimulatedFault.HyperExtension(5, 15))
                .with(new SimulatedFault.DepthLoss(6, 40))
                .with(new SimulatedFault.Yank(7, 3))
                .with(new SimulatedFault.Shaky(8, 3));
        all.put("squat, with every fault of one repetition", new Scenario(faulty, -1, whole(KnownPerson.UNKNOWN)));
        all.put(
                "deadlift, touch and go",
                new Scenario(
                        SimulationScript.clean("deadlift", 6, 24).withTouchAndGo(), -1, whole(KnownPerson.UNKNOWN)));
        SimulationScript busy = SimulationScript.clean("deadlift", 6, 25)
                .with(new Interlude.Walk(0, 6))
                .with(new Interlude.PlatePickup(0))
                .with(new Interlude.Regrip(2))
                .with(new Interlude.Pause(3, 45))
                .with(new Interlude.Walk(4, 12));
        all.put("deadlift, walking and pausing between", new Scenario(busy, -1, whole(KnownPerson.UNKNOWN)));
        SimulationScript squats = SimulationScript.clean("squat", 6, 26);
        SimulationScript planks = SimulationScript.clean("side_plank", 2, 27).with(new SimulatedTempo(1.4, 3, 1.4, 20));
        all.put(
                "squat, at a tempo",
                new Scenario(
                        squats.with(new SimulatedTempo(3, 1, 2, 1)),
                        -1,
                        whole(new KnownPerson(
                                null,
                                null,
                                new TempoTarget(2, 1, 1, 1),
                                60,
                                null,
                                KnownPerson.UNKNOWN.corrections()))));
        for (double silentS : new double[] {1.5, 7}) {
            all.put("squat, silent for " + silentS + " s", new Scenario(squats, -1, silent(silentS, -1)));
            all.put("side_plank, silent for " + silentS + " s", new Scenario(planks, -1, silent(silentS, -1)));
            all.put("squat, pelvis silent for " + silentS + " s", new Scenario(squats, -1, silent(silentS, 0)));
            all.put("side_plank, thorax silent for " + silentS + " s", new Scenario(planks, -1, silent(silentS, 1)));
        }
        for (String how : List.of("stopped", "broken off", "ended")) {
            all.put("squat, " + how + " on the way up", new Scenario(squats, -1, leftAmid(how)));
            all.put("side_plank, " + how + " amid a hold", new Scenario(planks, -1, leftAmid(how)));
        }
        all.put("squat, the second is said to be none", new Scenario(squats, -1, corrected()));
        return Collections.unmodifiableMap(all);
    }

    private static Feeding whole(KnownPerson person) {
        return worn -> feed(worn, person, sample -> true, "ended");
    }

    /** Without those of one sensor, or of all, for a while from the middle of the second repetition on. */
    private static Feeding silent(double silentS, int sensor) {
        return worn -> {
            double fromS = middleOfSecondS(worn.set);
            feed(
                    worn,
                    KnownPerson.UNKNOWN,
                    sample -> sample.timeMicros < fromS * 1e6
                            || sample.timeMicros > (fromS + silentS) * 1e6
                            || (sensor >= 0 && sample.sensorIndex != sensor),
                    "ended");
        };
    }

    private static Feeding leftAmid(String how) {
        return worn -> {
            double untilS = middleOfSecondS(worn.set);
            feed(worn, KnownPerson.UNKNOWN, sample -> sample.timeMicros <= untilS * 1e6, how);
        };
    }

    private static Feeding corrected() {
        return worn -> {
            long moment = Math.round(middleOfSecondS(worn.set) * 1e6);
            KnownPerson person = new KnownPerson(
                    null, null, null, Double.NaN, null, new RepetitionCorrections(List.of(moment), List.of()));
            feed(worn, person, sample -> true, "ended");
        };
    }

    private static double middleOfSecondS(SimulatedSet set) {
        SimulationTruth.Repetition second = set.wearable().truth().repetitions().get(1);
        return (second.barBreakS() + second.topS()) / 2 + (second.holdEndS() - second.topS() > 5 ? 8 : 0);
    }

    private static void feed(Worn worn, KnownPerson person, Predicate<ImuSample> heard, String how) {
        FormMonitor monitor =
                new FormMonitor(MonitorSetup.live(worn.sensors, worn.exercise).of(person), worn.told);
        worn.samples.stream().filter(heard).forEach(monitor::accept);
        switch (how) {
            case "stopped" -> monitor.stop();
            case "broken off" -> monitor.breakOff();
            default -> monitor.finish();
        }
        worn.told.found(monitor.result());
    }
}
