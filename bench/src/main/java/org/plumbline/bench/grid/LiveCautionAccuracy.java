package org.plumbline.bench.grid;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/** How often a caution is said live for nothing, under the conditions of the grid. */
public final class LiveCautionAccuracy {
    private final PrintStream out;
    private final int sets;

    public LiveCautionAccuracy(PrintStream out, int sets) {
        this.out = out;
        this.sets = sets;
    }

    public void print() {
        List<LiveCautionRun> runs =
                GridCase.first(sets).parallelStream().map(LiveCautionRun::new).toList();
        out.printf(Locale.ROOT, "## Cautions said live in %d sets of the grid%n%n", sets);
        int said = sum(runs, LiveCautionRun::said);
        int unconfirmed = sum(runs, LiveCautionRun::unconfirmed);
        out.printf(
                Locale.ROOT,
                "%d in %d repetitions without a fault. %d cautions in all, of which the finished repetition did not confirm %d"
                        + " (%.1f %%). Of %d repetitions with rounding, twist or tuck of 1.5 times the caution %d were said live.%n%n",
                sum(runs, LiveCautionRun::inClean),
                sum(runs, LiveCautionRun::clean),
                said,
                unconfirmed,
                100.0 * unconfirmed / Math.max(1, said),
                sum(runs, LiveCautionRun::faults),
                sum(runs, LiveCautionRun::faultsSaid));
        runs.stream().flatMap(run -> run.remarks().stream()).forEach(remark -> out.println("- " + remark));
        Percentile nanos = new Percentile();
        nanos.setData(runs.stream()
                .flatMap(run -> run.nanos().stream())
                .mapToDouble(Long::doubleValue)
                .toArray());
        out.printf(
                Locale.ROOT,
                "%nA sample takes %.1f µs at the 50th, %.1f µs at the 95th and %.0f µs at the 99.9th percentile to be processed (on this"
                        + " machine, both cores busy).%n%n",
                nanos.evaluate(50) / 1000,
                nanos.evaluate(95) / 1000,
                nanos.evaluate(99.9) / 1000);
    }

    private static int sum(List<LiveCautionRun> runs, ToIntFunction<LiveCautionRun> of) {
        return runs.stream().mapToInt(of).sum();
    }
}
