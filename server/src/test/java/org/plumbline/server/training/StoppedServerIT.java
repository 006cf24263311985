package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.server.support.ChildServer;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.support.WatchingScreen;

/** A server that is asked to stop in the midst of a set, as by systemd: the set is ended and written, and nothing is left to mend. */
class StoppedServerIT {
    private static final int SPEED = 2;
    /** Of {@code TimeoutStopSec} in the how-to, the half. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    @TempDir
    Path data;

    @Test
    void aSetThatRunsWhenTheServerIsStoppedIsEndedWithAllItsSamples() throws Exception {
        String set;
        double watchedS;
        try (ChildServer server = ChildServer.start(
                "--server.port=0", "--plumbline.data-dir=" + data, "--plumbline.simulation.speed=" + SPEED)) {
            Visitor lifter = server.awaitAdministrator();
            try (WatchingScreen screen = WatchingScreen.open(lifter)) {
                lifter.post("/api/live", "{\"repetitions\":8}");
                set = screen.await(
                                "repetition",
                                event -> event.get("repetition").get("number").asInt() == 2)
                        .get("set")
                        .asString();
                watchedS = screen.poseHeardBefore(Duration.ZERO);
                long beginNanos = System.nanoTime();
                server.terminate();
                assertEquals(143, server.awaitExit(), () -> "said " + server.said());
                long tookMs = Duration.ofNanos(System.nanoTime() - beginNanos).toMillis();
                assertTrue(tookMs < GRACE.toMillis(), "stopping took " + tookMs + " ms");
                assertTrue(
                        server.said().stream().noneMatch(line -> line.contains("WARN") || line.contains("ERROR")),
                        () -> "said " + server.said());
            }
        }

        try (RunningServer next = RunningServer.startIn(data, "--plumbline.demo.rest=60s")) {
            TrainingSet kept =
                    next.bean(SetRepository.class).find(UUID.fromString(set)).orElseThrow();
            assertEquals(SetState.INTERRUPTED, kept.state());
            assertNotNull(kept.endedAt(), "it was ended when the server stopped, not found afterwards");
            double wallS = Duration.between(kept.startedAt(), kept.endedAt()).toMillis() / 1e3;
            double storedS = storedS(next, kept.id());
            assertTrue(
                    watchedS > 0 && storedS >= watchedS - 0.5,
                    "samples up to the stop are stored: watched to " + watchedS + " s, stored " + storedS + " s");
            assertTrue(storedS / SPEED < wallS + 1.5, "and it lasted as long: " + storedS + " s, in " + wallS + " s");

            int written =
                    next.bean(RepetitionRepository.class).repetitions(kept.id()).size();
            assertTrue(written >= 2, "the repetitions that were announced are in the log: " + written);
            assertEquals(
                    next.bean(StoredAnalysis.class).analyze(kept).repetitions().size(),
                    written,
                    "and they are those of the stored samples");
        }
    }

    private static double storedS(RunningServer server, UUID set) throws IOException {
        ImuSample sample = new ImuSample();
        long first = Long.MAX_VALUE;
        long last = 0;
        TrainingLog log = server.bean(TrainingLog.class);
        StoredSamples samples = log.samples(log.find(set).orElseThrow());
        while (samples.next(sample)) {
            first = Math.min(first, sample.arrivalMicros);
            last = Math.max(last, sample.arrivalMicros);
        }
        return (last - first) / 1e6;
    }
}
