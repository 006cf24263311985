package org.plumbline.bench.form;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FormBaseline;
import org.plumbline.core.form.Metric;

/**
 * Squats with too much lean told from correct ones, one lumbar sensor, against the person's own approved set.
 *
 * <p>One correct set is the baseline, the other correct set and both leaning sets are told apart; then the other way round. The
 * border is once the product's own limit, which knows none of these people, and once the best border of all others (leave one
 * person out).
 */
public final class LeanAccuracy {
    private static final String DATA_SET = "squat_imu_choi";

    /** The product's limit for the departure from the approved course, degrees. */
    private static final double PRODUCT_LIMIT_DEG = 10;

    private static final int SETS = 2;

    private final Path data;
    private final PrintStream out;

    /** Departures of one person, with the baseline each was measured against. */
    private record Person(String name, List<Double> correct, List<Double> leaning, int missing) {
        /** Mean of the shares told right of both kinds; a repetition that was not assessed counts as told wrong. */
        double balancedAccuracy(double limit) {
            double right = correct.stream().filter(value -> value < limit).count() / (double) correct.size();
            double found = leaning.stream().filter(value -> value >= limit).count() / (double) leaning.size();
            return (right + found) / 2;
        }
    }

    public LeanAccuracy(Path data, PrintStream out) {
        this.data = data;
        this.out = out;
    }

    public void print() throws IOException {
        out.println("## Leaning squats told from correct ones (" + DATA_SET + ", one lumbar sensor)\n");
        out.println(
                "Per repetition: largest departure of the trunk's inclination from the person's own approved course at the same"
                        + " phase. Border: the product's limit of 10°, and the best border of the other people.\n");
        List<Person> people = new ArrayList<>();
        for (String name : List.of("P01", "P02", "P03", "P04", "P05", "P06")) {
            if (file(name, "correct", 1).toFile().isFile()) {
                people.add(person(name));
            }
        }
        out.println(
                "| person | correct, departure (median, most) | leaning (median, least) | not assessed | balanced accuracy at 10° "
                        + "| border of the others | balanced accuracy there |");
        out.println("|---|---|---|---|---|---|---|");
        double product = 0;
        double others = 0;
        for (Person person : people) {
            double border =
                    bestBorder(people.stream().filter(other -> other != person).toList());
            product += person.balancedAccuracy(PRODUCT_LIMIT_DEG) / people.size();
            others += person.balancedAccuracy(border) / people.size();
            out.printf(
                    Locale.ROOT,
                    "| %s | %.1f°, %.1f° | %.1f°, %.1f° | %d | %.3f | %.1f° | %.3f |%n",
                    person.name(),
                    sorted(person.correct())[person.correct().size() / 2],
                    sorted(person.correct())[person.correct().size() - 1],
                    sorted(person.leaning())[person.leaning().size() / 2],
                    sorted(person.leaning())[0],
                    person.missing(),
                    person.balancedAccuracy(PRODUCT_LIMIT_DEG),
                    border,
                    person.balancedAccuracy(border));
        }
        out.printf(Locale.ROOT, "| **mean** | | | | **%.3f** | | **%.3f** |%n%n", product, others);
    }

    /** Mean balanced accuracy of all people at the product's own limit. */
    public double meanAtProductLimit() throws IOException {
        return people().stream()
                .mapToDouble(person -> person.balancedAccuracy(PRODUCT_LIMIT_DEG))
                .average()
                .orElse(Double.NaN);
    }

    private List<Person> people() throws IOException {
        List<Person> people = new ArrayList<>();
        for (String name : List.of("P01", "P02", "P03", "P04")) {
            if (file(name, "correct", 1).toFile().isFile()) {
                people.add(person(name));
            }
        }
        return people;
    }

    private static double[] sorted(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /** The border with the best mean balanced accuracy; the middle of the stretch of equally good ones. */
    private static double bestBorder(List<Person> people) {
        double best = -1;
        List<Double> borders = new ArrayList<>();
        for (double limit :
                DoubleStream.iterate(2, it -> it <= 30, it -> it + 0.1).toArray()) {
            double accuracy = people.stream()
                    .mapToDouble(person -> person.balancedAccuracy(limit))
                    .average()
                    .orElse(0);
            if (accuracy > best + 1e-9) {
                best = accuracy;
                borders.clear();
            }
            if (accuracy > best - 1e-9) {
                borders.add(limit);
            }
        }
        return borders.get(borders.size() / 2);
    }

    private Person person(String name) throws IOException {
        List<Double> correct = new ArrayList<>();
        List<Double> leaning = new ArrayList<>();
        int missing = 0;
        for (int set = 1; set <= SETS; set++) {
            AnalysedSet approved = AnalysedSet.of(file(name, "correct", set));
            FormBaseline baseline = approved.baseline(0, approved.repetitions.size());
            missing += addTo(correct, baseline, file(name, "correct", SETS + 1 - set), Double.POSITIVE_INFINITY);
            for (int other = 1; other <= SETS; other++) {
                missing += addTo(leaning, baseline, file(name, "excessive_lean", other), Double.NEGATIVE_INFINITY);
            }
        }
        return new Person(name, correct, leaning, missing);
    }

    private static int addTo(List<Double> values, FormBaseline baseline, Path file, double wrong) throws IOException {
        int missing = 0;
        for (AnalysisResult.Repetition repetition : AnalysedSet.against(baseline, file).repetitions) {
            Double value = repetition.metrics().get(Metric.TRUNK_DEVIATION.jsonName());
            missing += value == null ? 1 : 0;
            values.add(value == null ? wrong : value);
        }
        return missing;
    }

    private Path file(String person, String kind, int set) {
        return data.resolve(DATA_SET).resolve(DATA_SET + "_" + person + "_squat_" + kind + "_" + set + ".csv.gz");
    }
}
