package org.plumbline.bench.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * The load run: starts a server of its own, fills it with simulated lifters who wear two sensors each and do set after set, with
 * screens and boards that watch, measures, ends it, and counts in its database what was stored. Server and generator share the
 * machine. {@code docs/reference/load.md} is its page.
 */
public final class LoadRun {
    private static final int CYCLES = 12;
    private static final int STARTERS = 24;
    private static final long SEED = 20_261_121;
    private static final Duration CONNECT = Duration.ofMinutes(5);

    private final LoadOptions options;
    private final int lifterCount;
    private final PrintStream out;
    private final AtomicInteger failures = new AtomicInteger();

    private LoadRun(LoadOptions options, int lifterCount, PrintStream out) {
        this.options = options;
        this.lifterCount = lifterCount;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        LoadOptions options;
        try {
            options = LoadOptions.of(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(LoadOptions.USAGE);
            System.exit(2);
            return;
        }
        List<LoadFigures> rows = new ArrayList<>();
        for (int lifters : options.lifters()) {
            rows.add(new LoadRun(options, lifters, out).run());
        }
        out.println();
        LoadFigures.print(rows, out);
        System.exit(0);
    }

    private LoadFigures run() throws IOException, InterruptedException, SQLException {
        Path data = options.work()
                .resolve(lifterCount + "-" + ProcessHandle.current().pid());
        Files.createDirectories(data);
        List<SimulatedCycle> cycles = new ArrayList<>();
        for (int i = 0; i < Math.min(CYCLES, lifterCount); i++) {
            cycles.add(new SimulatedCycle(options.repetitions(), SEED + i, options.rateHz()));
        }
        LoadFigures figures = new LoadFigures(lifterCount);
        List<LoadLifter> lifters = new ArrayList<>();
        LoadDatabase database = new LoadDatabase(data, options.database());
        try (MeasuredServer server =
                        new MeasuredServer(options.jar(), data, database, options.port(), options.javaOptions());
                LoadScreens screens = new LoadScreens()) {
            HttpClient http =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            List<GymPeople.Member> members = GymPeople.lifters(database, lifterCount);
            List<GymPeople.Member> coaches = GymPeople.coaches(database, options.boards(), members);
            // when all are dressed, about
            long firstNanos = System.nanoTime()
                    + Duration.ofMillis(12_000 + 60L * lifterCount).toNanos();
            List<LoadSensor> sensors = new ArrayList<>();
            for (int i = 0; i < lifterCount; i++) {
                SimulatedCycle cycle = cycles.get(i % cycles.size());
                long cycleNanos = (long) (cycle.samples() / options.rateHz() * 1e9);
                long originNanos = originNanos(firstNanos, cycleNanos, i);
                LoadSensor pelvis = new LoadSensor(address(i, 1), cycle, 0, options.rateHz(), originNanos, 2 * i);
                LoadSensor thorax = new LoadSensor(address(i, 2), cycle, 1, options.rateHz(), originNanos, 2 * i + 1);
                sensors.add(pelvis);
                sensors.add(thorax);
                lifters.add(new LoadLifter(members.get(i), pelvis, thorax, http, server.address));
            }
            try (LoadGateway gateway = new LoadGateway(server.address, server.gatewayToken, sensors);
                    LoadBoards boards = new LoadBoards(server.address, http, coaches)) {
                putOn(lifters);
                for (int i = 0; i < Math.min(options.screens(), lifterCount); i++) {
                    screens.open(server.address, members.get(i).token());
                }
                lift(lifters, cycles, firstNanos, server, screens, boards, gateway, figures);
            }
        }
        StoredSamples stored = StoredSamples.count(database, lifters);
        figures.stored(stored, failures.get());
        figures.print(out);
        if (!options.keep()) {
            remove(data);
        }
        return figures;
    }

    /** As in a gym: nobody begins with anybody else. Their sensors have been on for a while. */
    private long originNanos(long firstNanos, long cycleNanos, int lifter) {
        return firstNanos - 2 * cycleNanos + cycleNanos * lifter / lifterCount;
    }

    private static String address(int lifter, int sensor) {
        return String.format("C0:1D:%02X:%02X:00:%02X", lifter >> 8, lifter & 0xFF, sensor);
    }

    private void putOn(List<LoadLifter> lifters) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        lifters.get(0).find();
        // the radio tells them in their own time
        Thread.sleep(3000);
        ExecutorService dressing = Executors.newFixedThreadPool(4);
        List<Future<?>> dressed = new ArrayList<>();
        for (LoadLifter lifter : lifters) {
            dressed.add(dressing.submit(() -> {
                lifter.putOn();
                return lifter;
            }));
        }
        try {
            for (Future<?> one : dressed) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException("Sensors could not be paired", failed.getCause());
        } finally {
            dressing.shutdown();
        }
        while (!lifters.stream().allMatch(LoadLifter::isStreaming)) {
            if (System.nanoTime() - begun > CONNECT.toNanos()) {
                throw new IOException("Not all sensors stream after " + CONNECT.toMinutes() + " minutes");
            }
            Thread.sleep(100);
        }
        out.printf(
                Locale.ROOT,
                "%d lifters: %d sensors paired and streaming after %.1f s%n",
                lifterCount,
                2 * lifterCount,
                (System.nanoTime() - begun) / 1e9);
    }

