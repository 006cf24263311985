package org.plumbline.bench.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.simulation.SensorConditions;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.simulation.SimulationTruth;
import org.plumbline.core.spine.SpinePose;

/**
 * A simulated set with its samples and true poses kept: to simulate takes longer than to analyse. Knows nothing but the simulation,
 * so that one and the same set can be given to many cores.
 */
public final class KeptSet {
    private static final Map<List<Object>, KeptSet> KEPT = new ConcurrentHashMap<>();

    private final SimulatedWearable wearable;
    private final SimulationTruth truth;
    private final List<ImuSample> samples = new ArrayList<>();
    private final Map<Long, SpinePose> poses = new HashMap<>();

    private KeptSet(SimulationScript script, SensorConditions sensors) {
        wearable = new SimulatedWearable(script, sensors);
        truth = wearable.truth();
        ImuSample sample = new ImuSample();
        while (wearable.next(sample)) {
            samples.add(sample.copy());
        }
    }

    /** The set of this script; simulated when first asked for, and kept as long as the program runs. */
    public static KeptSet of(SimulationScript script, SensorConditions sensors) {
        return KEPT.computeIfAbsent(List.of(script, sensors), key -> new KeptSet(script, sensors));
    }

    /** The same set for one listener: its samples once, from the first on. */
    public Reading reading() {
        return new Reading(this);
    }

    private synchronized SpinePose truePose(long hostMicros) {
        return poses.computeIfAbsent(hostMicros, micros -> {
            SpinePose pose = new SpinePose();
            wearable.truePose(micros, pose);
            return pose;
        });
    }

    /** Reads the set from its beginning to its end. */
    public static final class Reading implements WornSet {
        private final KeptSet set;
        private int next;

        private Reading(KeptSet set) {
            this.set = set;
        }

        @Override
        public List<SensorDescription> sensors() {
            return set.wearable.sensors();
        }

        @Override
        public SimulationTruth truth() {
            return set.truth;
        }

        @Override
        public boolean next(ImuSample into) {
            if (next == set.samples.size()) {
                return false;
            }
            into.set(set.samples.get(next++));
            return true;
        }

        @Override
        public void truePose(long hostMicros, SpinePose into) {
            into.set(set.truePose(hostMicros));
        }
    }
}
