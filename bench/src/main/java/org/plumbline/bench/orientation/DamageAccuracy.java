package org.plumbline.bench.orientation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.bench.IndexedRecording;

/**
 * Every recording of a sensor, damaged in every way: how much worse the inclination becomes, and whether the estimator
 * knows. Only estimators that say how far they may be off are asked.
 */
public final class DamageAccuracy {
    private final Path data;
    private final PrintStream out;

    /** Reads the recordings in {@code data} and prints to {@code out}. */
    public DamageAccuracy(Path data, PrintStream out) {
        this.data = data;
        this.out = out;
    }

    /** Prints one table, that of the live filter. */
    public void print() throws IOException {
        out.println("## Orientation from damaged recordings\n");
        print(NamedEstimator.all().get(0));
    }

    private void print(NamedEstimator estimator) throws IOException {
        Map<String, Map<String, DamageTally>> tallies = new LinkedHashMap<>();
        for (IndexedRecording recording : IndexedRecording.readIndex(data)) {
            // one file of the index holds joint angles and no samples
            if (!recording.sensors().startsWith("none")) {
                add(recording, estimator, tallies.computeIfAbsent(recording.dataSet(), key -> new LinkedHashMap<>()));
            }
        }
        out.println("**" + estimator.name() + "**\n");
        out.println(Figures.row(
                "data set",
                "damage",
                "truth",
                "inclination, RMS",
                "undamaged",
                "within 1σ",
                "2σ",
                "4σ",
                "worst in σ",
                "worst",
                "not levelled",
                "refused",
                "not finite"));
        out.println(Figures.rule(13));
        tallies.forEach((dataSet, byDamage) -> byDamage.forEach((damage, tally) -> {
            List<String> cells = new ArrayList<>(List.of(dataSet, damage));
            cells.addAll(List.of(tally.cells()));
            out.println(Figures.row(cells.toArray(String[]::new)));
        }));
        out.println();
    }

    private void add(IndexedRecording recording, NamedEstimator estimator, Map<String, DamageTally> tallies)
            throws IOException {
        Path file = data.resolve(recording.file());
        String title = String.valueOf(file.getFileName())
                .replace(recording.dataSet() + "_", "")
                .replace(".csv.gz", "");
        for (SensorSamples sensor : SensorSamples.read(file)) {
            String place = title + " " + sensor.placement();
            List<Estimate> clean = estimator.estimator().estimate(sensor.samples(), sensor.nominalRateHz());
            UpTruth truth = UpTruth.of(recording, file, sensor, clean);
            if (truth.optical()) {
                add(Damage.NONE, place, sensor, estimator, clean, truth, tallies);
            }
            for (Damage damage : Damage.all()) {
                add(damage, place, sensor, estimator, clean, truth, tallies);
            }
        }
    }

    private static void add(
            Damage damage,
            String place,
            SensorSamples sensor,
            NamedEstimator estimator,
            List<Estimate> clean,
            UpTruth truth,
            Map<String, DamageTally> tallies) {
        DamageTally tally = tallies.computeIfAbsent(damage.name(), key -> new DamageTally());
        DamagedSamples damaged = damage.to(sensor.samples(), place);
        List<Estimate> estimates = estimator.estimator().estimate(damaged.samples(), sensor.nominalRateHz());
        for (int i = 0; i < estimates.size(); i++) {
            int original = damaged.originals()[i];
            tally.add(estimates.get(i), clean.get(original), truth, original, place);
        }
    }
}
