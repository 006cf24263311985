package org.plumbline.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.DoubleStream;
import org.plumbline.core.simulation.SensorConditions;
import org.plumbline.core.simulation.SessionScript;
import org.plumbline.core.simulation.SessionStretch;
import org.plumbline.core.simulation.SimulationScript;

/** Simulated sessions of five minutes, ten seeds of each condition: what is left of the orientation between the sets? */
final class SessionAccuracy {
    private static final int SEEDS = 10;
    private static final double MINUTES = 5;

    /** A sensor, a seat and a radio. */
    private record Condition(String name, SensorConditions sensors) {}

    private static final SensorConditions REALISTIC = SensorConditions.realistic();

    private static final List<Condition> CONDITIONS = List.of(
            new Condition("realistic, 104 Hz, 0.5 % of frames lost", REALISTIC),
            new Condition("gyroscope bias 0.1 °/s", REALISTIC.withGyroBias(0.1, 0.002)),
            new Condition("gyroscope bias up to 3 °/s, walk × 5", REALISTIC.withGyroBias(2, 0.01)),
            new Condition("scale and misalignment 1 %", REALISTIC.withGyroScale(0.01)),
            new Condition("gyroscope noise 0.02 °/s/√Hz", REALISTIC.withGyroNoise(0.02)),
            new Condition("accelerometer bias 0", REALISTIC.withAccelerometerBias(0)),
            new Condition("accelerometer bias 20 mg, at most 40", REALISTIC.withAccelerometerBias(0.196)),
            new Condition("skin wobble × 3", REALISTIC.withSkinTilt(0.9)),
            new Condition("25 Hz", REALISTIC.withRateHz(25)),
            new Condition("50 Hz", REALISTIC.withRateHz(50)),
            new Condition("208 Hz", REALISTIC.withRateHz(208)),
            new Condition("400 Hz", REALISTIC.withRateHz(400)),
            new Condition("no frame lost", REALISTIC.withLostShare(0)),
            new Condition("5 % of frames lost", REALISTIC.withLostShare(0.05)),
            new Condition(
                    "all extremes but the accelerometer's, 50 Hz",
                    REALISTIC
                            .withGyroBias(2, 0.01)
                            .withGyroScale(0.01)
                            .withGyroNoise(0.02)
                            .withSkinTilt(0.9)
                            .withLostShare(0.05)
                            .withRateHz(50)));

    private final PrintStream out;

    SessionAccuracy(PrintStream out) {
        this.out = out;
    }

