package org.plumbline.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.Metric;
import org.plumbline.server.account.People;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.Role;
import org.plumbline.server.rehab.pain.PainLog;
import org.plumbline.server.rehab.plan.MotionChange;
import org.plumbline.server.rehab.plan.MotionTest;
import org.plumbline.server.rehab.plan.MotionTests;
import org.plumbline.server.rehab.plan.Prescriptions;
import org.plumbline.server.support.OnBothDatabases;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.TableCounts;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.training.Activities;
import org.plumbline.server.training.Baselines;
import org.plumbline.server.training.PersonalLimits;
import org.plumbline.server.training.SetListing;
import org.plumbline.server.training.SetState;
import org.plumbline.server.training.TrainingLog;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnBothDatabases
class SampleMonthIT {
    @TempDir
    Path data;

    @Test
    void theDemoIsEnteredAtOnceAndHasAMonthBehindItSoonAndNothingOfItStays() {
        try (RunningServer server = RunningServer.startIn(data, "--plumbline.demo.month=true")) {
            server.me();
            Map<String, Long> before = rows(server);
            Visitor guest = server.stranger();
            guest.postForm("/demo/enter", "as=lifter");
            guest.forgetToken();
            SampleMonth month = server.bean(SampleMonth.class);
            // for somebody to lift it does, up to six seconds on a busy machine
            assertFalse(month.progress().isComplete(), "the demo does not wait for the month");

            // 20 s where nothing else runs; other tests run beside this one
            Awaitility.await("the month")
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> month.progress().isComplete());
            assertItLooksLikeAMonth(server);

            guest.postForm("/demo/leave", "");
            assertEquals(before, rows(server));
        }
    }

    @Test
    void aServerThatStopsEndsTheFillingBeforeItsDatabase() {
        try (RunningServer server = RunningServer.startIn(data, "--plumbline.demo.month=true")) {
            server.me();
            server.stranger().postForm("/demo/enter", "as=lifter");
            SampleMonth month = server.bean(SampleMonth.class);
            Awaitility.await("the filling")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> month.progress().done() > 0);
            assertFalse(month.progress().isComplete());
        }
        assertTrue(
                Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("sample-month")),
                "nobody writes to a database that is closed");
    }

    @Test
    void whoLeavesWhileTheMonthIsFilledLeavesNothingEither() {
        try (RunningServer server = RunningServer.startIn(data, "--plumbline.demo.month=true")) {
            server.me();
            Map<String, Long> before = rows(server);
            Visitor guest = server.stranger();
            guest.postForm("/demo/enter", "as=lifter");
            guest.forgetToken();
            SampleMonth month = server.bean(SampleMonth.class);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> month.progress().done() >= 2);
            guest.postForm("/demo/leave", "");
            assertTrue(!month.progress().isComplete(), "it was left early enough to be a test");
            assertEquals(before, rows(server));
        }
    }

    private static void assertItLooksLikeAMonth(RunningServer server) {
        Person lifter = server.bean(People.class).samples(Role.LIFTER).get(0);
        TrainingLog log = server.bean(TrainingLog.class);
        List<SetListing> sets = log.newest(lifter.id(), 200, 0).stream()
                .filter(listing ->
                        !listing.set().demo() && !listing.set().exercise().equals(MotionTests.EXERCISE))
                .toList();
        assertEquals(48, sets.size());
        assertTrue(sets.stream()
                .allMatch(listing -> listing.set().simulated() && listing.set().state() == SetState.FINISHED));
        assertEquals(
                12,
                sets.stream()
                        .map(listing -> listing.set().sessionId())
                        .distinct()
                        .count());
        assertTrue(sets.stream().allMatch(listing -> listing.repetitions() >= 5), "every set was counted");
        assertTrue(sets.stream().allMatch(listing -> listing.effort().rpe() != null));
        Instant now = Instant.now();
        assertTrue(sets.get(0).set().startedAt().isBefore(now));
        assertTrue(sets.get(47).set().startedAt().isAfter(now.minus(Duration.ofDays(30))));
        long flagged = sets.stream()
                .filter(listing -> listing.flaggedRepetitions() > 0)
                .count();
        assertTrue(flagged >= 6 && flagged <= 24, flagged + " of 48 sets have flagged reps");
        assertTrue(
                sets.stream().limit(4).anyMatch(listing -> listing.flaggedRepetitions() > 0),
                "the newest session has something to look at");
        assertTrue(load(sets, "deadlift", true) > load(sets, "deadlift", false));
        UUID any = sets.get(0).set().id();
        assertTrue(log.sampleCount(any) > 1000, "the samples are there, as of any set");
        assertTrue(
                server.bean(Baselines.class).of(lifter.id(), "deadlift", true).isPresent());
        assertEquals(24, server.bean(PainLog.class).newest(lifter.id(), 100, 0).size());
        assertEquals(1, server.bean(Prescriptions.class).newest(lifter.id()).size());
        List<MotionTest> tests = server.bean(MotionTests.class).of(lifter.id());
        assertEquals(2, tests.size(), "the range of motion was tested twice");
        assertEquals(
                MotionChange.Kind.MORE,
                MotionChange.of(Metric.TRUNK_INCLINATION_RANGE, tests.get(1), tests.get(0))
                        .kind());
        double bow = log.analysis(any).orElseThrow().calibration().maxFlexionDeg();
        for (MotionTest test : tests) {
            double bent = test.range(Metric.LUMBAR_FLEXION_RANGE).orElseThrow().medianDeg();
            assertEquals(bow, bent, 9, "the tests bend the back as far as the bows before every set");
        }
        FormLimits limits = PersonalLimits.defaults("deadlift");
        server.bean(Prescriptions.class)
                .newest(lifter.id())
                .get(0)
                .work()
                .limits()
                .forEach((metric, most) -> assertTrue(
                        most < limits.of(FormRule.ROUNDING).limitOf(2), metric + ": what is prescribed has an effect"));
        assertTrue(!server.bean(Activities.class).newest(lifter.id(), 50, 0).isEmpty());
    }

    private static double load(List<SetListing> sets, String exercise, boolean newest) {
        List<Double> loads = sets.stream()
                .filter(listing -> listing.set().exercise().equals(exercise))
                .map(listing -> listing.set().loadKg())
                .toList();
        return loads.get(newest ? 0 : loads.size() - 1);
    }

    /** Of everything but the switches of the server. */
    private static Map<String, Long> rows(RunningServer server) {
        Map<String, Long> rows = new TreeMap<>(TableCounts.of(server.bean(JdbcClient.class)));
        rows.remove("setting");
        return rows;
    }
}
