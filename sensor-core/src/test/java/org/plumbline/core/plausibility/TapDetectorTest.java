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

    /** Two sensors at 100 a second that lie still, and what is done to the one or the other at a moment. */
    private static List<Integer> lying(Shock... shocks) {
        TapDetector detector = new TapDetector(2);
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            for (int sensor = 0; sensor < 2; sensor++) {
                ImuSample sample = new ImuSample();
                sample.sensorIndex = sensor;
                sample.timeMicros = i * 10_000L + 3_000 * sensor;
                sample.accZ = 9.81;
                for (Shock shock : shocks) {
                    if (shock.sensor == sensor && shock.atS == i / 100.0) {
                        sample.accX += shock.ms2;
                        sample.gyrY += shock.radPerS;
                    }
                }
                int answer = detector.accept(sample);
                if (answer != TapDetector.NONE) {
                    answers.add(answer);
                }
            }
        }
        return answers;
    }

    /** One sample that is otherwise than those around it. */
    private record Shock(int sensor, double atS, double ms2, double radPerS) {
        Shock(int sensor, double atS, double ms2) {
            this(sensor, atS, ms2, 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"7.9, false", "8, true", "30, true"})
    void aTapHasASizeOfItsOwn(double ms2, boolean named) {
        assertEquals(named ? List.of(1) : List.of(), lying(new Shock(1, 2, ms2), new Shock(1, 2.5, ms2)));
    }

    @ParameterizedTest
    @CsvSource({"0.11, false", "0.13, true", "0.8, true", "0.81, false"})
    void twoTapsAreNeitherOneNorApart(double laterS, boolean named) {
        assertEquals(named ? List.of(0) : List.of(), lying(new Shock(0, 2, 20), new Shock(0, 2 + laterS, 20)));
    }

    @ParameterizedTest
    @CsvSource({"3.9, 0", "4.1, -2", "7, -2"})
    void whatTheOtherSensorFeelsWithATapIsAShareOfIt(double otherMs2, int answer) {
        assertEquals(
                List.of(answer),
                lying(
                        new Shock(0, 2, 10),
                        new Shock(1, 2, otherMs2),
                        new Shock(0, 2.5, 10),
                        new Shock(1, 2.5, otherMs2)));
    }

    @Test
    void theOtherSensorMayBeLateByItsClock() {
        assertEquals(
                List.of(TapDetector.UNCLEAR), lying(new Shock(0, 2, 10), new Shock(0, 2.5, 10), new Shock(1, 2.6, 7)));
        assertEquals(
                List.of(TapDetector.UNCLEAR), lying(new Shock(0, 2, 10), new Shock(0, 2.5, 10), new Shock(1, 1.9, 7)));
        assertEquals(List.of(0), lying(new Shock(0, 2, 10), new Shock(0, 2.5, 10), new Shock(1, 2.75, 7)));
        assertEquals(List.of(0), lying(new Shock(0, 2, 10), new Shock(0, 2.5, 10), new Shock(1, 1.75, 7)));
    }

    @Test
    void whereTheOtherOneIsTappedAfterItNoneIsNamed() {
        assertEquals(
                List.of(TapDetector.UNCLEAR),
                lying(new Shock(0, 2, 20), new Shock(0, 2.5, 20), new Shock(1, 2.75, 20)));
    }

    @Test
    void whatIsFeltIsMeasuredAgainstTheWholeOfATapAndNotItsFirstSample() {
        List<Shock> shocks = new ArrayList<>();
        for (double atS : new double[] {2, 2.5}) {
            shocks.add(new Shock(0, atS, 8.5));
            shocks.add(new Shock(0, atS + 0.01, -20));
            shocks.add(new Shock(1, atS, 7));
        }
        assertEquals(List.of(0), lying(shocks.toArray(Shock[]::new)));
    }

    @Test
    void aSensorThatTurnsBetweenTheTapsIsHandled() {
        List<Shock> shocks = new ArrayList<>(List.of(new Shock(0, 2, 20), new Shock(0, 2.7, 20)));
        for (int i = 0; i < 40; i++) {
            shocks.add(new Shock(0, Math.round(220 + i) / 100.0, 0, 2));
        }
        assertEquals(List.of(), lying(shocks.toArray(Shock[]::new)));
    }

    @Test
    void aTapOnASensorThatWasHandledALongTimeAgoIsOne() {
        List<Shock> shocks = new ArrayList<>(List.of(new Shock(0, 4, 20), new Shock(0, 4.5, 20)));
        for (int i = 0; i < 40; i++) {
            shocks.add(new Shock(0, Math.round(20 + i) / 100.0, 3 * (i % 2), 2));
        }
        assertEquals(List.of(0), lying(shocks.toArray(Shock[]::new)));
    }

    @Test
    void whereTheOtherSensorSendsNothingNobodyKnows() {
        TapDetector detector = new TapDetector(2);
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            ImuSample sample = new ImuSample();
            sample.timeMicros = i * 10_000L;
            sample.accX = i == 200 || i == 250 ? 20 : 0;
            int answer = detector.accept(sample);
            if (answer != TapDetector.NONE) {
                answers.add(answer);
            }
        }
        assertEquals(List.of(TapDetector.UNCLEAR), answers);
    }

    @Test
    void aHoleBetweenTapsSpoilsThem() {
        TapDetector detector = new TapDetector(1);
        for (int i = 0; i < 600; i++) {
            ImuSample sample = new ImuSample();
            sample.timeMicros = i * 10_000L;
            sample.accX = i == 200 || i == 260 ? 20 : 0;
            if (i < 215 || i > 246) {
                assertEquals(TapDetector.NONE, detector.accept(sample));
            }
        }
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
