package org.plumbline.core.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * What a simulated lifter is to do.
 *
 * @param exercise {@value #DEADLIFT} or {@value #SQUAT}
 * @param repetitions repetitions of the set, at least 1
 * @param seed seed of everything random; equal scripts give equal samples
 * @param faults faults, each on one repetition or over the set; empty for a clean set
 * @param calibrate whether the lifter stands still and bows three times first
 */
public record SimulationScript(
        String exercise, int repetitions, long seed, List<SimulatedFault> faults, boolean calibrate) {
    public static final String DEADLIFT = "deadlift";
    public static final String SQUAT = "squat";

    /** About nine hours of repetitions: more is a mistake in the script, not a set. */
    static final int MOST_REPETITIONS = 5000;

    /** More flexion than this under the bar would be past what a spine does. */
    static final double LARGEST_FLEXION_FAULT_DEG = 45;

    /** About twice the axial rotation of a lumbar spine. */
    static final double LARGEST_TWIST_DEG = 30;

    /** Slower than a fifth of the first repetition a pull comes to a stop. */
    static final double LARGEST_SPEED_LOSS_PERCENT = 80;

    public SimulationScript {
        if (!exercise.equals(DEADLIFT) && !exercise.equals(SQUAT)) {
            throw new IllegalArgumentException(
                    "exercise must be " + DEADLIFT + " or " + SQUAT + ", but is " + exercise);
        }
        if (repetitions < 1 || repetitions > MOST_REPETITIONS) {
            throw new IllegalArgumentException(
                    "repetitions must be 1 to " + MOST_REPETITIONS + ", but is " + repetitions);
        }
        faults = List.copyOf(faults);
        for (SimulatedFault fault : faults) {
            check(fault, repetitions);
        }
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
        return new SimulationScript(exercise, repetitions, seed, more, calibrate);
    }

    /** The same script without standing still and bowing first. */
    public SimulationScript withoutCalibration() {
        return new SimulationScript(exercise, repetitions, seed, faults, false);
    }

    private static void check(SimulatedFault fault, int repetitions) {
        if (fault instanceof SimulatedFault.Rounding rounding) {
            checkRepetition("rounding", rounding.repetition(), repetitions);
            checkRange("gain of rounding", rounding.gainDeg(), 0, LARGEST_FLEXION_FAULT_DEG, "deg");
        } else if (fault instanceof SimulatedFault.Twist twist) {
            checkRepetition("twist", twist.repetition(), repetitions);
            checkRange("rotation of twist", twist.rotationDeg(), -LARGEST_TWIST_DEG, LARGEST_TWIST_DEG, "deg");
        } else if (fault instanceof SimulatedFault.Drift drift) {
            checkRange(
                    "drift up to the last repetition",
                    drift.degPerRepetition() * (repetitions - 1),
                    -LARGEST_FLEXION_FAULT_DEG,
                    LARGEST_FLEXION_FAULT_DEG,
                    "deg");
        } else if (fault instanceof SimulatedFault.Tiring tiring) {
            checkRange("speed loss", tiring.speedLossPercent(), 0, LARGEST_SPEED_LOSS_PERCENT, "%");
        }
    }

    private static void checkRepetition(String fault, int repetition, int repetitions) {
        if (repetition < 1 || repetition > repetitions) {
            throw new IllegalArgumentException("repetition of " + fault + " must be 1 to " + repetitions
                    + " (the repetitions of the set), but is " + repetition);
        }
    }

    private static void checkRange(String what, double value, double least, double most, String unit) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    what + " must be " + least + " to " + most + " " + unit + ", but is " + value);
        }
    }
}
