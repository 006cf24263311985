package org.plumbline.bench.plausibility;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.IndexedRecording;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.plausibility.Implausibility;
import org.plumbline.core.plausibility.SensorPlausibility;
import org.plumbline.core.recording.RecordingReader;

/** Every sensor on a trunk, sound and with every fault: what is found, and after how long. */
public final class PlausibilityAccuracy {
    private static final String NOT_FOUND = "–";

    private final Path data;
    private final PrintStream out;
    private final Map<String, Tally> tallies = new TreeMap<>();

    /** What became of one fault in the sensors of one data set. */
    private static final class Tally {
        int sensors;
        final List<Double> seconds = new ArrayList<>();
    }

    /** One sensor's recording, checked. */
    private record Checked(@Nullable Implausibility found, double afterS, double scale, double correlation) {}

    public PlausibilityAccuracy(Path data, PrintStream out) {
        this.data = data;
        this.out = out;
    }

    public void print() throws IOException {
        List<String> rows = new ArrayList<>();
        for (IndexedRecording recording : IndexedRecording.readIndex(data)) {
            if (!recording.hasSensor("pelvis", "lumbar", "thorax", "upper_thorax")) {
                continue;
            }
            for (List<ImuSample> samples : sensors(recording.file())) {
                rows.add(row(recording, samples));
            }
        }
        printTallies();
        out.println("### Every sensor of every recording\n");
        out.println(
                "s and corr of da/dt = −s·ω×a over the newest 10 s of slow movement, or over what there is where that is less. Then"
                        + " for each fault the second in which the sensor was first said to be implausible, – where it was not.\n");
        StringBuilder head = new StringBuilder("| recording | sensor | length | s | corr |");
        StringBuilder rule = new StringBuilder("|---|---|---|---|---|");
        for (InjectedFault fault : InjectedFault.values()) {
            head.append(' ').append(fault.title()).append(" |");
            rule.append("---|");
        }
        out.println(head);
        out.println(rule);
        rows.forEach(out::println);
        out.println();
    }

    private final List<SensorDescription> descriptions = new ArrayList<>();

    private List<List<ImuSample>> sensors(String file) throws IOException {
        descriptions.clear();
        List<List<ImuSample>> sensors = new ArrayList<>();
        try (RecordingReader reader = RecordingReader.open(data.resolve(file))) {
            for (SensorDescription sensor : reader.header().sensors()) {
                descriptions.add(sensor);
                sensors.add(new ArrayList<>());
            }
            ImuSample sample = new ImuSample();
            while (reader.next(sample)) {
                sensors.get(sample.sensorIndex).add(sample.copy());
            }
        }
        return sensors;
    }

    private String row(IndexedRecording recording, List<ImuSample> samples) {
        ImuSample first = samples.get(0);
        SensorDescription sensor = descriptions.get(first.sensorIndex);
        double lengthS = (samples.get(samples.size() - 1).timeMicros - first.timeMicros) * 1e-6;
        Checked sound = check(samples, InjectedFault.SOUND, sensor.nominalRateHz());
        String name = recording.file().replaceAll(".*/", "").replace(".csv.gz", "");
        StringBuilder row = new StringBuilder(String.format(
                Locale.ROOT,
                "| %s | %s | %.0f s | %s | %s |",
                name,
                sensor.placement().fileName(),
                lengthS,
                figure(sound.scale()),
                figure(sound.correlation())));
        for (InjectedFault fault : InjectedFault.values()) {
            Checked checked = check(samples, fault, sensor.nominalRateHz());
            Tally tally = tallies.computeIfAbsent(key(fault, recording.dataSet()), k -> new Tally());
            tally.sensors++;
            if (checked.found() == null) {
                row.append(' ').append(NOT_FOUND).append(" |");
            } else {
                tally.seconds.add(checked.afterS());
                row.append(String.format(Locale.ROOT, " %.0f |", checked.afterS()));
            }
            if (fault == InjectedFault.SOUND && checked.found() != null) {
                out.println("Said of " + name + " as it is: " + checked.found() + " at " + Math.round(checked.afterS())
                        + " s.\n");
            }
        }
        return row.toString();
    }

    private static String key(InjectedFault fault, String dataSet) {
        return fault.name() + "|" + dataSet;
    }

    private static Checked check(List<ImuSample> samples, InjectedFault fault, double nominalRateHz) {
        SensorPlausibility plausibility = new SensorPlausibility(nominalRateHz);
        ImuSample changed = new ImuSample();
        ImuSample first = samples.get(0);
        Implausibility found = null;
        double afterS = Double.NaN;
        for (ImuSample sample : samples) {
            changed.set(sample);
            double sinceS = (sample.timeMicros - first.timeMicros) * 1e-6;
            fault.change(changed, first, sinceS);
            Implausibility news = plausibility.accept(changed);
            if (news != null && found == null) {
                found = news;
                afterS = sinceS;
            }
        }
        return new Checked(found, afterS, plausibility.turnScale(), plausibility.turnCorrelation());
    }

    private void printTallies() throws IOException {
        List<String> dataSets = new ArrayList<>();
        for (IndexedRecording recording : IndexedRecording.readIndex(data)) {
            if (!dataSets.contains(recording.dataSet())
                    && tallies.containsKey(key(InjectedFault.SOUND, recording.dataSet()))) {
                dataSets.add(recording.dataSet());
            }
        }
        out.println("## Checks on a live stream, in recordings of real people\n");
        out.println("Sensors in which the fault was found, of all, and after how many seconds (median).\n");
        out.println("| fault | " + String.join(" | ", dataSets) + " |");
        out.println("|---|" + "---|".repeat(dataSets.size()));
        for (InjectedFault fault : InjectedFault.values()) {
            StringBuilder row = new StringBuilder("| " + fault.title() + " |");
            for (String dataSet : dataSets) {
                Tally tally = tallies.get(key(fault, dataSet));
                row.append(' ').append(tally == null ? NOT_FOUND : words(tally)).append(" |");
            }
            out.println(row);
        }
        out.println();
    }

    private static String words(Tally tally) {
        String found = tally.seconds.size() + " of " + tally.sensors;
        if (tally.seconds.isEmpty()) {
            return found;
        }
        double[] seconds = tally.seconds.stream().mapToDouble(s -> s).toArray();
        Arrays.sort(seconds);
        return found + String.format(Locale.ROOT, ", %.0f s", seconds[seconds.length / 2]);
    }

    private static String figure(double value) {
        return Double.isNaN(value) ? NOT_FOUND : String.format(Locale.ROOT, "%.2f", value);
    }
}
