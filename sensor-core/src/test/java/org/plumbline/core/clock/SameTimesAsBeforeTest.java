package org.plumbline.core.clock;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.testing.SimulatedSets;
import org.plumbline.core.testing.ToldLines;

/** One version of the algorithm puts the same samples at the same times. */
class SameTimesAsBeforeTest {
    private static List<String> sets() {
        return SimulatedSets.wholeNames();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void theTimesOfSamplesAreThoseTheyHadBefore(String set) {
        List<String> times = new ArrayList<>();
        List<ImuSample> samples = SimulatedSets.simulated(set).samples();
        GapDetector gaps = new GapDetector();
        for (int at = 0; at < samples.size(); at++) {
            ImuSample sample = samples.get(at);
            if (at % 500 == 0) {
                times.add(sample.sensorIndex + " " + sample.timeMicros);
            }
            if (sample.sensorIndex == 0) {
                gaps.accept(sample.timeMicros, sample.flags);
            }
        }
        times.add(ToldLines.rounded(gaps.rateHz() + " Hz, lost " + gaps.lostPercent() + ", gaps "
                + gaps.gaps().size()));
        ToldLines.assertAsBefore("times.txt", set, times);
    }
}
