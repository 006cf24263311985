package org.plumbline.bench.grid;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The grid of simulated sets, whole and by each condition. */
public final class GridAccuracy {
    /** Sets in the published table. */
    public static final int SETS = 400;

    private static final int SHOWN_REMARKS = 30;

    private final PrintStream out;

    public GridAccuracy(PrintStream out) {
        this.out = out;
    }

    /** The first sets of the grid in one tally; their samples are kept for the next time. */
    public static GridTally keptTallyOf(int sets) {
        GridTally all = new GridTally();
        for (GridCase one : GridCase.first(sets)) {
            all.add(new GridRun(one, KeptSet.of(one.script(), one.sensors()).reading()).tally());
        }
        return all;
    }

    public void print() {
        out.println("## Grid of " + SETS + " simulated sets of 8 repetitions\n");
        List<GridCase> cases = GridCase.first(SETS);
        GridRun[] runs = new GridRun[cases.size()];
        IntStream.range(0, runs.length).parallel().forEach(i -> runs[i] = new GridRun(cases.get(i)));
        GridTally all = new GridTally();
        GridTally withoutPlates = new GridTally();
        Map<String, GridTally> groups = new TreeMap<>();
        List<String> remarks = new ArrayList<>();
        for (int i = 0; i < runs.length; i++) {
            GridTally own = runs[i].tally();
            all.add(own);
            GridCase one = cases.get(i);
            if (!GridCase.PLATE.equals(one.traits().get(GridCase.BESIDES))) {
                withoutPlates.add(own);
            }
            one.traits()
                    .forEach((trait, value) -> groups.computeIfAbsent(trait + ": " + value, key -> new GridTally())
                            .add(own));
            for (String remark : runs[i].remarks()) {
                remarks.add(i + " (" + String.join(", ", one.traits().values()) + "): " + remark);
            }
        }
        out.println("| sets | number | count exact | faulty repetitions found | level-2 flags on clean repetitions "
                + "| rounding not assessed | flexion RMSE | rotation RMSE within a repetition |");
        out.println("|---|---|---|---|---|---|---|---|");
        print("**all**", all);
        print("**all but those with a plate**", withoutPlates);
        groups.forEach(this::print);
        out.println(
                "\nFaults are 1.5 times the caution: rounding 9°, twist 10.5° peak to peak and tuck 18° in two repetitions running, drift up to "
                        + "13.5° in the last ones. A repetition that was not counted counts its fault as missed.\n");
        out.println(
                "What went wrong (" + Math.min(SHOWN_REMARKS, remarks.size()) + " of " + remarks.size() + " lines):\n");
        remarks.stream().limit(SHOWN_REMARKS).forEach(remark -> out.println("- " + remark));
        out.println();
    }

    private void print(String name, GridTally tally) {
        out.printf(
                Locale.ROOT,
                "| %s | %d | %d (%.1f %%) | %s | %d of %d (%.2f %%) | %d | %.2f° | %.2f° |%n",
                name,
                tally.sets,
                tally.exact,
                tally.exactPercent(),
                tally.faulty == 0
                        ? "–"
                        : String.format(
                                Locale.ROOT, "%d of %d (%.1f %%)", tally.found, tally.faulty, tally.foundPercent()),
                tally.falseCautions,
                tally.clean,
                tally.falsePercent(),
                tally.notAssessed,
                tally.flexionRmsDeg(),
                tally.rotationRmsDeg());
    }
}
