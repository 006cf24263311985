package org.plumbline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.orientation.OrientationFilter;
import org.plumbline.core.orientation.Quaternions;
import org.plumbline.core.recording.RecordingReader;

/**
 * The orientation filter on the BROAD trials against the optical reference: inclination error, and total error after one
 * heading offset a trial is removed; root mean square over the moving phases.
 */
final class OrientationAccuracy {
    /** VQF 2.1.1, default parameters, on the same trials: the stored values of the design study, degrees. */
    private static final Map<String, Double> VQF_INCLINATION_DEG = Map.ofEntries(
            Map.entry("01", 0.599),
            Map.entry("02", 0.429),
            Map.entry("04", 0.787),
            Map.entry("06", 0.804),
            Map.entry("07", 1.023),
            Map.entry("08", 1.763),
            Map.entry("10", 0.299),
            Map.entry("11", 0.420),
            Map.entry("14", 0.413),
            Map.entry("15", 0.470),
            Map.entry("18", 0.614),
            Map.entry("21", 1.716),
            Map.entry("24", 0.607),
            Map.entry("26", 0.561),
            Map.entry("28", 1.206),
            Map.entry("29", 1.063),
            Map.entry("32", 0.560),
            Map.entry("34", 0.646),
            Map.entry("35", 0.658),
            Map.entry("36", 0.877));

    private final Path data;
    private final PrintStream out;

    OrientationAccuracy(Path data, PrintStream out) {
        this.data = data;
        this.out = out;
    }

    void print() throws IOException {
        out.println("## Orientation against optical truth (BROAD, native rate)\n");
        out.println(
                "| trial | inclination | total, heading aligned | VQF inclination (stored) | complementary filter |");
        out.println("|---|---|---|---|---|");
        double[] sums = new double[4];
        int trials = 0;
        for (IndexedRecording recording : IndexedRecording.readIndex(data)) {
            if (!recording.dataSet().equals("broad")) {
                continue;
            }
            Path file = data.resolve(recording.file());
            String name = file.getFileName().toString().replaceAll("^broad_|\\.csv\\.gz$", "");
            double[] own = errors(file, false);
            double[] complementary = errors(file, true);
            double vqf = VQF_INCLINATION_DEG.getOrDefault(name.substring(0, 2), Double.NaN);
            out.printf("| %s | %.3f° | %.2f° | %.3f° | %.2f° |%n", name, own[0], own[1], vqf, complementary[0]);
            sums[0] += own[0];
            sums[1] += own[1];
            sums[2] += vqf;
            sums[3] += complementary[0];
            trials++;
        }
        out.printf(
                "| **mean of %d** | **%.3f°** | **%.2f°** | **%.3f°** | **%.2f°** |%n%n",
                trials, sums[0] / trials, sums[1] / trials, sums[2] / trials, sums[3] / trials);
    }

    private double[] errors(Path file, boolean complementary) throws IOException {
        List<double[]> references = reference(file);
        List<double[]> errors = new ArrayList<>();
        double[] estimate = new double[4];
        try (RecordingReader reader = RecordingReader.open(file)) {
            double rate = reader.header().sensors().get(0).nominalRateHz();
            OrientationFilter filter = new OrientationFilter(rate);
            ComplementaryFilter simple = new ComplementaryFilter();
            ImuSample sample = new ImuSample();
            for (int row = 0; reader.next(sample); row++) {
                if (complementary) {
                    simple.update(sample, 1 / rate);
                    simple.copyOrientationTo(estimate);
                } else {
                    filter.update(sample);
                    filter.copyOrientationTo(estimate);
                }
                double[] truth = references.get(row);
                if (truth.length > 0) {
                    double[] error = new double[4];
                    Quaternions.conjugate(truth, error);
                    Quaternions.multiply(estimate, error, error);
                    errors.add(error);
                }
            }
        }
        return new double[] {inclinationRmsDeg(errors), totalRmsDeg(errors)};
    }

    /** One entry a row: the true orientation, or an empty array where it is missing or the board rests. */
    private static List<double[]> reference(Path file) throws IOException {
        Path reference = file.resolveSibling(file.getFileName().toString().replace(".csv.gz", ".reference.csv.gz"));
        List<double[]> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(reference)), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] fields = line.split(",");
                boolean scored = fields[5].equals("1") && !fields[1].equals("nan");
                double[] row = new double[scored ? 4 : 0];
                for (int i = 0; i < row.length; i++) {
                    row[i] = Double.parseDouble(fields[i + 1]);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static double inclinationRmsDeg(List<double[]> errors) {
        double sum = 0;
        for (double[] e : errors) {
            double angle = 2 * Math.acos(Math.min(1, Math.hypot(e[0], e[3])));
            sum += angle * angle;
        }
        return Math.toDegrees(Math.sqrt(sum / errors.size()));
    }

    private static double totalRmsDeg(List<double[]> errors) {
        double sine = 0;
        double cosine = 0;
        for (double[] e : errors) {
            double heading = 2 * Math.atan2(e[3], e[0]);
            sine += Math.sin(heading);
            cosine += Math.cos(heading);
        }
        double offset = Math.atan2(sine, cosine);
        double[] back = {Math.cos(offset / 2), 0, 0, -Math.sin(offset / 2)};
        double[] aligned = new double[4];
        double sum = 0;
        for (double[] e : errors) {
            Quaternions.multiply(back, e, aligned);
            double angle = 2 * Math.acos(Math.min(1, Math.abs(aligned[0])));
            sum += angle * angle;
        }
        return Math.toDegrees(Math.sqrt(sum / errors.size()));
    }
}
