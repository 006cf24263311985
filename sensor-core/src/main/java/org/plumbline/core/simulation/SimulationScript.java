package org.plumbline.core.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a simulated lifter is to do.
 *
 * @param exercise one of {@link #exercises()}, by its name in recording files
 * @param repetitions repetitions of the set, or holds, at least 1
 * @param seed seed of everything random; equal scripts give equal samples
 * @param faults faults, each on one repetition or over the set; empty for a clean set
 * @param calibrate whether the lifter stands still and bows three times first
 * @param tempo durations of the phases, or null for the lifter's own
 * @param touchAndGo whether the bar only touches the floor between the repetitions of a deadlift
 * @param interludes what the lifter does besides, in the order in which it happens after one and the same repetition
 */
public record SimulationScript(
        String exercise,
        int repetitions,
        long seed,
        List<SimulatedFault> faults,
        boolean calibrate,
        @Nullable SimulatedTempo tempo,
        boolean touchAndGo,
        List<Interlude> interludes) {
    public static final String DEADLIFT = "deadlift";
    public static final String SQUAT = "squat";
    public static final String ROMANIAN_DEADLIFT = "romanian_deadlift";
    public static final String GOOD_MORNING = "good_morning";
    public static final String SWING = "swing";
    public static final String TRUNK_MOVEMENT = "trunk_movement";
    public static final String ROW = "row";
    public static final String OVERHEAD_PRESS = "overhead_press";
    public static final String BIRD_DOG = "bird_dog";
    public static final String GLUTE_BRIDGE = "glute_bridge";
    public static final String PELVIC_TILT = "pelvic_tilt";
    public static final String SIDE_PLANK = "side_plank";
    public static final String PRONE_PRESS_UP = "prone_press_up";

    /** About nine hours of repetitions: more is a mistake in the script, not a set. */
    static final int MOST_REPETITIONS = 5000;

    private static final int MOST_STEPS = 30;
    private static final double LONGEST_PAUSE_S = 600;

    public SimulationScript {
        if (!exercises().contains(exercise)) {
            throw new IllegalArgumentException(
                    "exercise must be one of " + String.join(", ", exercises()) + ", but is " + exercise);
        }
        if (repetitions < 1 || repetitions > MOST_REPETITIONS) {
            throw new IllegalArgumentException(
                    "repetitions must be 1 to " + MOST_REPETITIONS + ", but is " + repetitions);
        }
        if (touchAndGo && !exercise.equals(DEADLIFT)) {
            throw new IllegalArgumentException("touch-and-go belongs to the deadlift, not to " + exercise);
        }
        faults = List.copyOf(faults);
        for (SimulatedFault fault : faults) {
            FaultRanges.check(fault, exercise, repetitions);
        }
        interludes = List.copyOf(interludes);
        for (Interlude interlude : interludes) {
            check(interlude, exercise, repetitions);
        }
    }

    /** A set at the lifter's own tempo, with nothing but repetitions. */
    public SimulationScript(
            String exercise, int repetitions, long seed, List<SimulatedFault> faults, boolean calibrate) {
        this(exercise, repetitions, seed, faults, calibrate, null, false, List.of());
    }

    /** Every exercise the simulated lifter can do. */
    public static List<String> exercises() {
        List<String> all = new ArrayList<>(LiftTechnique.EXERCISES);
        all.addAll(EffortTechnique.EXERCISES);
        return all;
    }

    /** A clean set of a lifter who stands still and bows first. */
    public static SimulationScript clean(String exercise, int repetitions, long seed) {
        return new SimulationScript(exercise, repetitions, seed, List.of(), true);
    }

    /** Eight deadlifts of a lifter who tires a little and rounds on the sixth: the set of the demo. */
    public static SimulationScript demo(long seed) {
        return clean(DEADLIFT, 8, seed).with(new SimulatedFault.Rounding(6, 10)).with(new SimulatedFault.Tiring(12));
    }

    /** The same script with one more fault. */
    public SimulationScript with(SimulatedFault fault) {
        List<SimulatedFault> more = new ArrayList<>(faults);
        more.add(fault);
        return new SimulationScript(exercise, repetitions, seed, more, calibrate, tempo, touchAndGo, interludes);
    }

    /** The same script with one more thing that is no repetition. */
    public SimulationScript with(Interlude interlude) {
        List<Interlude> more = new ArrayList<>(interludes);
        more.add(interlude);
        return new SimulationScript(exercise, repetitions, seed, faults, calibrate, tempo, touchAndGo, more);
    }

    /** The same script at that tempo. */
    public SimulationScript with(SimulatedTempo other) {
        return new SimulationScript(exercise, repetitions, seed, faults, calibrate, other, touchAndGo, interludes);
    }

    /** The same deadlifts without a stop on the floor. */
    public SimulationScript withTouchAndGo() {
        return new SimulationScript(exercise, repetitions, seed, faults, calibrate, tempo, true, interludes);
    }

    /** The same script without standing still and bowing first. */
    public SimulationScript withoutCalibration() {
        return new SimulationScript(exercise, repetitions, seed, faults, false, tempo, touchAndGo, interludes);
    }

    private static void check(Interlude interlude, String exercise, int repetitions) {
        int after = interlude.afterRepetition();
        if (after < 0 || after > repetitions) {
            throw new IllegalArgumentException(
                    "an interlude must be after repetition 0 to " + repetitions + ", but is after " + after);
        }
        boolean amid = after > 0 && after < repetitions;
        boolean needsToStand = !(interlude instanceof Interlude.Pause);
        if (amid && needsToStand && !LiftTechnique.EXERCISES.contains(exercise)) {
            throw new IllegalArgumentException(
                    "amid a set of " + exercise + " there can only be a pause, but there is " + interlude);
        }
        if (interlude instanceof Interlude.Walk walk && (walk.steps() < 1 || walk.steps() > MOST_STEPS)) {
            throw new IllegalArgumentException("steps must be 1 to " + MOST_STEPS + ", but is " + walk.steps());
        }
        if (interlude instanceof Interlude.Pause pause && !(pause.pauseS() >= 0 && pause.pauseS() <= LONGEST_PAUSE_S)) {
            throw new IllegalArgumentException(
                    "pauseS must be 0 to " + LONGEST_PAUSE_S + " s, but is " + pause.pauseS());
        }
    }
}
