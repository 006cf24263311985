package org.plumbline.bench.load;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** What one run gave. */
final class LoadFigures {
    private static final int MINUTE = 60;

    private final int lifters;
    private long beginNanos;
    private double cpuBegin;
    private double ownCpuBegin;
    private double machineCpuBegin;
    private long samplesBegin;
    private long notificationsBegin;
    private int gcBegin;
    private double databaseBegin;
    private double seconds;
    private double cpuS;
    private double ownCpuS;
    private double machineCpuS;
    private long samples;
    private long notifications;
    private double databaseMb;
    private double residentMb;
    private int threads;
    private long screens;
    private long poses;
    private long screensClosed;
    private @Nullable GcLog gc;
    private Histogram posesBefore = new Histogram(LoadScreens.SLOWEST_MICROS, 3);
    private Histogram cue = new Histogram(3);
    private Histogram pose = new Histogram(3);
    private Histogram board = new Histogram(3);
    private Histogram late = new Histogram(3);
    private double dropped;
    private double shedSamples;
    private double shedPoses;
    private @Nullable StoredSamples stored;
    private int failures;

    LoadFigures(int lifters) {
        this.lifters = lifters;
    }

    int minuteSeconds() {
        return MINUTE;
    }

    void begin(
            MeasuredServer server,
            LoadGateway gateway,
            LoadScreens screensOpen,
            LoadBoards boards,
            List<LoadLifter> all) {
        gateway.latenessMicros().reset();
        screensOpen.measure(true);
        boards.measure(true);
        beginNanos = System.nanoTime();
        cpuBegin = server.cpuSeconds();
        ownCpuBegin = MeasuredServer.cpuSeconds(ProcessHandle.current().pid());
        machineCpuBegin = MeasuredServer.machineCpuSeconds();
        samplesBegin = sent(all);
        notificationsBegin = gateway.notifications();
        gcBegin = server.gc().pauses().size();
        databaseBegin = server.databaseMb();
    }

    private static long sent(List<LoadLifter> all) {
        return all.stream()
                .mapToLong(lifter -> lifter.pelvis.samplesSent() + lifter.thorax.samplesSent())
                .sum();
    }

    /** Notes how it stands. */
    void minute(MeasuredServer server, LoadScreens screensOpen, PrintStream out) throws InterruptedException {
        List<GcLog.Pause> pauses = server.gc().pauses();
        List<GcLog.Pause> last = pauses.subList(Math.max(0, pauses.size() - 20), pauses.size());
        Histogram sinceLast = screensOpen.poseMicros.copy();
        sinceLast.subtract(posesBefore);
        posesBefore = screensOpen.poseMicros.copy();
        String line = String.format(
                Locale.ROOT,
                "%4.0f s: %.0f sets live, CPU %.2f cores, least heap of the last 20 collections %d MB, resident %.0f MB,"
                        + " sample to screen of this minute %s",
                (System.nanoTime() - beginNanos) / 1e9,
                server.metric("plumbline_live_sets"),
                (server.cpuSeconds() - cpuBegin) / ((System.nanoTime() - beginNanos) / 1e9),
                new GcLog(last).leastUsedMb(),
                server.residentMb(),
                LoadRun.percentiles(sinceLast));
        out.println(line);
    }

    void end(
            MeasuredServer server,
            LoadGateway gateway,
            LoadScreens screensOpen,
            LoadBoards boards,
            List<LoadLifter> all)
            throws InterruptedException {
        screensOpen.measure(false);
        boards.measure(false);
        seconds = (System.nanoTime() - beginNanos) / 1e9;
        cpuS = server.cpuSeconds() - cpuBegin;
        ownCpuS = MeasuredServer.cpuSeconds(ProcessHandle.current().pid()) - ownCpuBegin;
        machineCpuS = MeasuredServer.machineCpuSeconds() - machineCpuBegin;
        samples = sent(all) - samplesBegin;
        notifications = gateway.notifications() - notificationsBegin;
        gc = server.gc().after(gcBegin);
        databaseMb = server.databaseMb() - databaseBegin;
        residentMb = server.residentMb();
        threads = server.threads();
        screens = screensOpen.count();
        poses = screensOpen.poses();
        screensClosed = screensOpen.closedByServer();
        cue = screensOpen.cueMicros;
        pose = screensOpen.poseMicros;
        board = boards.answerMicros().copy();
        late = gateway.latenessMicros().copy();
        dropped = server.metric("plumbline_notifications_dropped_total");
        shedSamples = server.metric("plumbline_samples_shed_total");
        shedPoses = server.metric("plumbline_poses_shed_total");
    }

