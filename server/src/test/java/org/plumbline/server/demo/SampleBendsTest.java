package org.plumbline.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.FormListener;
import org.plumbline.core.FormMonitor;
import org.plumbline.core.MonitorSetup;
import org.plumbline.core.clock.ClockMapper;
import org.plumbline.core.form.Metric;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.simulation.SimulatedWearable;

/** The bends of the sample person are those that the page of the test asks for. */
class SampleBendsTest {
    private static List<AnalysisResult.Repetition> found(SampleTraining.SampleBends bends) {
        SimulatedWearable wearable = new SimulatedWearable(bends.script());
        FormMonitor monitor = new FormMonitor(
                MonitorSetup.live(wearable.sensors(), bends.script().exercise()), new FormListener() {});
        ImuSample sample = new ImuSample();
        ClockMapper clock = new ClockMapper(wearable.sensors().size(), monitor);
        while (wearable.next(sample)) {
            clock.accept(sample);
        }
        clock.finish();
        monitor.finish();
        return monitor.result().repetitions();
    }

    private static double median(List<AnalysisResult.Repetition> bends, Metric metric) {
        List<Double> values = new ArrayList<>();
        bends.forEach(bend -> values.add(bend.metrics().get(metric.jsonName())));
        values.sort(null);
        return values.get(values.size() / 2);
    }

    @Test
    void eachTakesAboutFourSecondsEachWayAndItsPartsMakeTheWhole() {
        for (SampleTraining.SampleBends bends : SampleTraining.bends()) {
            List<AnalysisResult.Repetition> found = found(bends);
            assertEquals(4, found.size());
            // its ends creep, and are measured as standing
            assertEquals(4, median(found, Metric.ECCENTRIC_DURATION), 1.3);
            assertEquals(4, median(found, Metric.CONCENTRIC_DURATION), 1.3);
            double parts = median(found, Metric.LUMBAR_FLEXION_RANGE) + median(found, Metric.PELVIS_TILT_RANGE);
            assertEquals(median(found, Metric.TRUNK_INCLINATION_RANGE), parts, 5);
        }
    }

    @Test
    void theRangeHasGrownByMoreThanNoise() {
        List<SampleTraining.SampleBends> bends = SampleTraining.bends();
        double grown = median(found(bends.get(1)), Metric.TRUNK_INCLINATION_RANGE)
                - median(found(bends.get(0)), Metric.TRUNK_INCLINATION_RANGE);
        assertTrue(grown > Metric.TRUNK_INCLINATION_RANGE.minimalDetectableChange(), () -> grown + "°");
    }
}
