package org.plumbline.server.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.NewSet;
import org.plumbline.server.training.SetSource;
import org.plumbline.server.web.Words;

/**
 * What a simulated lifter is asked to do.
 *
 * @param exercise one of {@link #EXERCISES}
 * @param repetitions repetitions, 1 to 30
 * @param seed seed of everything random
 * @param roundingRepetition repetition to round on, or null
 * @param twistRepetition repetition to twist on, or null
 * @param driftDegPerRepetition growth of peak flexion, degrees a repetition; 0 for none
 * @param tiringPercent loss of speed at the last repetition, percent; 0 for none
 */
record SimulationRequest(
        String exercise,
        int repetitions,
        long seed,
        @Nullable Integer roundingRepetition,
        @Nullable Integer twistRepetition,
        double driftDegPerRepetition,
        double tiringPercent) {
    /** What the simulated lifter can do. */
    static final List<String> EXERCISES = SimulationScript.exercises();

    private static final double ROUNDING_DEG = 9;
    private static final double TWIST_DEG = 12;

    SimulationRequest {
        if (!EXERCISES.contains(exercise)) {
            throw new IllegalArgumentException(Words.say(
                    "live.simulated.exercise",
                    FormWords.exercise(exercise),
                    EXERCISES.stream().map(FormWords::exercise).collect(Collectors.joining(", "))));
        }
        within("repetitions", repetitions, 1, 30);
        within("roundingRepetition", roundingRepetition == null ? 1 : roundingRepetition, 1, repetitions);
        within("twistRepetition", twistRepetition == null ? 1 : twistRepetition, 1, repetitions);
        within("driftDegPerRepetition", driftDegPerRepetition, 0, 10);
        within("tiringPercent", tiringPercent, 0, 60);
    }

    private static void within(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(Words.say("live.simulated.bounds", name, least, most));
        }
    }

    SimulationScript script() {
        List<SimulatedFault> faults = new ArrayList<>();
        if (roundingRepetition != null) {
            faults.add(new SimulatedFault.Rounding(roundingRepetition, ROUNDING_DEG));
        }
        if (twistRepetition != null) {
            faults.add(new SimulatedFault.Twist(twistRepetition, TWIST_DEG));
        }
        if (driftDegPerRepetition > 0) {
            faults.add(new SimulatedFault.Drift(driftDegPerRepetition));
        }
        if (tiringPercent > 0) {
            faults.add(new SimulatedFault.Tiring(tiringPercent));
        }
        return new SimulationScript(exercise, repetitions, seed, List.copyOf(faults), true);
    }

    /** The set in the log; its recording says that it is simulated and how to simulate it again. */
    NewSet newSet(@Nullable Double loadKg, boolean demo) {
        SimulationScript script = script();
        RecordingHeader header = new RecordingHeader(
                "Simulated set",
                exercise,
                null,
                loadKg,
                new SimulatedWearable(script).sensors(),
                List.of(),
                Map.of("simulated", "seed " + seed + ", " + repetitions + " repetitions, faults " + script.faults()));
        return new NewSet(exercise, null, SetSource.SIMULATED, demo, true, loadKg, header);
    }
}
