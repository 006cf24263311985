package org.plumbline.core.simulation;

import java.util.List;

/**
 * What a simulated lifter is to do.
 *
 * @param exercise {@code deadlift} or {@code squat}
 * @param repetitions repetitions of the set, at least 1
 * @param seed seed of everything random; equal scripts give equal samples
 * @param faults faults, each on one repetition or over the set; empty for a clean set
 * @param calibrate whether the lifter stands still and bows three times first
 */
public record SimulationScript(
        String exercise, int repetitions, long seed, List<SimulatedFault> faults, boolean calibrate) {}
