package org.plumbline.core.plausibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.clock.ClockMapper;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.simulation.SessionScript;
import org.plumbline.core.simulation.SimulatedSession;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.testing.SimulatedSet;

class TapDetectorTest {
    /** The lifter stands still before the bows from here on, s. */
    private static final double STANDING_S = 0.7;

    private static List<ImuSample> standing() {
        return new SimulatedSet(SimulationScript.clean("deadlift", 3, 4)).samples();
    }

    /** What is answered to these samples when fingers tap: each tap a shock that lasts some 30 ms and rings out. */
    private static List<Integer> answers(List<ImuSample> samples, double[] tapsS, double[] shockMs2) {
        TapDetector detector = new TapDetector(2);
        List<Integer> answers = new ArrayList<>();
        for (ImuSample sample : samples) {
            ImuSample shaken = sample.copy();
            for (double tapS : tapsS) {
                double afterS = sample.timeMicros * 1e-6 - tapS;
                if (afterS >= 0 && afterS < 0.1) {
                    double shock = shockMs2[sample.sensorIndex]
                            * Math.exp(-afterS / 0.012)
                            * Math.cos(2 * Math.PI * 30 * afterS);
                    shaken.accX += 0.6 * shock;
                    shaken.accZ += 0.8 * shock;
                    shaken.gyrY += shock / 20;
                }
            }
            int answer = detector.accept(shaken);
            if (answer != TapDetector.NONE) {
                answers.add(answer);
            }
        }
        return answers;
    }

    @ParameterizedTest
    @CsvSource({"0,2", "0,3", "1,2", "1,3"})
    void twoOrThreeTapsOnOneSensorNameIt(int sensor, int taps) {
        double[] tapsS = new double[taps];
        for (int i = 0; i < taps; i++) {
            tapsS[i] = STANDING_S + 0.35 * i;
        }
        double[] shock = {sensor == 0 ? 40 : 4, sensor == 1 ? 40 : 4};
        assertEquals(List.of(sensor), answers(standing(), tapsS, shock));
    }

    @Test
    void oneTapIsNoAnswer() {
        assertEquals(List.of(), answers(standing(), new double[] {STANDING_S}, new double[] {40, 2}));
    }

    @Test
    void fourKnocksAreNoAnswer() {
        double[] tapsS = {STANDING_S, STANDING_S + 0.3, STANDING_S + 0.6, STANDING_S + 0.9};
        assertEquals(List.of(), answers(standing(), tapsS, new double[] {40, 2}));
    }

    @Test
    void aKnockThatBothFeelIsUnclear() {
        double[] tapsS = {STANDING_S, STANDING_S + 0.4};
        assertEquals(List.of(TapDetector.UNCLEAR), answers(standing(), tapsS, new double[] {40, 30}));
    }

    @Test
    void tapsOnASensorThatIsHandledAreNoAnswer() {
        List<ImuSample> handled = new ArrayList<>();
        for (ImuSample sample : standing()) {
            ImuSample copy = sample.copy();
            copy.gyrX += copy.sensorIndex == 0 ? 1.5 : 0;
            handled.add(copy);
        }
        assertEquals(List.of(), answers(handled, new double[] {STANDING_S, STANDING_S + 0.4}, new double[] {40, 2}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadlift", "squat"})
    void aWholeSessionWithWalkingAndBarsSetDownNamesNoSensor(String exercise) {
        for (long seed = 1; seed <= 3; seed++) {
            SimulatedSession session = new SimulatedSession(SessionScript.realistic(exercise, 10, seed));
            TapDetector detector = new TapDetector(2);
            ClockMapper clock = new ClockMapper(2, mapped -> {
                int answer = detector.accept(mapped);
                assertTrue(answer < 0, () -> "sensor " + answer + " at " + mapped.timeMicros * 1e-6 + " s");
            });
            ImuSample sample = new ImuSample();
            while (session.wearable().next(sample)) {
                clock.accept(sample);
            }
            clock.finish();
        }
    }
}
