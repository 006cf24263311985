package org.plumbline.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.plumbline.core.Cue;
import org.plumbline.core.FormListener;
import org.plumbline.core.FormMonitor;
import org.plumbline.core.MonitorSetup;
import org.plumbline.core.clock.ClockMapper;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.LiveFormWatch;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.simulation.SimulationTruth;
import org.plumbline.core.spine.SpinePose;

/**
 * How long after a back has rounded beyond its caution the cue comes, in sensor time: from the true crossing (and from that of
 * the measured, unfiltered angle) to the time of the sample that gave the cue. The radio is not in it. And how long a sample
 * takes to be processed, by the clock.
 */
final class CueLatencyAccuracy {
    private static final int SEEDS = 20;
    private static final int REPETITIONS = 6;
    private static final int ROUNDED = 4;

    /** Level 2 of F1, degrees. */
    private static final double CAUTION_DEG = 6;

    /** Bar break is read over so long, s. */
    private static final double BAR_BREAK_S = 0.1;

    private static final double[] GAINS_DEG = {8, 10, 14};

    private final PrintStream out;

    CueLatencyAccuracy(PrintStream out) {
        this.out = out;
    }

    /** What was heard of one set. */
    private static final class Heard implements FormListener {
        final List<SpinePose> poses = new ArrayList<>();
        double nowS;
        double flagS = Double.NaN;
        double cueS = Double.NaN;
        double notedS = Double.NaN;
        int cautions;

        @Override
        public void onPose(SpinePose pose) {
            SpinePose copy = new SpinePose();
            copy.set(pose);
            poses.add(copy);
        }

        @Override
        public void onFlag(FormFlag flag, int repetition) {
            cautions += flag.level() >= 2 ? 1 : 0;
            if (flag.flag() == FlagName.ROUNDING_UNDER_LOAD && flag.level() >= 2 && Double.isNaN(flagS)) {
                flagS = nowS;
                notedS = flag.timeS();
            }
        }

        @Override
        public void onCue(Cue cue) {
            if (cue.flag() == FlagName.ROUNDING_UNDER_LOAD && Double.isNaN(cueS)) {
                cueS = nowS;
            }
        }
    }

    void print() {
        out.println("## From the crossing of a limit to the cue: " + SEEDS + " seeds of each, rounding on repetition "
                + ROUNDED + "\n");
        out.printf(
                "The dwell is %d ms; the low-pass of the angles delays by 37 ms; the grid waits for the slower sensor.%n%n",
                LiveFormWatch.DWELL_MILLIS);
        out.println("| exercise | rounding | cues | from the true crossing p50 | p95 | from the measured one p50 | p95 "
                + "| wait for the grid p95 |");
        out.println("|---|---|---|---|---|---|---|---|");
        DescriptiveStatistics all = new DescriptiveStatistics();
        DescriptiveStatistics allMeasured = new DescriptiveStatistics();
        for (String exercise : List.of(SimulationScript.DEADLIFT, SimulationScript.SQUAT)) {
            for (double gain : GAINS_DEG) {
                print(exercise, gain, all, allMeasured);
            }
        }
        out.printf(
                "| all | | %d | %.0f ms | %.0f ms | %.0f ms | %.0f ms | |%n%n",
                all.getN(),
                all.getPercentile(50),
                all.getPercentile(95),
                allMeasured.getPercentile(50),
                allMeasured.getPercentile(95));
        printCleanSets();
    }

