package org.plumbline.core.simulation;

import java.util.List;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;

/**
 * Two simulated sensors on a simulated lifter, read like a radio: samples in the order of their arrival, each with the
 * time of its own sensor's clock and the host time of its arrival.
 */
public final class SimulatedWearable {
    public SimulatedWearable(SimulationScript script) {}

    /** The sensors, in the order of {@code ImuSample.sensorIndex}. */
    public List<SensorDescription> sensors() {
        return List.of();
    }

    /** Fills {@code into} with the next sample to arrive; false when the set is over. */
    public boolean next(ImuSample into) {
        return false;
    }

    /** What really happened. */
    public SimulationTruth truth() {
        throw new UnsupportedOperationException("not yet");
    }
}
