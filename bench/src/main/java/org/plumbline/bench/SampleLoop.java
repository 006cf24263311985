package org.plumbline.bench;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.clock.ClockMapper;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;

/**
 * Samples of a simulated set, made before the measurement and then handed out without end: after the last comes the
 * first again, later by the length of the stretch, so that time never runs backwards.
 */
final class SampleLoop {
    private final ImuSample[] samples;
    private final long lapMicros;
    private final ImuSample carrier = new ImuSample();
    private int position;
    private long laterMicros;

    private SampleLoop(List<ImuSample> samples) {
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("no samples to loop over");
        }
        this.samples = samples.toArray(new ImuSample[0]);
        long first = this.samples[0].timeMicros;
        long last = first;
        for (ImuSample sample : samples) {
            first = Math.min(first, sample.timeMicros);
            last = Math.max(last, sample.timeMicros);
        }
        lapMicros = last - first + 10_000;
    }

    /** Eight clean deadlifts, calibration first: the set every benchmark is made from. */
    static SimulatedWearable wearable() {
        return new SimulatedWearable(SimulationScript.clean("deadlift", 8, 1));
    }

    static List<SensorDescription> sensors() {
        return wearable().sensors();
    }

    /** The samples as they come from the two radios, each sensor on its own clock. */
    static List<ImuSample> fromTheRadio() {
        SimulatedWearable wearable = wearable();
        List<ImuSample> samples = new ArrayList<>();
        ImuSample sample = new ImuSample();
        while (wearable.next(sample)) {
            samples.add(sample.copy());
        }
        return samples;
    }

    /** The same samples on the host's clock. */
    static List<ImuSample> onOneClock() {
        List<ImuSample> samples = new ArrayList<>();
        ClockMapper clock = new ClockMapper(sensors().size(), sample -> samples.add(sample.copy()));
        fromTheRadio().forEach(clock::accept);
        return samples;
    }

    static SampleLoop over(List<ImuSample> samples) {
        return new SampleLoop(samples);
    }

    /** The samples of the set, in a loop, from {@code startS} to before {@code endS}. */
    static SampleLoop between(double startS, double endS) {
        return over(onOneClock().stream()
                .filter(sample -> sample.timeMicros >= startS * 1e6 && sample.timeMicros < endS * 1e6)
                .toList());
    }

    /** The next sample; the carrier is reused. */
    ImuSample next() {
        ImuSample sample = samples[position];
        carrier.set(sample);
        carrier.timeMicros += laterMicros;
        if (carrier.arrivalMicros != ImuSample.NO_ARRIVAL) {
            carrier.arrivalMicros += laterMicros;
        }
        if (++position == samples.length) {
            position = 0;
            laterMicros += lapMicros;
        }
        return carrier;
    }

    /** Hands one whole lap to {@code sink}. */
    void lapTo(ImuSampleSink sink) {
        for (int i = 0; i < samples.length; i++) {
            sink.accept(next());
        }
    }
}
