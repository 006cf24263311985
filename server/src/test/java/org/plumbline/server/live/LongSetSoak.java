package org.plumbline.server.live;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.simulation.SensorConditions;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.WatchingScreen;
import org.plumbline.server.training.NewSet;
import org.plumbline.server.training.SetSource;
import org.plumbline.server.wearable.DiscoveredSensor;
import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkConnection;
import org.plumbline.server.wearable.PacedPlayer;
import org.plumbline.server.wearable.Pacing;
import org.plumbline.server.wearable.SampleFrameSink;
import org.plumbline.server.wearable.WearableLink;

/**
 * One live set of hours at 2 × 208 Hz, as fast as the machine can: memory and the work a sample costs, every ten minutes of the set.
 * {@code -Dsoak.minutes=120}; no test of the build, and nothing is asserted but that it runs. Latency is measured in real time by the
 * load run.
 */
class LongSetSoak {
    private static final double RATE_HZ = 208;
    private static final int TEN_MINUTES_S = 600;
    private static final double REPETITION_S = 3.5;

    private final List<String> lines = new ArrayList<>();
    private RunningServer server;
    private double cpuS;
    private long samples;

    @Test
    void print() throws Exception {
        int minutes = Integer.getInteger("soak.minutes", 120);
        int repetitions = (int) (minutes * 60 / REPETITION_S);
        SimulationScript script = SimulationScript.clean(SimulationScript.DEADLIFT, repetitions, 3);
        for (int repetition = 5; repetition < repetitions; repetition += 10) {
            script = script.with(new SimulatedFault.Rounding(repetition, 10));
        }
        SimulatedWearable wearable =
                new SimulatedWearable(script, SensorConditions.realistic().withRateHz(RATE_HZ));
        server = RunningServer.start("--plumbline.demo.enabled=false");
        try (RunningServer running = server;
                WatchingScreen screen = WatchingScreen.open(server)) {
            RecordingHeader header = new RecordingHeader(
                    null, SimulationScript.DEADLIFT, null, 80.0, wearable.sensors(), List.of(), Map.of());
            NewSet plan = new NewSet(SimulationScript.DEADLIFT, null, SetSource.SIMULATED, false, true, 80.0, header);
            LiveSet set = server.bean(LiveSets.class).start(server.person(), plan, new Played(wearable), () -> {});
            if (!set.awaitOver(Duration.ofMinutes(30))) {
                throw new AssertionError("the set did not end");
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d samples, %d repetitions found of %d, %d messages; %d events and %d poses on a screen%n",
                    samples,
                    set.snapshot().repetitions().size(),
                    repetitions,
                    set.snapshot().messages().size(),
                    screen.events().size(),
                    screen.poses());
        }
        System.out.println("| minute of the set | heap after collection, MB | µs of the owner a sample |");
        System.out.println("|---|---|---|");
        lines.forEach(System.out::println);
    }

    /** Two sensors that give their samples as fast as the set takes them. */
    private final class Played implements WearableLink {
        private final SimulatedWearable wearable;
        private double nextS = TEN_MINUTES_S;
        private long counted;

        Played(SimulatedWearable wearable) {
            this.wearable = wearable;
        }

        @Override
        public String kind() {
            return "simulated";
        }

        @Override
        public LinkAvailability probe() {
            return LinkAvailability.usable("needs no hardware");
        }

        @Override
        public List<DiscoveredSensor> discover(Duration patience) {
            return wearable.sensors().stream()
                    .map(sensor -> new DiscoveredSensor(sensor.placement().fileName(), "simulated", sensor))
                    .toList();
        }

        @Override
        public LinkConnection connect(List<DiscoveredSensor> sensors, SampleFrameSink sink) {
            return PacedPlayer.start("soak", this::next, sink, new Pacing(Double.POSITIVE_INFINITY, 0));
        }

        private boolean next(ImuSample into) {
            boolean more = wearable.next(into);
            samples += more ? 1 : 0;
            if (more && into.arrivalMicros / 1e6 >= nextS) {
                note(nextS / 60, samples - counted);
                counted = samples;
                nextS += TEN_MINUTES_S;
            }
            return more;
        }
    }

    private void note(double minute, long since) {
        double now = ownersCpuS();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        String line = String.format(
                Locale.ROOT,
                "| %.0f | %.1f | %.2f |",
                minute,
                (runtime.totalMemory() - runtime.freeMemory()) / 1e6,
                1e6 * (now - cpuS) / since);
        cpuS = ownersCpuS();
        lines.add(line);
        System.out.println(line);
    }

    private static double ownersCpuS() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double seconds = 0;
        for (long id : threads.getAllThreadIds()) {
            ThreadInfo info = threads.getThreadInfo(id);
            if (info != null && info.getThreadName().startsWith("live-sets-")) {
                seconds += threads.getThreadCpuTime(id) / 1e9;
            }
        }
        return seconds;
    }
}
