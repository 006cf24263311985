package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    /** What becomes of a sample on its way. */
    private interface Spoiler {
        /** Spoils the sample; false where it does not arrive. */
        boolean pass(ImuSample sample);
    }

    private static AnalysisResult analyzed(boolean swapped, double secondSensorUntilS) {
        return analyzed(sample -> {
            if (sample.sensorIndex == 1 && sample.timeMicros > secondSensorUntilS * 1e6) {
                return false;
            }
            if (swapped) {
                sample.sensorIndex = 1 - sample.sensorIndex;
            }
            return true;
        });
    }

    private static AnalysisResult analyzed(Spoiler spoiler) {
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
            if (spoiler.pass(sample)) {
                line.accept(sample);
            }
        }
        return line.finish(SetState.FINISHED, SetSource.UPLOAD);
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

    @Test
    void aSensorThatLosesManySamplesIsNamed() {
        int[] count = {0};
        assertEquals(
                List.of(SensorTrouble.HOLES),
                SensorTrouble.of(analyzed(sample -> sample.sensorIndex != 1 || count[0]++ % 5 != 0)));
    }

    @Test
    void aSensorThatRepeatsItselfIsNamed() {
        ImuSample last = new ImuSample();
        AnalysisResult frozen = analyzed(sample -> {
            if (sample.sensorIndex == 1) {
                if (sample.timeMicros < 25_000_000) {
                    last.set(sample);
                } else {
                    sample.accX = last.accX;
                    sample.accY = last.accY;
                    sample.accZ = last.accZ;
                    sample.gyrX = last.gyrX;
                    sample.gyrY = last.gyrY;
                    sample.gyrZ = last.gyrZ;
                }
            }
            return true;
        });
        assertTrue(SensorTrouble.of(frozen).contains(SensorTrouble.FROZEN), frozen.quality()::toString);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.102, 0.7, 1.35})
    void aSensorThatMeasuresGravityWronglyIsNamed(double scale) {
        AnalysisResult wrong = analyzed(sample -> {
            if (sample.sensorIndex == 1) {
                sample.accX *= scale;
                sample.accY *= scale;
                sample.accZ *= scale;
            }
            return true;
        });
        assertTrue(SensorTrouble.of(wrong).contains(SensorTrouble.SCALE), wrong.quality()::toString);
    }
}
