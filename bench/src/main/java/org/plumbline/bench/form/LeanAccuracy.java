package org.plumbline.bench.form;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FormBaseline;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.Metric;
import org.plumbline.core.repetition.ExerciseProfile;

/**
 * Squats with too much lean told from correct ones, one lumbar sensor, against the person's own approved set.
 *
 * <p>The approved repetitions are those of both correct sets; a correct repetition is judged against all the others but itself. The
 * border is once the product's own limit, and once the best border of all other people (leave one person out).
 */
public final class LeanAccuracy {
    private static final String DATA_SET = "squat_imu_choi";

    /** From here on the product says something: a notice, degrees. */
    static final double PRODUCT_LIMIT_DEG = Objects.requireNonNull(
                    FormLimits.defaultsFor(ExerciseProfile.SQUAT).of(FormRule.TRUNK_DEVIATION))
            .limitOf(1);

    static final List<String> PEOPLE = List.of("P01", "P02", "P03", "P04");
    static final String CORRECT = "correct";
    static final String LEANING = "excessive_lean";

    private static final int SETS = 2;

    private final Path data;
    private final PrintStream out;

    /**
     * Departures of one person, in degrees and in standard deviations of that person's approved repetitions; correct repetitions
     * first.
     */
    private record Person(String name, Departures degrees, Departures deviations) {}

    private record Departures(List<Double> correct, List<Double> leaning) {
        Departures() {
            this(new ArrayList<>(), new ArrayList<>());
        }

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
        String limit =
                new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(PRODUCT_LIMIT_DEG);
        out.println(
                "Per repetition: departure of the trunk's largest inclination from that of the person's own approved"
                        + " repetitions. Border: the product's notice at " + limit
                        + "°, and the best border of the other people.\n");
        List<Person> people = people();
        out.println("| person | correct, departure (median, most) | leaning (median, least) | balanced accuracy at "
                + limit + "° " + "| border of the others, own standard deviations | balanced accuracy there |");
        out.println("|---|---|---|---|---|---|");
        double product = 0;
        double others = 0;
        for (Person person : people) {
            double border = bestBorder(people.stream()
                    .filter(other -> !other.name().equals(person.name()))
                    .toList());
            product += person.degrees().balancedAccuracy(PRODUCT_LIMIT_DEG) / people.size();
            others += person.deviations().balancedAccuracy(border) / people.size();
            out.printf(
                    Locale.ROOT,
                    "| %s | %.1f°, %.1f° | %.1f°, %.1f° | %.3f | %.2f | %.3f |%n",
                    person.name(),
                    median(person.degrees().correct()),
                    Collections.max(person.degrees().correct()),
                    median(person.degrees().leaning()),
                    Collections.min(person.degrees().leaning()),
                    person.degrees().balancedAccuracy(PRODUCT_LIMIT_DEG),
                    border,
                    person.deviations().balancedAccuracy(border));
        }
        out.printf(Locale.ROOT, "| **mean** | | | **%.3f** | | **%.3f** |%n%n", product, others);
    }

    private List<Person> people() throws IOException {
        List<Person> people = new ArrayList<>();
        for (String name : PEOPLE) {
            if (file(data, name, CORRECT, 1).toFile().isFile()) {
                people.add(person(name));
            }
        }
        return people;
    }

    private static double median(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray()[values.size() / 2];
    }

    /** The border with the best mean balanced accuracy; the middle of the stretch of equally good ones. */
    private static double bestBorder(List<Person> people) {
        double best = -1;
        List<Double> borders = new ArrayList<>();
        for (double limit :
                DoubleStream.iterate(0.5, it -> it <= 10, it -> it + 0.05).toArray()) {
            double accuracy = people.stream()
                    .mapToDouble(person -> person.deviations().balancedAccuracy(limit))
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
        Person person = new Person(name, new Departures(), new Departures());
        List<AnalysedSet> approved = new ArrayList<>();
        for (int set = 1; set <= SETS; set++) {
            approved.add(AnalysedSet.of(file(data, name, CORRECT, set)));
        }
        for (int set = 1; set <= SETS; set++) {
            AnalysedSet own = approved.get(set - 1);
            for (int i = 0; i < own.repetitions.size(); i++) {
                FormBaseline others = AnalysedSet.baselineOf(approved, own, i);
                AnalysisResult.Repetition one = AnalysedSet.against(others, file(data, name, CORRECT, set))
                        .repetitions
                        .get(i);
                double departure = departureDeg(one, Double.POSITIVE_INFINITY);
                person.degrees().correct().add(departure);
                person.deviations().correct().add(departure / deviationDeg(others));
            }
            FormBaseline all = AnalysedSet.baselineOf(approved, own, -1);
            for (AnalysisResult.Repetition one : AnalysedSet.against(all, file(data, name, LEANING, set)).repetitions) {
                double departure = departureDeg(one, Double.NEGATIVE_INFINITY);
                person.degrees().leaning().add(departure);
                person.deviations().leaning().add(departure / deviationDeg(all));
            }
        }
        return person;
    }

    /** The departure; where it was not assessed the value that is told wrong. */
    static double departureDeg(AnalysisResult.Repetition repetition, double wrong) {
        return repetition.metrics().getOrDefault(Metric.TRUNK_DEVIATION.jsonName(), wrong);
    }

    private static double deviationDeg(FormBaseline baseline) {
        FormBaseline.Channel channel = baseline.channels().get(Metric.TRUNK_INCLINATION_PEAK);
        return channel == null ? Double.NaN : channel.deviation();
    }

    static Path file(Path data, String person, String kind, int set) {
        return data.resolve(DATA_SET).resolve(DATA_SET + "_" + person + "_squat_" + kind + "_" + set + ".csv.gz");
    }
}
