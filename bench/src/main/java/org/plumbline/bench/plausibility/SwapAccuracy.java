package org.plumbline.bench.plausibility;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plumbline.bench.IndexedRecording;
import org.plumbline.bench.LiveSet;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.FormListener;
import org.plumbline.core.FormMonitor;
import org.plumbline.core.MonitorSetup;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.recording.RecordingReader;
import org.plumbline.core.simulation.SensorConditions;
import org.plumbline.core.simulation.SensorMishap;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;

/** Recordings and simulated sets with two trunk sensors, as they are and with their labels swapped: where a swap is said. */
public final class SwapAccuracy {
    private static final int SIMULATED = 20;
    private static final int REPETITIONS = 8;

    private final Path data;
    private final PrintStream out;
    private final Map<String, int[]> tallies = new TreeMap<>();

    public SwapAccuracy(Path data, PrintStream out) {
        this.data = data;
        this.out = out;
    }

    public void print() throws IOException {
        for (IndexedRecording recording : IndexedRecording.readIndex(data)) {
            if (recording.hasSensor("pelvis", "lumbar") && recording.hasSensor("thorax", "upper_thorax")) {
                String key = recording.dataSet() + " | " + recording.exercise();
                tally(key, said(recording, false), said(recording, true));
            }
        }
        for (String exercise : List.of("deadlift", "squat")) {
            for (int seed = 1; seed <= SIMULATED; seed++) {
                tally("simulated | " + exercise, said(exercise, seed, false), said(exercise, seed, true));
            }
        }
        out.println("### Sensors in each other's place\n");
        out.println(
                "| data set | exercise | recordings | said to be swapped as they are | found where labels are swapped |");
        out.println("|---|---|---|---|---|");
        tallies.forEach((key, counts) ->
                out.println("| " + key + " | " + counts[0] + " | " + counts[1] + " | " + counts[2] + " |"));
        out.println();
    }

    private void tally(String key, boolean asItIs, boolean swapped) {
        int[] counts = tallies.computeIfAbsent(key, k -> new int[3]);
        counts[0]++;
        counts[1] += asItIs ? 1 : 0;
        counts[2] += swapped ? 1 : 0;
    }

    private boolean said(IndexedRecording recording, boolean swapped) throws IOException {
        try (RecordingReader reader = RecordingReader.open(data.resolve(recording.file()))) {
            List<SensorDescription> sensors = new ArrayList<>(reader.header().sensors());
            if (swapped) {
                int lower = lower(sensors);
                int upper = upper(sensors);
                SensorDescription low = sensors.get(lower);
                SensorDescription up = sensors.get(upper);
                sensors.set(lower, new SensorDescription(up.placement(), low.nominalRateHz(), low.note()));
                sensors.set(upper, new SensorDescription(low.placement(), up.nominalRateHz(), up.note()));
            }
            FormMonitor monitor =
                    new FormMonitor(MonitorSetup.live(sensors, recording.exercise()), new FormListener() {});
            ImuSample sample = new ImuSample();
            while (reader.next(sample)) {
                monitor.accept(sample);
            }
            monitor.finish();
            return isSaid(monitor.result());
        }
    }

    private static int lower(List<SensorDescription> sensors) {
        return first(sensors, SensorPlacement.PELVIS, SensorPlacement.LUMBAR);
    }

    private static int upper(List<SensorDescription> sensors) {
        return first(sensors, SensorPlacement.THORAX, SensorPlacement.UPPER_THORAX);
    }

    private static int first(List<SensorDescription> sensors, SensorPlacement wanted, SensorPlacement otherwise) {
        int found = -1;
        for (int i = 0; i < sensors.size(); i++) {
            if (sensors.get(i).placement() == wanted) {
                return i;
            }
            found = sensors.get(i).placement() == otherwise && found < 0 ? i : found;
        }
        return found;
    }

    private static boolean said(String exercise, int seed, boolean swapped) {
        SensorConditions conditions = SensorConditions.realistic();
        SimulatedWearable wearable = new SimulatedWearable(
                SimulationScript.clean(exercise, REPETITIONS, seed),
                swapped ? conditions.with(new SensorMishap.Swapped()) : conditions);
        FormMonitor monitor = new FormMonitor(MonitorSetup.live(wearable.sensors(), exercise), new FormListener() {});
        return isSaid(LiveSet.run(wearable::next, 2, monitor));
    }

    private static boolean isSaid(AnalysisResult result) {
        return result.calibration().messages().stream().anyMatch(message -> message.contains("look swapped"));
    }
}
