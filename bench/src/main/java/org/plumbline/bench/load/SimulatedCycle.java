package org.plumbline.bench.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.simulation.SensorConditions;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;

/**
 * What two sensors of a simulated lifter measure over one set with its rest: standing still, three bows, repetitions of which some
 * are off, standing again. Played again and again. Computed once, before anything is timed.
 */
final class SimulatedCycle {
    private static final double REST_S = 4;
    private static final double ROUNDING_DEG = 12;
    private static final int SENSORS = 2;

    private final byte[][] axes = new byte[SENSORS][];
    private final int samples;
    private final int setSamples;

    SimulatedCycle(int repetitions, long seed, double rateHz) {
        SimulationScript script = SimulationScript.clean(SimulationScript.DEADLIFT, repetitions, seed);
        // every second one from the third on: something to say, and something not to say
        for (int repetition = 3; repetition <= repetitions; repetition += 2) {
            script = script.with(new SimulatedFault.Rounding(repetition, ROUNDING_DEG));
        }
        SensorConditions conditions =
                SensorConditions.realistic().withRateHz(rateHz).withLostShare(0).withClockSkew(0);
        SimulatedWearable wearable = new SimulatedWearable(script, conditions);
        setSamples = (int) (wearable.durationS() * rateHz);
        int whole = setSamples + (int) (REST_S * rateHz);
        samples = whole - whole % LoadTimu.BATCH;
        ByteBuffer[] into = new ByteBuffer[SENSORS];
        for (int sensor = 0; sensor < SENSORS; sensor++) {
            axes[sensor] = new byte[(samples + LoadTimu.BATCH) * LoadTimu.SAMPLE_BYTES];
            into[sensor] = ByteBuffer.wrap(axes[sensor]).order(ByteOrder.LITTLE_ENDIAN);
        }
        ImuSample sample = new ImuSample();
        while (wearable.next(sample)) {
            if (into[sample.sensorIndex].position() < setSamples * LoadTimu.SAMPLE_BYTES) {
                LoadTimu.putAxes(into[sample.sensorIndex], sample);
            }
        }
        for (int sensor = 0; sensor < SENSORS; sensor++) {
            // stands as at the beginning, and begins again
            int standing = ((int) rateHz) * LoadTimu.SAMPLE_BYTES;
            for (int at = 0; into[sensor].hasRemaining(); at = (at + LoadTimu.SAMPLE_BYTES) % standing) {
                into[sensor].put(axes[sensor], at, LoadTimu.SAMPLE_BYTES);
            }
            System.arraycopy(
                    axes[sensor],
                    0,
                    axes[sensor],
                    samples * LoadTimu.SAMPLE_BYTES,
                    LoadTimu.BATCH * LoadTimu.SAMPLE_BYTES);
        }
    }

    /** Samples of one sensor until it begins anew. */
    int samples() {
        return samples;
    }

    /** Samples of one sensor until the lifter has put the bar down for good. */
    int setSamples() {
        return setSamples;
    }

    byte[] notification(int sensor, long counter, double rateHz) {
        int at = (int) (counter % samples) * LoadTimu.SAMPLE_BYTES;
        return LoadTimu.batch(counter, rateHz, axes[sensor], at);
    }
}
