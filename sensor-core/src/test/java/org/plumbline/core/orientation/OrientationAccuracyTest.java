package org.plumbline.core.orientation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.recording.RecordingReader;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.testing.Samples;
import org.plumbline.core.testing.ValidationData;

/** How far the orientation is from the truth, against other filters. */
class OrientationAccuracyTest {
    /** Best of 0.3 to 10 s on these sets. */
    private static final double COMPLEMENTARY_TIME_S = 3;

    /** One sensor has a bias of 1°/s, of which four seconds of swaying tell half; that costs 2° in the first bow. */
    private static final double LEARNT_S = 10;

    private final ImuSample sample = new ImuSample();
    private final double[] truth = new double[4];
    private final double[] estimate = new double[4];

    @ParameterizedTest
    @CsvSource({"deadlift,1", "deadlift,2", "squat,3", "squat,4"})
    void aSimulatedSetIsFollowedWithinHalfADegreeOnceTheBiasIsLearntAndBetterThanByAComplementaryFilter(
            String exercise, long seed) {
        SimulatedWearable wearable = new SimulatedWearable(SimulationScript.clean(exercise, 6, seed));
        OrientationFilter[] filters = {new OrientationFilter(104), new OrientationFilter(104)};
        ComplementaryFilter[] others = {
            new ComplementaryFilter(COMPLEMENTARY_TIME_S), new ComplementaryFilter(COMPLEMENTARY_TIME_S)
        };
        Rms own = new Rms();
        Rms settled = new Rms();
        Rms other = new Rms();
        while (wearable.next(sample)) {
            wearable.trueOrientation(truth);
            filters[sample.sensorIndex].update(sample);
            others[sample.sensorIndex].update(sample);
            if (wearable.trueTimeS() > 2) {
                filters[sample.sensorIndex].copyOrientationTo(estimate);
                double errorDeg = Samples.inclinationErrorDeg(estimate, truth);
                own.add(errorDeg);
                if (wearable.trueTimeS() > LEARNT_S) {
                    settled.add(errorDeg);
                }
                others[sample.sensorIndex].copyOrientationTo(estimate);
                other.add(Samples.inclinationErrorDeg(estimate, truth));
            }
        }
        assertTrue(settled.value() < 0.5, () -> "rms " + settled.value() + " once learnt");
        assertTrue(own.value() < 0.6, () -> "rms " + own.value());
        assertTrue(own.value() < 0.7 * other.value(), () -> own.value() + " against " + other.value());
    }

    @Test
    void whatItSaysAboutItsErrorIsHonest() {
        Rms error = new Rms();
        Rms sigma = new Rms();
        for (long seed = 20; seed < 30; seed++) {
            SimulatedWearable wearable = new SimulatedWearable(SimulationScript.clean("deadlift", 3, seed));
            OrientationFilter[] filters = {new OrientationFilter(104), new OrientationFilter(104)};
            while (wearable.next(sample)) {
                filters[sample.sensorIndex].update(sample);
                if (wearable.trueTimeS() > 2) {
                    wearable.trueOrientation(truth);
                    filters[sample.sensorIndex].copyOrientationTo(estimate);
                    error.add(Samples.inclinationErrorDeg(estimate, truth));
                    sigma.add(filters[sample.sensorIndex].inclinationSigmaDeg());
                }
            }
        }
        double ratio = error.value() / sigma.value();
        assertTrue(ratio > 0.4 && ratio < 1.6, () -> "error " + error.value() + ", said " + sigma.value());
    }

    @Test
    void aMeasuredBoardInTheHandIsFollowedBetterThanByAComplementaryFilter() throws IOException {
        Path folder = ValidationData.folder().resolve("broad");
        String name = "broad_08_undisturbed_fast_rotation_with_breaks_A";
        List<double[]> reference = ValidationData.table(folder.resolve(name + ".reference.csv.gz"));
        OrientationFilter filter = new OrientationFilter(285.714);
        ComplementaryFilter other = new ComplementaryFilter(COMPLEMENTARY_TIME_S);
        Rms own = new Rms();
        Rms others = new Rms();
        try (RecordingReader reader = RecordingReader.open(folder.resolve(name + ".csv.gz"))) {
            for (int row = 0; reader.next(sample); row++) {
                filter.update(sample);
                other.update(sample);
                double[] line = reference.get(row);
                assertEquals(sample.timeMicros, (long) line[0]);
                System.arraycopy(line, 1, truth, 0, 4);
                if (line[5] == 1 && !Double.isNaN(truth[0])) {
                    filter.copyOrientationTo(estimate);
                    own.add(Samples.inclinationErrorDeg(estimate, truth));
                    other.copyOrientationTo(estimate);
                    others.add(Samples.inclinationErrorDeg(estimate, truth));
                }
            }
        }
        assertTrue(own.value() < 1.5, () -> "rms " + own.value());
        assertTrue(own.value() < 0.7 * others.value(), () -> own.value() + " against " + others.value());
    }

    private static final class Rms {
        private double sum;
        private long count;

        void add(double value) {
            sum += value * value;
            count++;
        }

        double value() {
            return Math.sqrt(sum / count);
        }
    }
}
