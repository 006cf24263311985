package org.plumbline.server.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.clock.ClockMapper;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.recording.RecordingMark;
import org.plumbline.core.recording.RecordingWriter;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;

/** A simulated set as a recording: both sensors on the host's clock, marks from the truth. */
final class SimulatedRecording {
    private final List<ImuSample> samples = new ArrayList<>();
    private final RecordingHeader header;
    private final long shiftMicros;

    SimulatedRecording(SimulationScript script, @Nullable Double loadKg, ProgressLine progress) {
        SimulatedWearable wearable = new SimulatedWearable(script);
        ClockMapper clock = new ClockMapper(wearable.sensors().size(), sample -> samples.add(sample.copy()));
        ImuSample sample = new ImuSample();
        while (wearable.next(sample)) {
            clock.accept(sample);
            progress.samples("simulating", samples.size());
        }
        clock.finish();
        samples.sort(Comparator.comparingLong(one -> one.timeMicros));
        // the first sample may be mapped to just before the host's zero, and a recording has no negative time
        shiftMicros = samples.isEmpty() ? 0 : Math.max(0, -samples.get(0).timeMicros);
        header = new RecordingHeader(
                "Simulated " + script.exercise() + ", seed " + script.seed(),
                script.exercise(),
                "simulated",
                loadKg,
                wearable.sensors(),
                shifted(wearable.truth().marks()),
                Map.of("source", "plumbline simulate"));
    }

    private List<RecordingMark> shifted(List<RecordingMark> marks) {
        List<RecordingMark> shifted = new ArrayList<>();
        for (RecordingMark mark : marks) {
            shifted.add(new RecordingMark(mark.name(), milliseconds(mark.startS()), milliseconds(mark.endS())));
        }
        return shifted;
    }

    private double milliseconds(double seconds) {
        return Math.max(0, Math.rint(seconds * 1e3 + shiftMicros / 1e3) / 1e3);
    }

    void write(OutputStream out) throws IOException {
        try (RecordingWriter writer = new RecordingWriter(out, header, false)) {
            for (ImuSample sample : samples) {
                sample.timeMicros += shiftMicros;
                writer.write(sample);
            }
        }
    }

    int sampleCount() {
        return samples.size();
    }

    double durationS() {
        int last = samples.size() - 1;
        return last < 0 ? 0 : (samples.get(last).timeMicros - samples.get(0).timeMicros) / 1e6;
    }
}
