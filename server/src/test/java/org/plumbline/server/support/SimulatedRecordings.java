package org.plumbline.server.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.core.clock.ClockMapper;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.recording.RecordingWriter;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;

/** Recordings of simulated sets, as a person uploads them. */
public final class SimulatedRecordings {
    private SimulatedRecordings() {}

    /** Uploads a set for a person. */
    public static UUID upload(Visitor visitor, byte[] recording) {
        HttpResponse<String> response = visitor.upload("/api/recordings", "set.csv", recording);
        if (response.statusCode() != 201) {
            throw new AssertionError(response.body());
        }
        return UUID.fromString(RunningServer.parse(response.body()).get("set").asString());
    }

    /** A recording of two sensors. */
    public static byte[] of(String exercise, int repetitions, long seed, Double loadKg, SimulatedFault... faults) {
        SimulatedWearable wearable =
                new SimulatedWearable(new SimulationScript(exercise, repetitions, seed, List.of(faults), true));
        RecordingHeader header =
                new RecordingHeader(null, exercise, null, loadKg, wearable.sensors(), List.of(), Map.of());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RecordingWriter writer = new RecordingWriter(bytes, header, false)) {
            ClockMapper clock = new ClockMapper(2, sample -> write(writer, sample));
            ImuSample sample = new ImuSample();
            while (wearable.next(sample)) {
                clock.accept(sample);
            }
            clock.finish();
        } catch (IOException inMemory) {
            throw new AssertionError(inMemory);
        }
        return bytes.toByteArray();
    }

    private static void write(RecordingWriter writer, ImuSample sample) {
        try {
            if (sample.timeMicros >= 0) {
                writer.write(sample);
            }
        } catch (IllegalArgumentException outOfOrder) {
            // the other sensor's clock runs ahead: one row less
        } catch (IOException inMemory) {
            throw new AssertionError(inMemory);
        }
    }
}
