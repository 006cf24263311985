package org.plumbline.core.simulation;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.testing.SimulatedSet;
import org.plumbline.core.testing.SimulatedSets;
import org.plumbline.core.testing.ToldLines;

/** A script and its seed give the same samples and the same truth as ever. */
class SameSamplesAsBeforeTest {
    private static List<String> sets() {
        return SimulatedSets.wholeNames();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void aScriptGivesTheSamplesItGaveBefore(String set) {
        List<String> lines = new ArrayList<>();
        SimulatedSet simulated = SimulatedSets.simulated(set);
        List<ImuSample> samples = simulated.samples();
        for (int at = 0; at < samples.size(); at += 500) {
            ImuSample one = samples.get(at);
            lines.add(ToldLines.rounded(
                    List.of(one.sensorIndex, one.accX, one.accY, one.accZ, one.gyrX, one.gyrY, one.gyrZ)));
        }
        simulated.wearable().truth().repetitions().forEach(one -> lines.add(ToldLines.rounded(one)));
        ToldLines.assertAsBefore("samples.txt", set, lines);
    }
}
