package org.plumbline.bench.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.plumbline.core.simulation.Interlude;
import org.plumbline.core.simulation.SensorConditions;
import org.plumbline.core.simulation.SimulatedTempo;
import org.plumbline.core.simulation.SimulationScript;

/**
 * One set of the grid. Every set draws every condition anew and independently, so that each value of a condition meets all
 * values of the others; mounting is random in every set.
 *
 * @param script the set
 * @param sensors the sensors
 * @param fault what goes wrong
 * @param firstFaulty first repetition with the fault, from 1
 * @param lastFaulty last one
 * @param traits value of each condition, for the table
 */
record GridCase(
        SimulationScript script,
        SensorConditions sensors,
        Fault fault,
        int firstFaulty,
        int lastFaulty,
        Map<String, String> traits) {
    /** The condition that says what happens besides the repetitions. */
    static final String BESIDES = "besides";

    static final String PLATE = "picks up a plate before the set";

    private static final int REPETITIONS = 8;

    /** The grid's own seed: another one gives other sets. */
    private static final long SEED = 20261121;

    /** Half the sets have the lifter's own tempo, the others a way of 0.6 to 5 s. */
    private static final double SHORTEST_WAY_S = 0.6;

    private static final double LONGEST_WAY_S = 5;

    /** The first {@code count} sets of the grid. */
    static List<GridCase> first(int count) {
        List<GridCase> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cases.add(drawn(new SplittableRandom(SEED + i), i));
        }
        return cases;
    }

    private static GridCase drawn(SplittableRandom random, int number) {
        Map<String, String> traits = new TreeMap<>();
        boolean squat = number % 2 == 1;
        String exercise = squat ? SimulationScript.SQUAT : SimulationScript.DEADLIFT;
        Fault fault = Fault.values()[number / 2 % Fault.values().length];
        if (fault == Fault.TUCK && !squat) {
            fault = Fault.NONE;
        }
        boolean touchAndGo = !squat && random.nextInt(3) == 0;
        traits.put("exercise", touchAndGo ? "deadlift, touch-and-go" : exercise);
        SimulationScript script = SimulationScript.clean(exercise, REPETITIONS, 1000 + number);
        script = touchAndGo ? script.withTouchAndGo() : script;
        script = withTempo(script, random, squat, touchAndGo, traits);
        script = withInterludes(script, random, traits);
        int first = 3 + random.nextInt(4);
        traits.put("fault", fault == Fault.NONE ? "none" : fault.name().toLowerCase(java.util.Locale.ROOT));
        return new GridCase(
                fault.into(script, first, first + 1), sensors(random, traits), fault, first, first + 1, traits);
    }

    private static SimulationScript withTempo(
            SimulationScript script,
            SplittableRandom random,
            boolean squat,
            boolean touchAndGo,
            Map<String, String> traits) {
        if (random.nextBoolean()) {
            traits.put("way", "own tempo");
            return script;
        }
        double downS = way(random);
        double upS = way(random);
        traits.put("way", Math.min(downS, upS) < 1 ? "under 1 s" : Math.max(downS, upS) > 3 ? "over 3 s" : "1 to 3 s");
        double bottomS = touchAndGo ? 0.05 : squat ? 0.1 + random.nextDouble() : 0.4 + random.nextDouble();
        return script.with(new SimulatedTempo(downS, bottomS, upS, 0.4 + random.nextDouble()));
    }

    private static double way(SplittableRandom random) {
        // evenly over the logarithm: as many fast ways as slow ones
        return SHORTEST_WAY_S * Math.pow(LONGEST_WAY_S / SHORTEST_WAY_S, random.nextDouble());
    }

    private static SimulationScript withInterludes(
            SimulationScript script, SplittableRandom random, Map<String, String> traits) {
        int after = 1 + random.nextInt(REPETITIONS - 1);
        switch (random.nextInt(6)) {
            case 0:
                traits.put(BESIDES, "walks between two repetitions");
                return script.with(new Interlude.Walk(after, 3 + random.nextInt(4)));
            case 1:
                traits.put(BESIDES, "pauses");
                return script.with(new Interlude.Pause(after, 2 + 8 * random.nextDouble()));
            case 2:
                traits.put(BESIDES, PLATE);
                return script.with(new Interlude.PlatePickup(0));
            case 3:
                traits.put(BESIDES, "grips anew");
                return script.with(new Interlude.Regrip(after));
            default:
                traits.put(BESIDES, "nothing");
                return script;
        }
    }

    private static SensorConditions sensors(SplittableRandom random, Map<String, String> traits) {
        double rateHz = List.of(25.0, 52.0, 104.0, 208.0).get(random.nextInt(4));
        double lost = List.of(0.0, 0.005, 0.02, 0.05).get(random.nextInt(4));
        double bias = List.of(0.4, 1.0, 3.0).get(random.nextInt(3));
        double skewPpm = List.of(0.0, 40.0, 100.0).get(random.nextInt(3));
        double skin = List.of(0.1, 0.3, 0.6).get(random.nextInt(3));
        int burst = random.nextInt(3) == 0 ? 4 : 1;
        traits.put("rate", Math.round(rateHz) + " Hz");
        traits.put("lost", lost * 100 + " %");
        traits.put("gyroscope bias", bias + " deg/s");
        traits.put("clock", Math.round(skewPpm) + " ppm");
        traits.put("skin", skin + " deg for 1 m/s²");
        traits.put("bursts", burst == 1 ? "no" : "four frames at a time");
        return SensorConditions.realistic()
                .withRateHz(rateHz)
                .withLostShare(lost)
                .withGyroBias(bias, SensorConditions.realistic().gyroBiasWalkDegPerS())
                .withClockSkew(skewPpm)
                .withSkinTilt(skin)
                .withFramesPerBurst(burst);
    }
}
