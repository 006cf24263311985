package org.plumbline.bench.grid;

import java.util.List;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationTruth;
import org.plumbline.core.spine.SpinePose;

/** A simulated set as its sensors send it, with what really happened. */
public interface WornSet {
    /** The sensors, in the order of {@code ImuSample.sensorIndex}. */
    List<SensorDescription> sensors();

    SimulationTruth truth();

    /** Fills {@code into} with the next sample to arrive; false when the set is over. */
    boolean next(ImuSample into);

    /** The true pose of the bones at a host time. */
    void truePose(long hostMicros, SpinePose into);

    /** The set that the wearable simulates while it is read. */
    static WornSet of(SimulatedWearable wearable) {
        return new WornSet() {
            @Override
            public List<SensorDescription> sensors() {
                return wearable.sensors();
            }

            @Override
            public SimulationTruth truth() {
                return wearable.truth();
            }

            @Override
            public boolean next(ImuSample into) {
                return wearable.next(into);
            }

            @Override
            public void truePose(long hostMicros, SpinePose into) {
                wearable.truePose(hostMicros, into);
            }
        };
    }
}
