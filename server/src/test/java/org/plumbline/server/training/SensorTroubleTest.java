package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.FormListener;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.repetition.RepetitionCorrections;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;

/** Holds the words that troubles are told by to what the line really says. */
class SensorTroubleTest {
    private static AnalysisResult analyzed(boolean swapped, double secondSensorUntilS) {
        SimulatedWearable wearable = new SimulatedWearable(new SimulationScript("deadlift", 3, 21, List.of(), true));
        List<SensorDescription> sensors = new ArrayList<>(wearable.sensors());
        RecordingHeader header =
                new RecordingHeader(null, "deadlift", null, null, List.copyOf(sensors), List.of(), Map.of());
        FormLine line = new FormLine(
                NewSet.setup(
                        SetSource.UPLOAD,
                        "deadlift",
                        null,
                        header,
                        null,
                        KnownForm.NOTHING,
                        RepetitionCorrections.NONE),
                new FormListener() {});
        ImuSample sample = new ImuSample();
        while (wearable.next(sample)) {
            if (sample.sensorIndex == 1 && sample.timeMicros > secondSensorUntilS * 1e6) {
                continue;
            }
            if (swapped) {
                sample.sensorIndex = 1 - sample.sensorIndex;
            }
            line.accept(sample);
        }
        return line.finish();
    }

    @Test
    void aSetWithoutTroubleHasNone() {
        assertEquals(List.of(), SensorTrouble.of(analyzed(false, 1e6)));
    }

    @Test
    void sensorsThatWereChangedOverAreNamed() {
        assertEquals(
                SensorTrouble.SWAPPED, SensorTrouble.of(analyzed(true, 1e6)).get(0));
    }

    @Test
    void aSensorThatFellSilentIsNamed() {
        assertEquals(List.of(SensorTrouble.LOST), SensorTrouble.of(analyzed(false, 25)));
    }
}
