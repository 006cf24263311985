package org.plumbline.bench.plausibility;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.plumbline.bench.IndexedRecording;
import org.plumbline.core.clock.ClockMapper;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.plausibility.TapDetector;
import org.plumbline.core.recording.RecordingReader;
import org.plumbline.core.simulation.SensorConditions;
import org.plumbline.core.simulation.SessionScript;
import org.plumbline.core.simulation.SimulatedSession;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;

/** Which sensor was tapped: taps put into a simulated person who stands, and recordings in which nobody taps. */
public final class TapAccuracy {
    private static final int TRIALS = 100;

    /** The simulated person stands still from here on, s. */
    private static final double STANDING_S = 0.7;

    private final Path data;
    private final PrintStream out;

    public TapAccuracy(Path data, PrintStream out) {
        this.data = data;
        this.out = out;
    }

    public void print() throws IOException {
        out.println("### Which sensor was tapped\n");
        out.printf(
                "Two or three taps on one of two sensors of a simulated person who stands, %d trials a row; a tap is a shock of 30 Hz"
                        + " that is over in 50 ms. The other sensor feels the stated share of it.%n%n",
                TRIALS);
        out.println("| rate | shock | the other feels | right sensor | wrong sensor | unclear | no answer |");
        out.println("|---|---|---|---|---|---|---|");
        for (double rateHz : new double[] {52, 104, 208}) {
            for (double shockMs2 : new double[] {15, 30, 60}) {
                for (double share : new double[] {0.1, 0.3, 0.6}) {
                    row(rateHz, shockMs2, share);
                }
            }
        }
        out.println();
        out.println("| nobody taps | minutes | a sensor named | unclear |");
        out.println("|---|---|---|---|");
        recordings();
        sessions();
        out.println();
    }

    private void row(double rateHz, double shockMs2, double share) {
        int[] counts = new int[4];
        for (int trial = 0; trial < TRIALS; trial++) {
            Random random = new Random(trial);
            int tapped = random.nextInt(2);
            double[] tapsS = new double[2 + random.nextInt(2)];
            tapsS[0] = STANDING_S + 0.2 * random.nextDouble();
            for (int i = 1; i < tapsS.length; i++) {
                tapsS[i] = tapsS[i - 1] + 0.2 + 0.2 * random.nextDouble();
            }
            SimulatedWearable wearable = new SimulatedWearable(
                    SimulationScript.clean("deadlift", 1, trial),
                    SensorConditions.realistic()
                            .withRateHz(rateHz)
                            .withLostShare(0)
                            .withClockSkew(0));
            counts[outcome(wearable, tapped, tapsS, shockMs2, share)]++;
        }
        out.printf(
                Locale.ROOT,
                "| %.0f Hz | %.0f m/s² | %.0f %% | %d | %d | %d | %d |%n",
                rateHz,
                shockMs2,
                100 * share,
                counts[0],
                counts[1],
                counts[2],
                counts[3]);
    }

    private static int outcome(SimulatedWearable wearable, int tapped, double[] tapsS, double shockMs2, double share) {
        TapDetector detector = new TapDetector(2);
        int[] answer = {TapDetector.NONE};
        ClockMapper clock = new ClockMapper(2, sample -> {
            shake(sample, sample.sensorIndex == tapped ? shockMs2 : share * shockMs2, tapsS);
            int now = detector.accept(sample);
            answer[0] = answer[0] == TapDetector.NONE ? now : answer[0];
        });
        ImuSample sample = new ImuSample();
        while (answer[0] == TapDetector.NONE && wearable.next(sample)) {
            clock.accept(sample);
        }
        if (answer[0] == TapDetector.NONE) {
            return 3;
        }
        return answer[0] == tapped ? 0 : answer[0] == TapDetector.UNCLEAR ? 2 : 1;
    }

    private static void shake(ImuSample sample, double shockMs2, double[] tapsS) {
        for (double tapS : tapsS) {
            double afterS = sample.timeMicros * 1e-6 - tapS;
            if (afterS >= 0 && afterS < 0.1) {
                double shock = shockMs2 * Math.exp(-afterS / 0.012) * Math.cos(2 * Math.PI * 30 * afterS);
                sample.accX += 0.6 * shock;
                sample.accZ += 0.8 * shock;
            }
        }
    }

    private void recordings() throws IOException {
        int named = 0;
        int unclear = 0;
        double minutes = 0;
        for (IndexedRecording recording : IndexedRecording.readIndex(data)) {
            if (!recording.sensors().contains("+")) {
                continue;
            }
            try (RecordingReader reader = RecordingReader.open(data.resolve(recording.file()))) {
                TapDetector detector = new TapDetector(reader.header().sensors().size());
                ImuSample sample = new ImuSample();
                long first = Long.MIN_VALUE;
                while (reader.next(sample)) {
                    first = first == Long.MIN_VALUE ? sample.timeMicros : first;
                    int answer = detector.accept(sample);
                    named += answer >= 0 ? 1 : 0;
                    unclear += answer == TapDetector.UNCLEAR ? 1 : 0;
                }
                minutes += (sample.timeMicros - first) / 60e6;
            }
        }
        out.printf(
                Locale.ROOT,
                "| recordings of people with two sensors or more | %.0f | %d | %d |%n",
                minutes,
                named,
                unclear);
    }

    private void sessions() {
        int named = 0;
        int unclear = 0;
        double minutes = 0;
        for (int seed = 1; seed <= 6; seed++) {
            SimulatedSession session =
                    new SimulatedSession(SessionScript.realistic(seed % 2 == 0 ? "squat" : "deadlift", 10, seed));
            TapDetector detector = new TapDetector(2);
            int[] counts = new int[2];
            ClockMapper clock = new ClockMapper(2, mapped -> {
                int answer = detector.accept(mapped);
                counts[0] += answer >= 0 ? 1 : 0;
                counts[1] += answer == TapDetector.UNCLEAR ? 1 : 0;
            });
            ImuSample sample = new ImuSample();
            while (session.wearable().next(sample)) {
                clock.accept(sample);
            }
            clock.finish();
            named += counts[0];
            unclear += counts[1];
            minutes += sample.timeMicros / 60e6;
        }
        out.printf(
                Locale.ROOT,
                "| simulated sessions, with walking and plates | %.0f | %d | %d |%n",
                minutes,
                named,
                unclear);
    }
}
