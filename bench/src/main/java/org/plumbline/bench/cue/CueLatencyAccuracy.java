package org.plumbline.bench.cue;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.plumbline.bench.cue.CueRun.Part;
import org.plumbline.core.form.LiveFormWatch;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.simulation.SensorConditions;
import org.plumbline.core.simulation.SimulationScript;

/**
 * How long after a limit has been passed the cue comes, in sensor time: from the true crossing to the time of the sample that
 * gave the cue, and where the time goes. The radio is not in it.
 */
public final class CueLatencyAccuracy {
    /** What cue and all may take at the 95th percentile, ms. */
    private static final int BUDGET_MS = 150;

    private static final double[] RATES_HZ = {25, 52, 104, 208};

    private final PrintStream out;
    private final int seeds;

    public CueLatencyAccuracy(PrintStream out, int seeds) {
        this.out = out;
        this.seeds = seeds;
    }

    public void print() {
        out.printf(
                Locale.ROOT,
                "## From the crossing of a limit to the cue: %d sets of each, the fault in repetition %d%n%n",
                seeds,
                WatchedFault.REPETITION);
        out.printf(
                Locale.ROOT,
                "Dwell %d ms, low-pass of the watched angles %.0f Hz. Budget %d ms at the 95th percentile. Times in ms, median and 95th"
                        + " percentile; the parts of one cue add up to all of it, their percentiles do not.%n%n",
                LiveFormWatch.DWELL_MILLIS,
                PoseHistory.LIVE_CUTOFF_HZ,
                BUDGET_MS);
        out.print("| exercise | fault | sensors | said |");
        for (Part part : Part.values()) {
            out.print(" " + part.title() + " |");
        }
        out.println();
        out.println("|---|---|---|---|" + "---|".repeat(Part.values().length));
        for (WatchedFault fault : WatchedFault.values()) {
            String other =
                    fault == WatchedFault.DEEP_FLEXION ? SimulationScript.ROMANIAN_DEADLIFT : SimulationScript.SQUAT;
            for (String exercise : List.of(SimulationScript.DEADLIFT, other)) {
                for (double rateHz : RATES_HZ) {
                    print(fault, exercise, rateHz);
                }
            }
        }
        out.println();
    }

    private void print(WatchedFault fault, String exercise, double rateHz) {
        SensorConditions conditions = SensorConditions.realistic().withRateHz(rateHz);
        List<CueRun> runs = LongStream.rangeClosed(1, seeds)
                .parallel()
                .mapToObj(seed -> new CueRun(fault, exercise, seed, conditions))
                .toList();
        long crossed = runs.stream().filter(CueRun::isCrossed).count();
        out.printf(
                Locale.ROOT,
                "| %s | %s | %.0f Hz | %d of %d |",
                exercise.replace('_', ' '),
                fault.title(),
                rateHz,
                runs.stream().filter(CueRun::isFlagged).count(),
                crossed);
        for (Part part : Part.values()) {
            DescriptiveStatistics times = new DescriptiveStatistics();
            runs.stream()
                    .mapToDouble(run -> run.partMs(part))
                    .filter(value -> !Double.isNaN(value))
                    .forEach(times::addValue);
            out.printf(Locale.ROOT, " %.0f, %.0f |", times.getPercentile(50), times.getPercentile(95));
        }
        out.println();
    }
}
