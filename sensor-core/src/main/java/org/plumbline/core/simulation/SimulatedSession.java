package org.plumbline.core.simulation;

import java.util.List;

/**
 * A simulated hour or day in a gym with two sensors and known truth: sets, and all that happens between them.
 *
 * <p>Samples are computed as they are asked for; only the plan of the movements is kept, less than a megabyte an hour.
 */
public final class SimulatedSession {
    private final SimulatedWearable wearable;
    private final List<SessionStretch> stretches;

    public SimulatedSession(SessionScript script) {
        MotionPlan plan = SessionPlanner.plan(script);
        wearable = new SimulatedWearable(plan, script.seed(), script.sensors());
        stretches = List.copyOf(plan.stretches);
    }

    /** The samples, and the truth of each; its marks name the calibration and every set. */
    public SimulatedWearable wearable() {
        return wearable;
    }

    /** What the person does when, in order, from the beginning to the end. */
    public List<SessionStretch> stretches() {
        return stretches;
    }
}
