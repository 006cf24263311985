package org.plumbline.server.training;

import java.util.List;
import java.util.UUID;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.Visitor;

/** Recordings of deadlifts that a test uploads to have a set to work on. */
final class UploadedSets {
    static final int REPETITIONS = 5;
    static final double LOAD_KG = 140;
    private static final long SEED = 21;
    private static final double ROUNDING_DEG = 12;

    private UploadedSets() {}

    /** A set in which the third repetition is rounded. */
    static UUID rounded(Visitor lifter) {
        return upload(lifter, List.of(new SimulatedFault.Rounding(3, ROUNDING_DEG)));
    }

    /** A set without faults. */
    static UUID clean(Visitor lifter) {
        return upload(lifter, List.of());
    }

    private static UUID upload(Visitor lifter, List<SimulatedFault> faults) {
        SimulationScript script = new SimulationScript("deadlift", REPETITIONS, SEED, faults, true);
        return RecordedSets.upload(lifter, RecordedSets.bytes(script, "Pulls", "deadlift", LOAD_KG));
    }
}
