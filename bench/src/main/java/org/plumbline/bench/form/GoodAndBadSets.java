package org.plumbline.bench.form;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.plumbline.core.form.FormBaseline;
import org.plumbline.core.form.Metric;

/**
 * Sets that a person judged good and bad, seen by one pelvis sensor: is the bad set further from the first half of the good one
 * than the second half of the good one is, and beyond what the sensor can tell?
 */
public final class GoodAndBadSets {
    private static final String DATA_SET = "flextail_rectify";
    private static final List<String> EXERCISES = List.of("deadlift", "squat", "row", "overhead_press", "push_up");

    /** Fewer repetitions make no reference. */
    private static final int FEWEST = 4;

    private final Path data;
    private final PrintStream out;
    private int worse;
    private int sameOrLess;
    private int notAssessed;

    public GoodAndBadSets(Path data, PrintStream out) {
        this.data = data;
        this.out = out;
    }

    public void print() throws IOException {
        out.println("## Good and bad sets of one person (" + DATA_SET + ", one pelvis sensor)\n");
        out.println(
                "Reference: the first half of the good set. Index: form-drift index, the change of two channels at once, or of one in two"
                        + " repetitions running, in units of what a channel can tell (1 = its edge), median of the repetitions.\n");
        out.println("| person | exercise | repetitions good, bad | index, rest of the good set | index, bad set "
                + "| channel that changed most | the bad set scores worse |");
        out.println("|---|---|---|---|---|---|---|");
        for (String exercise : EXERCISES) {
            for (String person : List.of("P01", "P02", "P03", "P04")) {
                Path good = file(person, exercise, "good");
                Path bad = file(person, exercise, "bad");
                if (Files.isRegularFile(good) && Files.isRegularFile(bad)) {
                    compare(person, exercise, good, bad);
                }
            }
        }
        out.printf(
                "%nWorse in a channel the sensor sees: %d; not worse: %d; not assessed: %d.%n%n",
                worse, sameOrLess, notAssessed);
    }

    private Path file(String person, String exercise, String judgement) {
        return data.resolve(DATA_SET).resolve(DATA_SET + "_" + person + "_" + exercise + "_" + judgement + ".csv.gz");
    }

    private void compare(String person, String exercise, Path good, Path bad) throws IOException {
        AnalysedSet reference = AnalysedSet.of(good);
        int half = reference.repetitions.size() / 2;
        AnalysedSet badAlone = AnalysedSet.of(bad);
        String row = "| " + person + " | " + exercise + " | " + reference.repetitions.size() + ", "
                + badAlone.repetitions.size() + " | ";
        if (half < FEWEST / 2 || badAlone.repetitions.isEmpty()) {
            notAssessed++;
            out.println(row + "– | – | – | not assessed: too few repetitions seen |");
            return;
        }
        FormBaseline baseline = reference.baseline(0, half);
        AnalysedSet goodAgainst = AnalysedSet.against(baseline, good);
        AnalysedSet badAgainst = AnalysedSet.against(baseline, bad);
        DescriptiveStatistics rest = goodAgainst.values(Metric.FORM_DRIFT_INDEX, half, goodAgainst.repetitions.size());
        DescriptiveStatistics changed = badAgainst.values(Metric.FORM_DRIFT_INDEX, 0, badAgainst.repetitions.size());
        if (rest.getN() == 0 || changed.getN() == 0) {
            notAssessed++;
            out.println(row + "– | – | – | not assessed |");
            return;
        }
        double before = rest.getPercentile(50);
        double after = changed.getPercentile(50);
        String verdict;
        if (after > 1 && after > before) {
            verdict = "yes";
            worse++;
        } else {
            verdict = after > 1 ? "no" : "no: within what the sensor can tell";
            sameOrLess++;
        }
        out.printf(
                Locale.ROOT,
                "%s%.2f | %.2f | %s | %s |%n",
                row,
                before,
                after,
                changedMost(baseline, badAgainst),
                verdict);
    }

    private static String changedMost(FormBaseline baseline, AnalysedSet bad) {
        String most = "–";
        double largest = 0;
        for (Metric metric : Metric.values()) {
            FormBaseline.Channel own = baseline.channels().get(metric);
            double change = metric.minimalDetectableChange();
            DescriptiveStatistics values = bad.values(metric, 0, bad.repetitions.size());
            if (own == null || Double.isNaN(change) || values.getN() == 0) {
                continue;
            }
            double moved = values.getPercentile(50) - own.mean();
            double index = Math.abs(moved) / Math.max(change, 2 * own.deviation());
            if (index > largest) {
                largest = index;
                most = String.format(
                        Locale.ROOT,
                        "%s %.1f → %.1f %s",
                        metric.jsonName(),
                        own.mean(),
                        values.getPercentile(50),
                        metric.unit());
            }
        }
        return most;
    }
}