    void print() {
        out.println("## Simulated sessions of " + (int) MINUTES + " minutes: " + SEEDS + " seeds of each condition\n");
        out.println(
                "Each cell: root mean square over the seeds (means for shares and drift), worst seed in brackets.\n");
        out.println("| condition | inclination RMSE pelvis | thorax | within 1σ | within 2σ "
                + "| rotation within a repetition | twist, re-zeroed | flexion | heading drift a minute "
                + "| repetitions found, of true | found where none was | level-2 flags on clean repetitions |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        List<SessionRun> realistic = new ArrayList<>();
        for (Condition condition : CONDITIONS) {
            List<SessionRun> runs = new ArrayList<>();
            for (int seed = 1; seed <= SEEDS; seed++) {
                String exercise = seed % 2 == 0 ? SimulationScript.SQUAT : SimulationScript.DEADLIFT;
                runs.add(new SessionRun(new SessionScript(exercise, MINUTES, seed, condition.sensors())));
            }
            print(condition, runs);
            if (realistic.isEmpty()) {
                realistic.addAll(runs);
            }
        }
        out.println();
        out.println(
                "The spread of one axis is given where nothing else is said. An accelerometer bias cannot be told from a"
                        + " tilt: 1 mg across gravity is 0.057°, 20 mg on each of two axes 1.6°.");
        out.println(
                "The stated σ is that of both horizontal axes together: of a normal error, 63 % lie within 1σ and 98 %"
                        + " within 2σ.\n");
        printActivities(realistic);
    }

    private void print(Condition condition, List<SessionRun> runs) {
        out.printf(
                "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %d of %d | %d | %d |%n",
                condition.name(),
                rms(runs, run -> run.sensor(0).inclinationRmsDeg()),
                rms(runs, run -> run.sensor(1).inclinationRmsDeg()),
                meanPercent(runs, 1),
                meanPercent(runs, 2),
                rms(runs, SessionRun::rotationWithinRepetitionRmsDeg),
                rms(runs, SessionRun::twistRmsDeg),
                rms(runs, SessionRun::flexionRmsDeg),
                meanDrift(runs),
                sum(runs, SessionRun::foundRepetitions),
                sum(runs, SessionRun::trueRepetitions),
                sum(runs, SessionRun::spuriousRepetitions),
                sum(runs, SessionRun::falseCautions));
    }

    private static int sum(List<SessionRun> runs, ToIntFunction<SessionRun> value) {
        return runs.stream().mapToInt(value).sum();
    }

    /** Sessions in which the figure was never assessed are named, not left out without a word. */
    private static String rms(List<SessionRun> runs, ToDoubleFunction<SessionRun> value) {
        double[] assessed =
                runs.stream().mapToDouble(value).filter(Double::isFinite).toArray();
        String figure = assessed.length == 0
                ? "–"
                : String.format(
                        "%.2f° (%.2f)",
                        Math.sqrt(
                                DoubleStream.of(assessed).map(one -> one * one).sum() / assessed.length),
                        DoubleStream.of(assessed).max().orElseThrow());
        int unknown = runs.size() - assessed.length;
        return unknown == 0 ? figure : figure + String.format(", %d of %d not assessed", unknown, runs.size());
    }

    private static String meanPercent(List<SessionRun> runs, int sigmas) {
        double sum = 0;
        double worst = 100;
        for (SessionRun run : runs) {
            double share = (run.sensor(0).withinPercent(sigmas) + run.sensor(1).withinPercent(sigmas)) / 2;
            sum += share;
            worst = Math.min(worst, share);
        }
        return String.format("%.0f %% (%.0f)", sum / runs.size(), worst);
    }

    private static String meanDrift(List<SessionRun> runs) {
        double sum = 0;
        double worst = 0;
        for (SessionRun run : runs) {
            double drift =
                    (run.sensor(0).headingDriftDegPerMinute() + run.sensor(1).headingDriftDegPerMinute()) / 2;
            sum += drift;
            worst = Math.max(worst, drift);
        }
        return String.format("%.1f° (%.1f)", sum / runs.size(), worst);
    }

    private void printActivities(List<SessionRun> runs) {
        out.println("At realistic errors, by what the person does:\n");
        out.println("| activity | share of time | inclination RMSE | largest | within 1σ | within 2σ |");
        out.println("|---|---|---|---|---|---|");
        long samples = 0;
        for (SessionRun run : runs) {
            samples += run.sensor(0).samples() + run.sensor(1).samples();
        }
        for (SessionStretch.Activity activity : SessionStretch.Activity.values()) {
            printActivity(activity, runs, samples);
        }
        out.println();
    }

    private void printActivity(SessionStretch.Activity activity, List<SessionRun> runs, long allSamples) {
        double squared = 0;
        double within = 0;
        double withinTwo = 0;
        double largest = 0;
        long samples = 0;
        for (SessionRun run : runs) {
            OrientationErrors errors = run.activities().get(activity);
            if (errors != null) {
                long count = errors.samples();
                squared += count * errors.inclinationRmsDeg() * errors.inclinationRmsDeg();
                within += count * errors.withinPercent(1);
                withinTwo += count * errors.withinPercent(2);
                largest = Math.max(largest, errors.largestInclinationDeg());
                samples += count;
            }
        }
        out.printf(
                "| %s | %.0f %% | %.2f° | %.2f° | %.0f %% | %.0f %% |%n",
                activity.name().toLowerCase(java.util.Locale.ROOT),
                100.0 * samples / allSamples,
                Math.sqrt(squared / samples),
                largest,
                within / samples,
                withinTwo / samples);
    }
}
