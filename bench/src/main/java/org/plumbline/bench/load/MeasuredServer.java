package org.plumbline.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server that is measured: a process of its own, with a data directory of its own. */
final class MeasuredServer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(240);
    private static final long STOP_SECONDS = 60;
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TICKS_AT = 11;
    private static final int IDLE_AT = 4;
    private static final int IO_WAIT_AT = 5;
    private static final int GUEST_AT = 9;

    final URI address;
    final String gatewayToken = UUID.randomUUID().toString();
    final String scrapeToken = UUID.randomUUID().toString();
    final Path data;
    private final LoadDatabase database;
    private final Path gcLog;
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param javaOptions options of its machine, as {@code -Xmx512m} */
    MeasuredServer(Path jar, Path data, LoadDatabase database, int port, List<String> javaOptions)
            throws IOException, InterruptedException {
        this.data = data;
        address = URI.create("http://127.0.0.1:" + port);
        gcLog = data.resolve("gc.log");
        this.database = database;
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.add("-Xlog:gc*:file=" + gcLog + ":uptime");
        command.addAll(javaOptions);
        command.addAll(List.of(
                "-jar",
                jar.toString(),
                "--server.port=" + port,
                "--plumbline.data-dir=" + data,
                "--plumbline.demo.enabled=false",
                "--wearable.gateway=remote",
                // another process puts people in and counts
                "--spring.datasource.url=" + database.liveAddress()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PLUMBLINE_GATEWAY_TOKEN", gatewayToken);
        builder.environment().put("PLUMBLINE_SCRAPE_TOKEN", scrapeToken);
        builder.redirectErrorStream(true)
                .redirectOutput(data.resolve("server.log").toFile());
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        awaitHealth();
    }

    private void awaitHealth() throws InterruptedException, IOException {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() - end < 0) {
            try {
                if (get("/actuator/health", "").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it starts
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(250);
        }
        throw new IOException("The server did not start: see " + data.resolve("server.log"));
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    long pid() {
        return process.pid();
    }

    /** Processor time so far, seconds. */
    double cpuSeconds() {
        return cpuSeconds(process.pid());
    }

    static double cpuSeconds(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[USER_TICKS_AT]) + Long.parseLong(fields[USER_TICKS_AT + 1]))
                    / TICKS_PER_SECOND;
        } catch (IOException gone) {
            return Double.NaN;
        }
    }

    /** Processor time of everything on the machine so far, a database's too, seconds. */
    static double machineCpuSeconds() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            String[] ticks = lines.findFirst().orElseThrow().trim().split(" +");
            double busy = 0;
            for (int state = 1; state < ticks.length; state++) {
                // time of guests is counted in user and nice already
                boolean counts = state != IDLE_AT && state != IO_WAIT_AT && state < GUEST_AT;
                busy += counts ? Double.parseDouble(ticks[state]) : 0;
            }
            return busy / TICKS_PER_SECOND;
        } catch (IOException gone) {
            return Double.NaN;
        }
    }

    double residentMb() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .sum();
        } catch (IOException gone) {
            return Double.NaN;
        }
    }

    int threads() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("Threads"))
                    .mapToInt(line -> Integer.parseInt(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    double databaseMb() {
        return database.megabytes();
    }

    GcLog gc() {
        try {
            return GcLog.read(gcLog);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Sum of a metric over its labels, 0 where there is none. */
    double metric(String name) throws InterruptedException {
        try {
            HttpResponse<String> metrics = get("/actuator/prometheus", scrapeToken);
            return Arrays.stream(metrics.body().split("\n"))
                    .filter(line -> line.startsWith(name + ' ') || line.startsWith(name + '{'))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException | NumberFormatException none) {
            return Double.NaN;
        }
    }

    /** Has it end as an operator would. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                process.waitFor();
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
