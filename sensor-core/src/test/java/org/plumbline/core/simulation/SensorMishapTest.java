package org.plumbline.core.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.testing.Samples;

class SensorMishapTest {
    private static final SimulationScript SQUATS = SimulationScript.clean("squat", 4, 6);
    private static final SensorConditions USUAL = SensorConditions.realistic();

    @Test
    void aSetWithUsualConditionsIsTheSetWithout() {
        assertEquals(
                Samples.fingerprint(new SimulatedWearable(SQUATS)),
                Samples.fingerprint(new SimulatedWearable(SQUATS, USUAL)));
    }

    @Test
    void swappedSensorsMoveAsTheOtherSegment() {
        SensorConditions swapped = USUAL.with(new SensorMishap.Swapped());
        double[] leanDeg = largestLeanDeg(USUAL);
        double[] swappedLeanDeg = largestLeanDeg(swapped);
        assertTrue(leanDeg[1] > leanDeg[0] + 6, "in a bow and a squat the thorax leans further");
        assertEquals(leanDeg[0], swappedLeanDeg[1], 3);
        assertEquals(leanDeg[1], swappedLeanDeg[0], 3);
        assertEquals(
                SensorPlacement.PELVIS,
                new SimulatedWearable(SQUATS, swapped).sensors().get(0).placement());
    }

    @Test
    void aSensorSlipsByItsTurnAfterItsRepetitionAndStaysThere() {
        SensorConditions slipping = USUAL.with(new SensorMishap.Slip(SensorPlacement.THORAX, 2, 6, 0, 8));
        SimulatedWearable wearable = new SimulatedWearable(SQUATS, slipping);
        SimulatedWearable firm = new SimulatedWearable(SQUATS);
        double slipS = wearable.truth().repetitions().get(1).endS();
        ImuSample sample = new ImuSample();
        ImuSample firmSample = new ImuSample();
        double[] truth = new double[4];
        double[] firmTruth = new double[4];
        while (wearable.next(sample)) {
            assertTrue(firm.next(firmSample));
            wearable.trueOrientation(truth);
            firm.trueOrientation(firmTruth);
            double timeS = wearable.trueTimeS();
            double turnDeg = Samples.totalErrorDeg(truth, firmTruth);
            boolean slipped = sample.sensorIndex == 1 && timeS > slipS + SensorSeat.SLIP_S;
            if (sample.sensorIndex == 0 || timeS < slipS || slipped) {
                assertEquals(slipped ? 10 : 0, turnDeg, 1e-6, timeS + " s");
            }
        }
    }

    @Test
    void aSlippingSensorFeelsTheSlip() {
        SensorConditions quiet =
                USUAL.withGyroBias(0, 0).withGyroNoise(0).withGyroScale(0).withLostShare(0);
        SensorConditions slipping = quiet.with(new SensorMishap.Slip(SensorPlacement.PELVIS, 0, 20, 0, 0));
        SimulatedWearable wearable = new SimulatedWearable(SQUATS, slipping);
        double slipS = wearable.truth().repetitions().get(0).startS() - SensorSeat.SLIP_S;
        ImuSample sample = new ImuSample();
        double turnedDeg = 0;
        while (wearable.next(sample)) {
            double timeS = wearable.trueTimeS();
            if (sample.sensorIndex == 0 && timeS > slipS && timeS < slipS + SensorSeat.SLIP_S) {
                double rate =
                        Math.sqrt(sample.gyrX * sample.gyrX + sample.gyrY * sample.gyrY + sample.gyrZ * sample.gyrZ);
                turnedDeg += Math.toDegrees(rate) / 104;
            }
        }
        assertEquals(20, turnedDeg, 1);
    }

