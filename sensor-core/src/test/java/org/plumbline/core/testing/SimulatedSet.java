package org.plumbline.core.testing;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.clock.ClockMapper;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.simulation.SensorConditions;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;

/** The samples of a simulated set, mapped to the host's clock as a live set has them, kept so that they can be replayed. */
public final class SimulatedSet {
    private final SimulatedWearable wearable;
    private final List<ImuSample> samples = new ArrayList<>();

    public SimulatedSet(SimulationScript script) {
        this(script, SensorConditions.realistic());
    }

    public SimulatedSet(SimulationScript script, SensorConditions conditions) {
        this(new SimulatedWearable(script, conditions));
    }

    /** All that a wearable gives until its script is over. */
    public SimulatedSet(SimulatedWearable wearable) {
        this.wearable = wearable;
        ClockMapper mapper = new ClockMapper(2, sample -> samples.add(sample.copy()));
        ImuSample sample = new ImuSample();
        while (wearable.next(sample)) {
            mapper.accept(sample);
        }
        mapper.finish();
    }

    /** The lifter, for the truth. */
    public SimulatedWearable wearable() {
        return wearable;
    }

    /** The samples in the order of their arrival; not to be changed. */
    public List<ImuSample> samples() {
        return samples;
    }

    /** The samples of one sensor only. */
    public List<ImuSample> ofSensor(int sensor) {
        List<ImuSample> own = new ArrayList<>();
        for (ImuSample sample : samples) {
            if (sample.sensorIndex == sensor) {
                own.add(sample);
            }
        }
        return own;
    }

    /** The samples of one sensor as a set with that sensor alone has them. */
    public List<ImuSample> alone(int sensor) {
        List<ImuSample> own = new ArrayList<>();
        for (ImuSample sample : ofSensor(sensor)) {
            ImuSample copy = sample.copy();
            copy.sensorIndex = 0;
            own.add(copy);
        }
        return own;
    }

    public void feed(ImuSampleSink sink) {
        for (ImuSample sample : samples) {
            sink.accept(sample);
        }
    }
}