    private void lift(
            List<LoadLifter> lifters,
            List<SimulatedCycle> cycles,
            long firstNanos,
            MeasuredServer server,
            LoadScreens screens,
            LoadBoards boards,
            LoadGateway gateway,
            LoadFigures figures)
            throws InterruptedException {
        ScheduledExecutorService starting = Executors.newScheduledThreadPool(STARTERS);
        long longestNanos = 0;
        long now = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        for (int i = 0; i < lifters.size(); i++) {
            LoadLifter lifter = lifters.get(i);
            SimulatedCycle cycle = cycles.get(i % cycles.size());
            long cycleNanos = (long) (cycle.samples() / options.rateHz() * 1e9);
            longestNanos = Math.max(longestNanos, cycleNanos);
            long originNanos = originNanos(firstNanos, cycleNanos, i);
            long cyclesGone = Math.floorDiv(now - originNanos, cycleNanos) + 1;
            // a moment before the lifter stands still for the next set
            long nextNanos = originNanos
                    + cyclesGone * cycleNanos
                    - Duration.ofMillis(1500).toNanos();
            nextNanos += nextNanos - now < 0 ? cycleNanos : 0;
            long setNanos = (long) (cycle.setSamples() / options.rateHz() * 1e9)
                    + Duration.ofMillis(1500 + 1000).toNanos();
            every(starting, cycleNanos, nextNanos, lifter::start);
            every(starting, cycleNanos, nextNanos + setNanos, lifter::stop);
        }
        // until everybody has begun, and the machine is warm
        Thread.sleep(Math.min(TimeUnit.NANOSECONDS.toMillis(longestNanos) + 5000, 1000L * options.warmUpSeconds()));
        Thread.sleep(1000L * options.settleSeconds());
        figures.begin(server, gateway, screens, boards, lifters);
        for (int second = 0; second < options.seconds(); second += figures.minuteSeconds()) {
            Thread.sleep(1000L * Math.min(figures.minuteSeconds(), options.seconds() - second));
            figures.minute(server, screens, out);
        }
        figures.end(server, gateway, screens, boards, lifters);
        // who is being asked for something is not interrupted: the server would have done it, and nobody would know
        starting.shutdown();
        starting.awaitTermination(60, TimeUnit.SECONDS);
        end(lifters);
    }

    private void end(List<LoadLifter> lifters) throws InterruptedException {
        ExecutorService ending = Executors.newFixedThreadPool(6);
        lifters.forEach(lifter -> ending.execute(() -> quietly(lifter::stop)));
        ending.shutdown();
        ending.awaitTermination(5, TimeUnit.MINUTES);
    }

    /** Something that asks the server. */
    @FunctionalInterface
    private interface Asking {
        void ask() throws IOException, InterruptedException;
    }

    private void every(ScheduledExecutorService executor, long periodNanos, long firstNanos, Asking asking) {
        ScheduledFuture<?> unused = executor.scheduleAtFixedRate(
                () -> quietly(asking), firstNanos - System.nanoTime(), periodNanos, TimeUnit.NANOSECONDS);
    }

    private void quietly(Asking asking) {
        try {
            asking.ask();
        } catch (IOException failed) {
            if (failures.incrementAndGet() <= 5) {
                System.err.println("FAILED: " + failed.getMessage());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            failures.incrementAndGet();
            broken.printStackTrace();
        }
    }

    static String percentiles(Histogram micros) {
        return micros.getTotalCount() == 0
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%.1f / %.1f / %.1f / %.0f",
                        micros.getValueAtPercentile(50) / 1000.0,
                        micros.getValueAtPercentile(95) / 1000.0,
                        micros.getValueAtPercentile(99) / 1000.0,
                        micros.getMaxValue() / 1000.0);
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
