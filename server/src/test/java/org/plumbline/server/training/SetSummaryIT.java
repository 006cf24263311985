package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.Metric;
import org.plumbline.server.support.RunningServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A set's one row says what its repetitions say, from the moment it is over. */
class SetSummaryIT {
    private static final RunningServer SERVER = RunningServer.shared();
    private static UUID set;

    @BeforeAll
    static void upload() {
        set = UploadedSets.rounded(SERVER.me());
    }

    @Test
    void itSaysWhatTheRepetitionsSay() {
        SetSummary summary = summary();
        List<StoredRepetition> repetitions = SERVER.bean(TrainingLog.class).repetitions(set);
        List<Double> peaks = repetitions.stream()
                .map(one -> one.result().metrics().get(Metric.LUMBAR_FLEXION_PEAK.jsonName()))
                .toList();

        assertEquals(UploadedSets.REPETITIONS, summary.repetitions());
        assertEquals(peaks, summary.peakFlexionsDeg());
        assertEquals(
                repetitions.stream()
                        .filter(one -> Assessment.isJudged("deadlift", one.result()))
                        .count(),
                summary.assessedRepetitions());
        assertEquals(
                peaks.stream()
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                summary.peakFlexionWorstDeg());
        assertEquals(
                repetitions.stream()
                        .filter(one -> one.result().flags().stream().anyMatch(flag -> flag.level() >= 2))
                        .count(),
                summary.flaggedRepetitions());
        assertTrue(summary.flaggedRepetitions() >= 1 && summary.strongestLevel() >= 2, summary.toString());
        assertTrue(summary.peakFlexionMedianDeg() < summary.peakFlexionWorstDeg(), "one repetition was rounded");
        assertEquals(UploadedSets.LOAD_KG, summary.loadKg());
    }

    @Test
    void theFormChangeOfASetIsTheLargestOfItsRepetitionsInTheListTheAnalysisAndThePage() {
        double largest = SERVER.bean(TrainingLog.class).repetitions(set).stream()
                .map(one -> one.result().metrics().get(Metric.FORM_DRIFT_INDEX.jsonName()))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        assertTrue(largest > 0, "one repetition was rounded");
        assertEquals(largest, summary().formDriftIndex());
        assertEquals(
                largest,
                SERVER.me()
                        .json("/api/sets/" + set)
                        .get("set")
                        .get("formDriftIndex")
                        .asDouble());
    }

    @Test
    void aCorrectionOfTheCountIsInIt() {
        JsonNode first = SERVER.json("/api/sets/" + set).get("repetitions").get(0);
        double moment = (first.get("startS").asDouble() + first.get("endS").asDouble()) / 2;
        String corrections = "/api/sets/" + set + "/corrections";
        SERVER.post(corrections, "{\"kind\":\"not_repetition\",\"timeS\":" + moment + "}");
        assertEquals(UploadedSets.REPETITIONS - 1, summary().repetitions());
        SERVER.post(corrections, "{\"kind\":\"repetition\",\"timeS\":" + moment + "}");
        assertEquals(UploadedSets.REPETITIONS, summary().repetitions());
    }

    @Test
    void setsOfALogFromBeforeSummariesGetOne() {
        SetSummary before = summary();
        SERVER.bean(JdbcClient.class)
                .sql("delete from set_summary where set_id = :set")
                .param("set", set)
                .update();
        assertTrue(SERVER.bean(SetSummaries.class).find(set).isEmpty());
        SERVER.bean(SummaryWriting.class).afterSingletonsInstantiated();
        assertEquals(before, summary());
    }

    @Test
    void theSumOfTheSessionLosesADeletedSetAndGetsItBack() {
        SetSummary summary = summary();
        int before = repetitionsOfTheSession(summary);
        assertTrue(before >= summary.repetitions());
        SetDeletion deletion = SERVER.bean(SetDeletion.class);
        deletion.delete(SERVER.bean(TrainingLog.class).find(set).orElseThrow());
        assertEquals(before - summary.repetitions(), repetitionsOfTheSession(summary));
        assertTrue(deletion.restore(summary.lifterId(), set));
        assertEquals(before, repetitionsOfTheSession(summary));
    }

    @Test
    void twoWhoSumASessionUpAtOnceDoNotCountItTwice() throws Exception {
        UUID other = UploadedSets.clean(SERVER.me());
        SetSummary summary = summary();
        assertEquals(
                summary.sessionId(),
                SERVER.bean(SetSummaries.class).find(other).orElseThrow().sessionId());
        int before = repetitionsOfTheSession(summary);
        TransactionTemplate transaction = SERVER.bean(TransactionTemplate.class);
        SummaryWriting writing = SERVER.bean(SummaryWriting.class);
        CountDownLatch written = new CountDownLatch(1);
        Thread first = new Thread(() -> transaction.executeWithoutResult(status -> {
            writing.write(set);
            written.countDown();
            // the other one begins before this one is done
            LockSupport.parkNanos(300_000_000);
        }));
        first.start();
        assertTrue(written.await(10, TimeUnit.SECONDS));
        writing.write(other);
        first.join();
        assertEquals(before, repetitionsOfTheSession(summary));
    }

    private static int repetitionsOfTheSession(SetSummary summary) {
        return SERVER.bean(JdbcClient.class)
                .sql("select coalesce(sum(repetitions), 0) from session_summary where session_id = :session")
                .param("session", summary.sessionId())
                .query(Integer.class)
                .single();
    }

    @Test
    void aListReadsItForOneLifterByExerciseAndTime() {
        SetSummary summary = summary();
        SetSummaries summaries = SERVER.bean(SetSummaries.class);
        UUID lifter = summary.lifterId();
        assertTrue(summaries.newest(lifter, SummaryFilter.ALL, 500, 0).contains(summary));
        assertTrue(
                summaries.newest(lifter, SummaryFilter.of("deadlift"), 500, 0).contains(summary));
        assertTrue(summaries.newest(lifter, SummaryFilter.of("row"), 500, 0).stream()
                .allMatch(one -> one.exercise().equals("row")));
        assertTrue(summaries.since(lifter, summary.startedAt()).contains(summary));
        assertTrue(summaries.since(lifter, summary.startedAt().plusMillis(1)).stream()
                .noneMatch(one -> one.setId().equals(set)));
        assertTrue(
                summaries.newest(UUID.randomUUID(), SummaryFilter.ALL, 500, 0).isEmpty());
        assertTrue(summaries
                .ofMany(List.of(lifter, UUID.randomUUID()), summary.startedAt())
                .contains(summary));
        assertTrue(SERVER.bean(TrainingLog.class).newest(lifter, SummaryFilter.ALL, 500, 0).stream()
                .anyMatch(line -> line.set().id().equals(set)
                        && line.flaggedRepetitions() == summary.flaggedRepetitions()
                        && line.peakFlexionsDeg().equals(summary.peakFlexionsDeg())));
    }

    private static SetSummary summary() {
        return SERVER.bean(SetSummaries.class).find(set).orElseThrow();
    }
}