    private void print(String exercise, double gainDeg, DescriptiveStatistics all, DescriptiveStatistics allMeasured) {
        DescriptiveStatistics latency = new DescriptiveStatistics();
        DescriptiveStatistics measured = new DescriptiveStatistics();
        DescriptiveStatistics grid = new DescriptiveStatistics();
        for (int seed = 1; seed <= SEEDS; seed++) {
            SimulationScript script = SimulationScript.clean(exercise, REPETITIONS, seed)
                    .with(new SimulatedFault.Rounding(ROUNDED, gainDeg));
            SimulatedWearable wearable = new SimulatedWearable(script);
            Heard heard = run(wearable, exercise, new DescriptiveStatistics());
            SimulationTruth.Repetition rounded = wearable.truth().repetitions().get(ROUNDED - 1);
            double trueS = crossing(trueCourse(wearable, heard.poses), rounded);
            double measuredS = crossing(heard.poses, rounded);
            if (!Double.isNaN(heard.cueS) && !Double.isNaN(trueS)) {
                add(1000 * (heard.cueS - trueS), latency, all);
                add(1000 * (heard.cueS - measuredS), measured, allMeasured);
                grid.addValue(1000 * (heard.cueS - heard.notedS));
            }
        }
        out.printf(
                "| %s | %.0f° | %d of %d | %.0f ms | %.0f ms | %.0f ms | %.0f ms | %.0f ms |%n",
                exercise,
                gainDeg,
                latency.getN(),
                SEEDS,
                latency.getPercentile(50),
                latency.getPercentile(95),
                measured.getPercentile(50),
                measured.getPercentile(95),
                grid.getPercentile(95));
    }

    private static void add(double value, DescriptiveStatistics own, DescriptiveStatistics all) {
        own.addValue(value);
        all.addValue(value);
    }

    private static Heard run(SimulatedWearable wearable, String exercise, DescriptiveStatistics nanos) {
        Heard heard = new Heard();
        FormMonitor monitor = new FormMonitor(MonitorSetup.live(wearable.sensors(), exercise), heard);
        ClockMapper clock = new ClockMapper(wearable.sensors().size(), sample -> {
            heard.nowS = sample.timeMicros * 1e-6;
            long begin = System.nanoTime();
            monitor.accept(sample);
            nanos.addValue(System.nanoTime() - begin);
        });
        ImuSample sample = new ImuSample();
        while (wearable.next(sample)) {
            clock.accept(sample);
        }
        clock.finish();
        monitor.finish();
        return heard;
    }

    private static List<SpinePose> trueCourse(SimulatedWearable wearable, List<SpinePose> poses) {
        List<SpinePose> course = new ArrayList<>();
        for (SpinePose pose : poses) {
            SpinePose truth = new SpinePose();
            wearable.truePose(pose.timeMicros, truth);
            truth.timeMicros = pose.timeMicros;
            course.add(truth);
        }
        return course;
    }

    /** When flexion was beyond that at bar break by the caution, s; NaN where it never was. */
    private static double crossing(List<SpinePose> course, SimulationTruth.Repetition repetition) {
        DescriptiveStatistics before = new DescriptiveStatistics();
        for (SpinePose pose : course) {
            double timeS = pose.timeMicros * 1e-6;
            if (timeS > repetition.barBreakS() - BAR_BREAK_S && timeS <= repetition.barBreakS()) {
                before.addValue(pose.lumbarFlexionDeg);
            } else if (timeS > repetition.barBreakS()
                    && timeS < repetition.topS()
                    && pose.lumbarFlexionDeg - before.getMean() >= CAUTION_DEG) {
                return timeS;
            }
        }
        return Double.NaN;
    }

    private void printCleanSets() {
        DescriptiveStatistics nanos = new DescriptiveStatistics();
        int cautions = 0;
        int repetitions = 0;
        for (String exercise : List.of(SimulationScript.DEADLIFT, SimulationScript.SQUAT)) {
            for (int seed = 1; seed <= SEEDS; seed++) {
                SimulatedWearable wearable =
                        new SimulatedWearable(SimulationScript.clean(exercise, REPETITIONS, 1000 + seed));
                cautions += run(wearable, exercise, nanos).cautions;
                repetitions += REPETITIONS;
            }
        }
        out.printf(
                "Clean sets: %d cautions said live in %d repetitions. A sample takes %.0f µs at the 50th, %.0f µs at the"
                        + " 95th and %.0f µs at the 99.9th percentile to be processed (on this machine).%n%n",
                cautions,
                repetitions,
                nanos.getPercentile(50) / 1000,
                nanos.getPercentile(95) / 1000,
                nanos.getPercentile(99.9) / 1000);
    }
}
