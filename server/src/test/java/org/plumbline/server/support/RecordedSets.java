package org.plumbline.server.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.clock.ClockMapper;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.recording.RecordingWriter;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;

/** Sets that a person brings as recordings, for tests that need sets of somebody who wore sensors. */
public final class RecordedSets {
    private RecordedSets() {}

    /**
     * Uploads what a lifter did.
     *
     * @param exercise name of the exercise it is said to be
     */
    public static UUID upload(Visitor lifter, SimulationScript script, String exercise, @Nullable Double loadKg) {
        HttpResponse<String> answer = lifter.upload("/api/recordings", "set.csv", bytes(script, exercise, loadKg));
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.body());
        }
        return UUID.fromString(RunningServer.parse(answer.body()).get("set").asString());
    }

    private static byte[] bytes(SimulationScript script, String exercise, @Nullable Double loadKg) {
        SimulatedWearable wearable = new SimulatedWearable(script);
        RecordingHeader header =
                new RecordingHeader(null, exercise, null, loadKg, wearable.sensors(), List.of(), Map.of());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RecordingWriter writer = new RecordingWriter(bytes, header, false)) {
            ClockMapper clock = new ClockMapper(wearable.sensors().size(), sample -> write(writer, sample));
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