    @Test
    void aSlipNeedsARepetitionThatIsThere() {
        SensorConditions late = USUAL.with(new SensorMishap.Slip(SensorPlacement.PELVIS, 5, 6, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new SimulatedWearable(SQUATS, late));
        assertThrows(IllegalArgumentException.class, () -> new SensorMishap.Slip(SensorPlacement.PELVIS, 1, 90, 90, 0));
    }

    @Test
    void aSensorUpsideDownIsHalfATurnFromItsUsualSeat() {
        SensorConditions turned = USUAL.with(new SensorMishap.UpsideDown(SensorPlacement.PELVIS));
        SimulatedWearable wearable = new SimulatedWearable(SQUATS, turned);
        SimulatedWearable usual = new SimulatedWearable(SQUATS);
        ImuSample sample = new ImuSample();
        double[] truth = new double[4];
        double[] usualTruth = new double[4];
        for (int index = 0; index < 2000; index++) {
            assertTrue(wearable.next(sample) && usual.next(sample));
            wearable.trueOrientation(truth);
            usual.trueOrientation(usualTruth);
            assertEquals(sample.sensorIndex == 0 ? 180 : 0, Samples.totalErrorDeg(truth, usualTruth), 1e-4);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void burstsBringThatManyFramesAtOnceAndNoneTooEarly(int frames) {
        SimulatedWearable wearable = new SimulatedWearable(
                SQUATS, USUAL.withLostShare(0).withRateHz(50).withFramesPerBurst(frames));
        ImuSample sample = new ImuSample();
        List<Long> arrivals = new ArrayList<>();
        while (wearable.next(sample)) {
            assertTrue(sample.arrivalMicros * 1e-6 >= wearable.trueTimeS() + 0.005);
            long last = arrivals.isEmpty() ? Long.MIN_VALUE / 2 : arrivals.get(arrivals.size() - 1);
            if (sample.sensorIndex == 0 && sample.arrivalMicros != last) {
                arrivals.add(sample.arrivalMicros);
            }
        }
        int pauses = 0;
        for (int index = 1; index < arrivals.size(); index++) {
            pauses += arrivals.get(index) - arrivals.get(index - 1) > 50_000 * (frames - 1) ? 1 : 0;
        }
        assertEquals(1.0 / frames, pauses / (double) arrivals.size(), 0.05, "share of frames after a pause");
    }

    @Test
    void clocksGoWrongByUpToTheirSkew() {
        double largestPpm = 0;
        for (long seed = 0; seed < 10; seed++) {
            SimulatedWearable wearable =
                    new SimulatedWearable(SimulationScript.clean("squat", 5, seed), USUAL.withClockSkew(500));
            ImuSample sample = new ImuSample();
            double firstTrueS = Double.NaN;
            long firstMicros = 0;
            double ppm = 0;
            while (wearable.next(sample)) {
                if (sample.sensorIndex == 0 && Double.isNaN(firstTrueS)) {
                    firstTrueS = wearable.trueTimeS();
                    firstMicros = sample.timeMicros;
                } else if (sample.sensorIndex == 0) {
                    double elapsedS = wearable.trueTimeS() - firstTrueS;
                    ppm = ((sample.timeMicros - firstMicros) * 1e-6 / elapsedS - 1) * 1e6;
                }
            }
            largestPpm = Math.max(largestPpm, Math.abs(ppm));
        }
        assertTrue(largestPpm > 200 && largestPpm < 500.1, largestPpm + " ppm");
    }

    @Test
    void refusesClocksAndBurstsOfNoSensor() {
        assertThrows(IllegalArgumentException.class, () -> USUAL.withClockSkew(-1));
        assertThrows(IllegalArgumentException.class, () -> USUAL.withClockSkew(2000));
        assertThrows(IllegalArgumentException.class, () -> USUAL.withFramesPerBurst(0));
    }

    /** How far each sensor's vertical turns away from its first. */
    private static double[] largestLeanDeg(SensorConditions conditions) {
        SimulatedWearable wearable = new SimulatedWearable(SQUATS, conditions);
        ImuSample sample = new ImuSample();
        double[][] first = new double[2][];
        double[] truth = new double[4];
        double[] largestDeg = new double[2];
        while (wearable.next(sample)) {
            wearable.trueOrientation(truth);
            int sensor = sample.sensorIndex;
            if (first[sensor] == null) {
                first[sensor] = truth.clone();
            }
            double leanDeg = Samples.inclinationErrorDeg(truth, first[sensor]);
            largestDeg[sensor] = Math.max(largestDeg[sensor], leanDeg);
        }
        return largestDeg;
    }
}