    void stored(StoredSamples found, int failed) {
        stored = found;
        failures = failed;
    }

    void print(PrintStream out) {
        GcLog collected = gc == null ? new GcLog(List.of()) : gc;
        out.printf(
                Locale.ROOT,
                "%d lifters, %.0f s: %.0f samples/s in %.0f notifications/s; server %.2f cores (%.2f µs a sample), generator %.2f"
                        + " cores, all of the machine %.2f; %d threads, resident %.0f MB%n",
                lifters,
                seconds,
                samples / seconds,
                notifications / seconds,
                cpuS / seconds,
                1e6 * cpuS / samples,
                ownCpuS / seconds,
                machineCpuS / seconds,
                threads,
                residentMb);
        out.printf("sample to cue, ms p50/p95/p99/max: %s (%d)%n", LoadRun.percentiles(cue), cue.getTotalCount());
        out.printf(
                "sample to screen (pose), ms: %s (%d, %d screens, %d closed by the server)%n",
                LoadRun.percentiles(pose), poses, screens, screensClosed);
        out.printf("a board's answer, ms: %s (%d)%n", LoadRun.percentiles(board), board.getTotalCount());
        out.printf("the generator's own lateness, in all of these, ms: %s%n", LoadRun.percentiles(late));
        out.printf(
                Locale.ROOT,
                "GC: %d pauses, %.0f ms in all, longest %.1f ms, least heap %d MB; database %.0f MB more%n",
                collected.pauses().size(),
                collected.totalMs(),
                collected.longestMs(),
                collected.leastUsedMb(),
                databaseMb);
        out.printf(
                Locale.ROOT,
                "dropped: notifications %.0f, samples %.0f, pose frames %.0f%n",
                dropped,
                shedSamples,
                shedPoses);
        if (stored != null) {
            out.printf(
                    "stored: %d samples of %d sets; of %d sent while a set surely ran %d are missing; %d sets not finished;"
                            + " %d requests failed%n",
                    stored.stored(),
                    stored.sets(),
                    stored.expected(),
                    stored.missing(),
                    stored.notFinished(),
                    failures);
        }
    }

    /** A row for each run, for {@code docs/reference/load.md}. */
    static void print(List<LoadFigures> rows, PrintStream out) {
        out.println(
                "| lifters | samples/s | server cores | µs a sample | generator cores | all cores | sample to cue, ms p50 / p95 / p99 /"
                        + " max | sample to screen | GC pauses, longest ms | heap, MB | resident, MB | database, MB/min | missing |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (LoadFigures row : rows) {
            GcLog collected = row.gc == null ? new GcLog(List.of()) : row.gc;
            out.printf(
                    Locale.ROOT,
                    "| %d | %.0f | %.2f | %.1f | %.2f | %.2f | %s | %s | %d, %.0f | %d | %.0f | %.0f | %d of %d |%n",
                    row.lifters,
                    row.samples / row.seconds,
                    row.cpuS / row.seconds,
                    1e6 * row.cpuS / row.samples,
                    row.ownCpuS / row.seconds,
                    row.machineCpuS / row.seconds,
                    LoadRun.percentiles(row.cue),
                    LoadRun.percentiles(row.pose),
                    collected.pauses().size(),
                    collected.longestMs(),
                    collected.leastUsedMb(),
                    row.residentMb,
                    MINUTE * row.databaseMb / row.seconds,
                    row.stored == null ? -1 : row.stored.missing(),
                    row.stored == null ? -1 : row.stored.expected());
        }
    }
}
