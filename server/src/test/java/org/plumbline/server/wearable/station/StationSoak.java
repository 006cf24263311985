package org.plumbline.server.wearable.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.wearable.DiscoveredSensor;
import org.plumbline.server.wearable.LinkConnection;
import org.plumbline.server.wearable.SampleFrame;
import org.plumbline.server.wearable.SampleFrameSink;

/**
 * Two sensors at 104 Hz through the whole way, from the peer's call that sends to the samples in the hands of a set: loss, delay and
 * memory. {@code -Dsoak.radio=tinyb -Dsoak.minutes=10}; no test of the build, and nothing is asserted but that it runs.
 */
class StationSoak {
    private final List<Map<Long, Long>> taken = List.of(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    private volatile long samples;
    private volatile long gaps;

    @Test
    void print() throws Exception {
        String radio = System.getProperty("soak.radio", "dbus");
        int minutes = Integer.getInteger("soak.minutes", 1);
        try (WornByBluetooth worn =
                new WornByBluetooth(radio, SimulationScript.clean(SimulationScript.DEADLIFT, 100, 1))) {
            worn.findPairAndPlaceBoth();
            StationLink link = new StationLink(
                    worn.server.bean(SensorStation.class), worn.server.person().id());
            List<DiscoveredSensor> sensors = link.discover(Duration.ZERO);
            worn.lifter.begin();
            long firstPelvis = worn.pelvis.framesSent();
            long firstThorax = worn.thorax.framesSent();
            long firstNanos = System.nanoTime();
            try (LinkConnection connection = link.connect(sensors, new Sink())) {
                for (int minute = 1; minute <= minutes; minute++) {
                    pause(Duration.ofMinutes(1));
                    System.gc();
                    Runtime runtime = Runtime.getRuntime();
                    System.out.printf(
                            Locale.ROOT,
                            "minute %d: %d samples, %d gaps; heap of server and peer %.1f MB, gateway %.1f MB resident%n",
                            minute,
                            samples,
                            gaps,
                            (runtime.totalMemory() - runtime.freeMemory()) / 1e6,
                            gatewayResidentMb());
                }
                long lastNanos = System.nanoTime() - Duration.ofSeconds(1).toNanos();
                print(radio, worn, firstNanos, lastNanos);
                System.out.println("frames sent " + (worn.pelvis.framesSent() - firstPelvis) + " and "
                        + (worn.thorax.framesSent() - firstThorax) + ", all told " + worn.server.json("/api/sensors"));
            }
        }
    }

    /** Frames that left between two moments: how many came, and how long each took. */
    private void print(String radio, WornByBluetooth worn, long fromNanos, long toNanos) {
        List<Long> micros = new ArrayList<>();
        long sent = 0;
        List<Map<Long, Long>> leaving = List.of(worn.pelvis.sentAt(), worn.thorax.sentAt());
        for (int sensor = 0; sensor < leaving.size(); sensor++) {
            for (Map.Entry<Long, Long> frame : leaving.get(sensor).entrySet()) {
                if (frame.getValue() > fromNanos && frame.getValue() < toNanos) {
                    sent++;
                    Long arrived = taken.get(sensor).get(frame.getKey());
                    if (arrived != null) {
                        micros.add((arrived - frame.getValue()) / 1000);
                    }
                }
            }
        }
        long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "| `%s` | %d | %d | %.2f | %.2f | %.2f | %.1f |%n",
                radio,
                sent,
                sorted.length,
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 0.99),
                at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / 1000.0;
    }

    private static double gatewayResidentMb() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .mapToDouble(StationSoak::residentMb)
                .sum();
    }

    private static double residentMb(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1000)
                    .sum();
        } catch (IOException gone) {
            return Double.NaN;
        }
    }

    private static void pause(Duration pause) {
        Awaitility.await().atMost(pause.plusSeconds(5)).pollDelay(pause).until(() -> true);
    }

    /** Notes when the first sample of each frame came, by the time its sensor gave it. */
    private final class Sink implements SampleFrameSink {
        private final ImuSample sample = new ImuSample();
        private final long[] lastMicros = new long[2];

        @Override
        public void deliver(SampleFrame frame) {
            offer(frame);
        }

        @Override
        public synchronized boolean offer(SampleFrame frame) {
            long now = System.nanoTime();
            for (int i = 0; i < frame.size(); i++) {
                frame.copyTo(i, sample);
                if (i == 0) {
                    taken.get(sample.sensorIndex).put(sample.timeMicros & 0xFFFF_FFFFL, now);
                }
                long step = sample.timeMicros - lastMicros[sample.sensorIndex];
                gaps += lastMicros[sample.sensorIndex] != 0 && step > 15_000 ? 1 : 0;
                lastMicros[sample.sensorIndex] = sample.timeMicros;
                samples++;
            }
            return true;
        }

        @Override
        public void notice(String message) {
            System.out.println(message);
        }

        @Override
        public void ended() {}

        @Override
        public void failed(String reason) {
            System.out.println("FAILED: " + reason + " " + Arrays.toString(lastMicros));
        }
    }
}
