package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.testing.Samples;

/** What is kept of one sensor's stream, at 100 Hz. */
class SensorIntakeTest {
    private static final long PERIOD_MICROS = 10_000;

    private final SensorIntake intake = new SensorIntake(new SensorDescription(SensorPlacement.THORAX, 100, ""));

    private static ImuSample sample(long timeMicros, double... values) {
        ImuSample sample = new ImuSample();
        sample.timeMicros = timeMicros;
        for (int axis = 0; axis < values.length; axis++) {
            Samples.set(sample, axis, values[axis]);
        }
        return sample;
    }

    private static double[] oneIn(int changed) {
        double[] values = {0, 0, 9.81, 0.01, 0.02, 0.03};
        if (changed >= 0) {
            values[changed] += 0.001;
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aSensorMeasuresAsLongAsOneOfItsSixValuesChanges(int changing) {
        for (int i = 0; i < 300; i++) {
            assertTrue(intake.measures(sample(i * PERIOD_MICROS, oneIn(i % 2 == 0 ? -1 : changing))));
        }
        assertEquals(List.of(), intake.remarks(300 * PERIOD_MICROS));
    }

    @Test
    void aSensorThatRepeatsItselfForMoreThanASecondHasStoppedMeasuringSinceItDid() {
        for (int i = 0; i <= 50; i++) {
            assertTrue(intake.measures(sample(i * PERIOD_MICROS, oneIn(i % 2 == 0 ? -1 : 0))));
        }
        for (int i = 51; i <= 150; i++) {
            assertTrue(intake.measures(sample(i * PERIOD_MICROS, oneIn(-1))), "within the second");
        }
        assertFalse(intake.measures(sample(151 * PERIOD_MICROS, oneIn(-1))));
        assertTrue(intake.measures(sample(152 * PERIOD_MICROS, oneIn(3))), "it measures again");
        for (int i = 153; i <= 260; i++) {
            intake.measures(sample(i * PERIOD_MICROS, oneIn(3)));
        }
        List<String> said = intake.remarks(260 * PERIOD_MICROS);
        assertEquals(1, said.size(), said.toString());
        assertTrue(
                said.get(0).startsWith("The sensor thorax repeated one and the same values from 0.5 s on"),
                said.toString());
    }

    @ParameterizedTest
    @CsvSource({"1000, false", "1001, true"})
    void aSensorThatWasSilentForMoreThanASecondBeforeTheEndIsNamed(long silentMs, boolean named) {
        intake.measures(sample(2_000_000, oneIn(-1)));
        List<String> said = intake.remarks(2_000_000 + silentMs * 1000);
        assertEquals(named, !said.isEmpty(), said.toString());
        assertTrue(!named || said.get(0).contains("sent nothing after 2.0 s"), said.toString());
    }

    @Test
    void ofASensorThatWasNeverThereNothingIsSaid() {
        assertTrue(intake.isEmpty());
        assertEquals(List.of(), intake.remarks(60_000_000));
        assertNull(intake.quality().restAccelerationMs2());
    }

    @ParameterizedTest
    @CsvSource({"7.9, true", "8.1, false", "9.81, false", "11.9, false", "12.1, true"})
    void aGravityAtRestOfAnotherUnitIsNamedWithItsSize(double restMs2, boolean named) {
        for (int i = 0; i < 200; i++) {
            ImuSample sample = sample(i * PERIOD_MICROS, 0.6 * restMs2, 0, 0.8 * restMs2, 0, 0, 0.001 * i);
            intake.measures(sample);
            intake.accept(sample, i >= 100);
        }
        List<String> said = intake.remarks(200 * PERIOD_MICROS);
        assertEquals(named, !said.isEmpty(), said.toString());
        assertEquals(restMs2, intake.quality().restAccelerationMs2(), 1e-9);
    }

    @Test
    void whatIsClippedAndLostIsCounted() {
        for (int i = 0; i < 400; i++) {
            if (i >= 200 && i < 250) {
                continue;
            }
            ImuSample sample = sample(i * PERIOD_MICROS, oneIn(i % 6));
            sample.flags = i == 7 ? SampleFlag.ACCELERATION_CLIPPED : i == 8 ? SampleFlag.ANGULAR_RATE_CLIPPED : 0;
            intake.accept(sample, false);
        }
        AnalysisResult.SensorQuality quality = intake.quality();
        assertEquals(2, quality.clipped());
        assertEquals(100, quality.rateHz(), 0.1);
        assertEquals(12.5, quality.lostPercent(), 0.2);
        assertEquals(1, quality.gaps().size());
        assertEquals(1.99, quality.gaps().get(0).get(0), 0.011);
        assertEquals(2.5, quality.gaps().get(0).get(1), 0.011);
        assertFalse(intake.isEmpty());
    }
}
