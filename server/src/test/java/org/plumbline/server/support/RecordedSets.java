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
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.recording.RecordingWriter;
import org.plumbline.core.simulation.SimulatedFault;
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
        return upload(lifter, bytes(script, null, exercise, loadKg));
    }

    /** Uploads a recording. */
    public static UUID upload(Visitor lifter, byte[] recording) {
        HttpResponse<String> answer = lifter.upload("/api/recordings", "set.csv", recording);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.body());
        }
        return UUID.fromString(RunningServer.parse(answer.body()).get("set").asString());
    }

    /** A recording of two sensors. */
    public static byte[] of(String exercise, int repetitions, long seed, Double loadKg, SimulatedFault... faults) {
        return bytes(new SimulationScript(exercise, repetitions, seed, List.of(faults), true), null, exercise, loadKg);
    }

    /** What the sensors of a lifter give, as a file. */
    public static byte[] bytes(
            SimulationScript script, @Nullable String title, String exercise, @Nullable Double loadKg) {
        SimulatedWearable wearable = new SimulatedWearable(script);
        RecordingHeader header =
                new RecordingHeader(title, exercise, null, loadKg, worn(wearable.sensors()), List.of(), Map.of());
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

    /** As if somebody had worn them. */
    private static List<SensorDescription> worn(List<SensorDescription> simulated) {
        return simulated.stream()
                .map(one -> new SensorDescription(one.placement(), one.nominalRateHz(), ""))
                .toList();
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
