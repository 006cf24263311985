package org.plumbline.bench.grid;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.plumbline.core.simulation.SensorConditions;
import org.plumbline.core.simulation.SimulationScript;

/** Clean sets of every exercise the simulation can do, with both sensors and with one. */
public final class ExerciseAccuracy {
    private static final int SETS = 10;
    private static final int REPETITIONS = 6;
    private static final int SHOWN_REMARKS = 400;

    private final PrintStream out;

    public ExerciseAccuracy(PrintStream out) {
        this.out = out;
    }

    private record Cell(String exercise, ExerciseView view, ExerciseTally tally) {
        void run() {
            for (int seed = 1; seed <= SETS; seed++) {
                new ExerciseRun(SimulationScript.clean(exercise, REPETITIONS, seed), view, tally).run();
            }
        }
    }

    /** One clean set of every exercise with both sensors, in one tally; their samples are kept for the next time. */
    public static ExerciseTally keptTally() {
        ExerciseTally all = new ExerciseTally();
        for (String exercise : SimulationScript.exercises()) {
            SimulationScript script = SimulationScript.clean(exercise, REPETITIONS, 1);
            KeptSet kept = KeptSet.of(script, SensorConditions.realistic());
            new ExerciseRun(script, ExerciseView.BOTH, all).run(kept.reading());
        }
        return all;
    }

    /** @param only the one exercise wanted, or empty for every one */
    public void print(String only) {
        List<Cell> cells = new ArrayList<>();
        for (String exercise : SimulationScript.exercises()) {
            for (ExerciseView view : ExerciseView.values()) {
                if (only.isEmpty() || only.equals(exercise)) {
                    cells.add(new Cell(exercise, view, new ExerciseTally()));
                }
            }
        }
        IntStream.range(0, cells.size())
                .parallel()
                .forEach(cell -> cells.get(cell).run());
        out.println("## Every exercise: " + SETS + " clean simulated sets of " + REPETITIONS + " repetitions\n");
        out.println("| exercise | sensors | count exact | start | bar break | top | end "
                + "| repetitions with a caution | cautions |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        cells.forEach(this::print);
        out.println(
                "\nTimes are median absolute errors in the sets counted exactly. \"Not visible\": the product says so"
                        + " before the set, and counts nothing. A start is compared where the repetition starts standing: elsewhere the"
                        + " product shows the posture before as well. An end is compared where truth has the same: in rows, presses"
                        + " and on the ground.\n");
        List<String> remarks = new ArrayList<>();
        cells.forEach(cell -> remarks.addAll(cell.tally().remarks));
        if (!remarks.isEmpty()) {
            out.println("What went wrong (" + Math.min(SHOWN_REMARKS, remarks.size()) + " of " + remarks.size()
                    + " lines):\n");
            remarks.stream().limit(SHOWN_REMARKS).forEach(remark -> out.println("- " + remark));
            out.println();
        }
    }

    private void print(Cell cell) {
        ExerciseTally tally = cell.tally();
        out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s | %s | %s |%n",
                cell.exercise(),
                cell.view().title(),
                tally.notVisible == tally.sets
                        ? "not visible" + (tally.repetitions > 0 ? ", yet " + tally.repetitions + " counted" : "")
                        : tally.exact + " of " + tally.sets,
                shown(tally.startErrorsS),
                shown(tally.barBreakErrorsS),
                shown(tally.topErrorsS),
                shown(tally.endErrorsS),
                tally.repetitions == 0 ? "–" : tally.cautioned + " of " + tally.repetitions,
                tally.cautions.isEmpty() ? "none" : tally.cautions);
    }

    private static String shown(List<Double> errors) {
        return errors.isEmpty() ? "–" : String.format(Locale.ROOT, "%.2f s", ExerciseTally.medianS(errors));
    }
}
