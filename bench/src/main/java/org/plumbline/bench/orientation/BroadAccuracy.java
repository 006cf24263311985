package org.plumbline.bench.orientation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.bench.IndexedRecording;
import org.plumbline.core.imu.ImuSample;

/**
 * The BROAD trials, a board in the hand against an optical reference: at the native rate and averaged to 100 Hz, each
 * raw and lag-compensated.
 */
final class BroadAccuracy {
    /** Interval of 100 Hz. */
    private static final long INTERVAL_MICROS = 10_000;

    /** By how much the samples of BROAD come later than its reference: measured by the design study. */
    private static final long LAG_MICROS = 2_400;

    /** A trial worse than VQF by more is marked: the gate of the design study. */
    private static final double MARKED_DEG = 0.15;

    private static final String MARK = " ▲";

    private final PrintStream out;
    private final List<IndexedRecording> trials;
    private final Path data;

    /** One table is made of these: the scores of an estimator at a rate, raw and lag-compensated, by trial. */
    private record Scores(NamedEstimator estimator, boolean nativeRate, Map<String, TrialScore[]> byTrial) {}

    BroadAccuracy(Path data, List<IndexedRecording> recordings, PrintStream out) {
        this.data = data;
        this.out = out;
        this.trials = recordings.stream()
                .filter(recording -> recording.dataSet().equals("broad"))
                .toList();
    }

    void print() throws IOException {
        List<Scores> tables = new ArrayList<>();
        for (NamedEstimator estimator : NamedEstimator.all()) {
            tables.add(new Scores(estimator, true, new LinkedHashMap<>()));
            tables.add(new Scores(estimator, false, new LinkedHashMap<>()));
        }
        for (IndexedRecording trial : trials) {
            Path file = data.resolve(trial.file());
            String name = String.valueOf(file.getFileName()).replaceAll("^broad_|\\.csv\\.gz$", "");
            ReferenceTrack reference = ReferenceTrack.ofMovingBoard(file);
            SensorSamples sensor = SensorSamples.read(file).get(0);
            List<ImuSample> averaged = IntervalAverage.over(INTERVAL_MICROS, sensor.samples());
            for (Scores table : tables) {
                TrialScore[] scores = table.nativeRate()
                        ? scores(table.estimator(), sensor.samples(), sensor.nominalRateHz(), reference)
                        : scores(table.estimator(), averaged, 1e6 / INTERVAL_MICROS, reference);
                table.byTrial().put(name, scores);
            }
        }
        out.println("### BROAD: a board in the hand, 285.7 Hz and averaged to 100 Hz\n");
        tables.forEach(this::print);
    }

    private static TrialScore[] scores(
            NamedEstimator estimator, List<ImuSample> samples, double rateHz, ReferenceTrack reference) {
        long[] stamps = samples.stream().mapToLong(sample -> sample.timeMicros).toArray();
        EstimateTrack track = estimator.track(samples, rateHz);
        return new TrialScore[] {
            TrialScore.of(stamps, track, reference, 0), TrialScore.of(stamps, track, reference, LAG_MICROS)
        };
    }

    private void print(Scores table) {
        String rate = table.nativeRate() ? "native rate" : "averaged to 100 Hz";
        out.println("**" + table.estimator().name() + ", " + rate + "**\n");
        List<String> headings = new ArrayList<>(
                List.of("trial", "inclination", "lag-compensated", "total", "lag-compensated", "heading drift, °/min"));
        if (table.estimator().saysItsError()) {
            headings.addAll(List.of("inclination within 1σ", "2σ", "heading within 1σ"));
        }
        if (table.nativeRate()) {
            headings.addAll(List.of("VQF inclination", "difference", "offline VQF inclination", "VQF total"));
        }
        out.println(Figures.row(headings.toArray(String[]::new)));
        out.println(Figures.rule(headings.size()));
        List<double[]> rows = new ArrayList<>();
        table.byTrial().forEach((name, scores) -> {
            double[] row = numbers(scores, VqfAnchor.ofTrial(name.substring(0, 2)));
            rows.add(row);
            printRow(table, name, row);
        });
        double[] means = new double[rows.get(0).length];
        for (int column = 0; column < means.length; column++) {
            int c = column;
            // drifts have either sign: their size counts
            means[column] = Figures.mean(rows.stream()
                    .mapToDouble(row -> c == 4 ? Math.abs(row[c]) : row[c])
                    .toArray());
        }
        printRow(table, "**mean of " + rows.size() + "** (drift: of its size)", means);
        out.println();
        if (!table.nativeRate()) {
            out.printf(
                    java.util.Locale.ROOT,
                    "VQF at 100 Hz, mean of 30 trials (there are no values per trial): %.3f°, lag-compensated %.3f°.%n%n",
                    VqfAnchor.MEAN_OF_30_AT_100_HZ_DEG,
                    VqfAnchor.MEAN_OF_30_AT_100_HZ_COMPENSATED_DEG);
        }
    }

    private static double[] numbers(TrialScore[] scores, VqfAnchor vqf) {
        TrialScore raw = scores[0];
        TrialScore compensated = scores[1];
        return new double[] {
            raw.inclinationDeg(),
            compensated.inclinationDeg(),
            raw.totalDeg(),
            compensated.totalDeg(),
            raw.driftDegPerMin(),
            raw.inclinationWithinOne(),
            raw.inclinationWithinTwo(),
            raw.headingWithinOne(),
            vqf.inclinationDeg(),
            raw.inclinationDeg() - vqf.inclinationDeg(),
            vqf.offlineInclinationDeg(),
            vqf.totalDeg()
        };
    }

    private void printRow(Scores table, String name, double[] row) {
        List<String> cells = new ArrayList<>(List.of(
                name,
                Figures.degrees(row[0], 3),
                Figures.degrees(row[1], 3),
                Figures.degrees(row[2], 2),
                Figures.degrees(row[3], 2),
                Figures.signed(row[4], 1)));
        if (table.estimator().saysItsError()) {
            cells.addAll(List.of(Figures.percent(row[5]), Figures.percent(row[6]), Figures.percent(row[7])));
        }
        if (table.nativeRate()) {
            cells.addAll(List.of(
                    Figures.degrees(row[8], 3),
                    Figures.signed(row[9], 3) + (row[9] > MARKED_DEG ? MARK : ""),
                    Figures.degrees(row[10], 3),
                    Figures.degrees(row[11], 2)));
        }
        out.println(Figures.row(cells.toArray(String[]::new)));
    }
}
