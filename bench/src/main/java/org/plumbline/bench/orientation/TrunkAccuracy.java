package org.plumbline.bench.orientation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.plumbline.bench.IndexedRecording;

/**
 * Two sensors on the trunks of people who sit, bend and turn, against optical truth: the inclination of each sensor, and
 * the rotation between the two.
 */
final class TrunkAccuracy {
    private static final List<String> PLACEMENTS = List.of("thorax", "pelvis");

    private final Path data;
    private final List<IndexedRecording> recordings;
    private final PrintStream out;

    /** One sensor in one trial. */
    private record SensorRow(
            String name, boolean clean, double deviceDeg, UpScore score, double ownLagMs, double withOwnLagDeg) {}

    /** Both sensors in one trial. */
    private record RelativeRow(String name, boolean clean, double deviceDeg, RelativeScore score) {}

    TrunkAccuracy(Path data, List<IndexedRecording> recordings, PrintStream out) {
        this.data = data;
        this.recordings = recordings.stream()
                .filter(recording -> recording.dataSet().equals("trunk_imu_omc_debruijn"))
                .toList();
        this.out = out;
    }

    void print() throws IOException {
        out.println("### trunk_imu_omc_debruijn: thorax and pelvis of people who sit and bend, 50 Hz\n");
        for (NamedEstimator estimator : NamedEstimator.all()) {
            List<SensorRow> sensors = new ArrayList<>();
            List<RelativeRow> relatives = new ArrayList<>();
            for (IndexedRecording recording : recordings) {
                score(data.resolve(recording.file()), estimator, sensors, relatives);
            }
            printSensors(estimator, sensors);
            printRelatives(estimator, relatives);
        }
    }

    private static void score(Path file, NamedEstimator estimator, List<SensorRow> sensors, List<RelativeRow> relatives)
            throws IOException {
        String name = String.valueOf(file.getFileName()).replaceAll("^trunk_imu_omc_debruijn_|\\.csv\\.gz$", "");
        TrunkSidecar sidecar = TrunkSidecar.beside(file);
        ReferenceTable table = ReferenceTable.read(file, ".optical.csv.gz");
        List<SensorSamples> recorded = SensorSamples.read(file);
        List<EstimateTrack> tracks = new ArrayList<>();
        for (String placement : PLACEMENTS) {
            SensorSamples sensor = SensorSamples.at(placement, recorded);
            EstimateTrack track = estimator.track(sensor.samples(), sensor.nominalRateHz());
            ReferenceTrack up = table.verticalOf(placement);
            long ownLagMicros = sidecar.ownLagMicros(placement);
            sensors.add(new SensorRow(
                    name + " " + placement,
                    sidecar.isClean(placement),
                    sidecar.deviceInclinationDeg(placement),
                    UpScore.of(sensor.samples(), track, up, 0),
                    ownLagMicros / 1e3,
                    UpScore.of(sensor.samples(), track, up, ownLagMicros)
                            .whole()
                            .rmsDeg()));
            tracks.add(track);
        }
        ReferenceTrack relative =
                new ReferenceTrack(table.timesMicros(), table.columns("rel_w", "rel_x", "rel_y", "rel_z"));
        relatives.add(new RelativeRow(
                name,
                sidecar.isClean("relative"),
                sidecar.deviceRelativeDeg(),
                RelativeScore.of(
                        SensorSamples.at(PLACEMENTS.get(0), recorded).samples(),
                        tracks.get(0),
                        tracks.get(1),
                        relative)));
    }

    private void printSensors(NamedEstimator estimator, List<SensorRow> rows) {
        out.println("**" + estimator.name() + ", inclination of each sensor**\n");
        out.println(Figures.row(
                "trial and sensor",
                "truth is clean",
                "inclination",
                "without the first second",
                "constant part",
                "by this sensor's own lag",
                "within 1σ",
                "2σ",
                "device's own fusion"));
        out.println(Figures.rule(9));
        for (SensorRow row : rows) {
            out.println(sensorLine(row.name(), row.clean() ? "yes" : "no", List.of(row), estimator));
        }
        List<SensorRow> clean = rows.stream().filter(SensorRow::clean).toList();
        out.println(sensorLine("**median of " + clean.size() + " clean**", "", clean, estimator));
        out.println(sensorLine("**median of all " + rows.size() + "**", "", rows, estimator));
        out.println();
    }

    private static String sensorLine(String name, String clean, List<SensorRow> rows, NamedEstimator estimator) {
        String ownLag = rows.size() == 1 ? " (" + Figures.signed(rows.get(0).ownLagMs(), 0) + " ms)" : "";
        return Figures.row(
                name,
                clean,
                Figures.degrees(median(rows, row -> row.score().whole().rmsDeg()), 2),
                Figures.degrees(
                        median(rows, row -> row.score().withoutFirstSecond().rmsDeg()), 2),
                Figures.degrees(median(rows, row -> row.score().constantDeg()), 2),
                Figures.degrees(median(rows, SensorRow::withOwnLagDeg), 2) + ownLag,
                share(rows, 1, estimator),
                share(rows, 2, estimator),
                Figures.degrees(median(rows, SensorRow::deviceDeg), 2));
    }

    private static String share(List<SensorRow> rows, int multiple, NamedEstimator estimator) {
        return estimator.saysItsError()
                ? Figures.percent(median(rows, row -> row.score().whole().shareWithin(multiple)))
                : Figures.percent(Double.NaN);
    }

    private void printRelatives(NamedEstimator estimator, List<RelativeRow> rows) {
        out.println("**" + estimator.name() + ", thorax against pelvis, one heading offset a trial removed**\n");
        out.println(
                Figures.row("trial", "truth is clean", "total", "its inclination part", "device's own fusion, total"));
        out.println(Figures.rule(5));
        for (RelativeRow row : rows) {
            out.println(relativeLine(row.name(), row.clean() ? "yes" : "no", List.of(row)));
        }
        List<RelativeRow> clean = rows.stream().filter(RelativeRow::clean).toList();
        out.println(relativeLine("**median of " + clean.size() + " clean**", "", clean));
        out.println(relativeLine("**median of all " + rows.size() + "**", "", rows));
        out.println();
    }

    private static String relativeLine(String name, String clean, List<RelativeRow> rows) {
        return Figures.row(
                name,
                clean,
                Figures.degrees(median(rows, row -> row.score().totalDeg()), 2),
                Figures.degrees(median(rows, row -> row.score().inclinationDeg()), 2),
                Figures.degrees(median(rows, RelativeRow::deviceDeg), 2));
    }

    private static <T> double median(List<T> rows, ToDoubleFunction<T> value) {
        return Figures.median(rows.stream().mapToDouble(value).toArray());
    }
}
