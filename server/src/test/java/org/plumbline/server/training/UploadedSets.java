package org.plumbline.server.training;

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
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

/** Recordings of deadlifts that a test uploads to have a set to work on. */
final class UploadedSets {
    static final int REPETITIONS = 5;
    static final double LOAD_KG = 140;
    private static final long SEED = 21;
    private static final double ROUNDING_DEG = 12;

    private UploadedSets() {}

    /** A set in which the third repetition is rounded. */
    static UUID rounded(Visitor lifter) {
        return upload(lifter, List.of(new SimulatedFault.Rounding(3, ROUNDING_DEG)));
    }

    /** A set without faults. */
    static UUID clean(Visitor lifter) {
        return upload(lifter, List.of());
    }

    private static UUID upload(Visitor lifter, List<SimulatedFault> faults) {
        HttpResponse<String> response = lifter.upload("/api/recordings", "set.csv", recording(faults));
        if (response.statusCode() != 201) {
            throw new AssertionError(response.body());
        }
        return UUID.fromString(RunningServer.parse(response.body()).get("set").asString());
    }

    private static byte[] recording(List<SimulatedFault> faults) {
        SimulatedWearable wearable =
                new SimulatedWearable(new SimulationScript("deadlift", REPETITIONS, SEED, faults, true));
        RecordingHeader header =
                new RecordingHeader("Pulls", "deadlift", null, LOAD_KG, wearable.sensors(), List.of(), Map.of());
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
