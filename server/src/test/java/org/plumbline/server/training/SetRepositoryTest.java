package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.calibration.StoredCalibration;
import org.plumbline.core.form.FlagName;
import org.plumbline.server.support.BothDatabases;
import org.plumbline.server.support.SamplePeople;
import org.springframework.jdbc.core.simple.JdbcClient;

class SetRepositoryTest {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00.123456Z");

    @BothDatabases
    void aSetIsReadBackAsItWasWritten(JdbcClient jdbc) {
        SetRepository sets = new SetRepository(jdbc);
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        TrainingSet set = LogRows.running(lifter, sets.insertSession(lifter, NOW), NOW);
        sets.insert(set);
        assertEquals(Optional.of(set), sets.find(set.id()));
        assertEquals(List.of(set), sets.running());
    }

    @BothDatabases
    void theCalibrationASetWasGivenIsKept(JdbcClient jdbc) {
        SetRepository sets = new SetRepository(jdbc);
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        TrainingSet plain = LogRows.running(lifter, sets.insertSession(lifter, NOW), NOW);
        StoredCalibration calibration = new StoredCalibration(
                List.of(new double[] {1, 0, 0, 0}),
                CalibrationGrade.GOOD,
                CalibrationGrade.FAIR,
                CalibrationGrade.NONE,
                Double.NaN,
                60);
        TrainingSet set = new TrainingSet(
                plain.id(),
                lifter,
                plain.sessionId(),
                plain.exercise(),
                null,
                SetSource.UPLOAD,
                false,
                true,
                SetState.RUNNING,
                NOW,
                null,
                null,
                plain.header(),
                calibration,
                KnownForm.NOTHING,
                null);
        sets.insert(set);
        TrainingSet found = sets.find(set.id()).orElseThrow();
        assertEquals(CalibrationGrade.FAIR, found.calibration().axis());
        assertTrue(Double.isNaN(found.calibration().maxFlexionDeg()));
        assertEquals(null, found.loadKg());
        assertEquals(null, found.title());
    }

    @BothDatabases
    void anEndedSetHasItsResultAndRunsNoMore(JdbcClient jdbc) {
        SetRepository sets = new SetRepository(jdbc);
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        TrainingSet set = LogRows.running(lifter, sets.insertSession(lifter, NOW), NOW);
        sets.insert(set);
        assertEquals(Optional.empty(), sets.analysis(set.id()));
        sets.begun(set.id(), 5_000_000_000L);
        sets.end(set.id(), SetState.FINISHED, NOW.plusSeconds(60), LogRows.analysis(8));

        TrainingSet ended = sets.find(set.id()).orElseThrow();
        assertEquals(SetState.FINISHED, ended.state());
        assertEquals(NOW.plusSeconds(60), ended.endedAt());
        assertEquals(5_000_000_000L, ended.begunAfterSamples());
        assertEquals(LogRows.analysis(8), sets.analysis(set.id()).orElseThrow());
        assertEquals(List.of(), sets.running());
    }

    @BothDatabases
    void aSessionStaysOpenForTheSameLifterOnly(JdbcClient jdbc) {
        SetRepository sets = new SetRepository(jdbc);
        UUID ada = SamplePeople.add(jdbc, "Ada");
        UUID ben = SamplePeople.add(jdbc, "Ben");
        UUID session = sets.insertSession(ada, NOW);
        sets.insert(LogRows.running(ada, session, NOW));
        TrainingSessions sessions = new TrainingSessions(sets, new SessionSummaryRepository(jdbc));
        for (int minutes : new int[] {119, 0, -119}) {
            assertEquals(session, sessions.of(ada, NOW.plus(Duration.ofMinutes(minutes))));
        }
        for (int minutes : new int[] {121, -121}) {
            assertNotEquals(session, sessions.of(ada, NOW.plus(Duration.ofMinutes(minutes))));
        }
        assertNotEquals(session, sessions.of(ben, NOW));
    }

    @BothDatabases
    void aSetBetweenTwoSessionsMakesThemOne(JdbcClient jdbc) {
        SetRepository sets = new SetRepository(jdbc);
        TrainingSessions sessions = new TrainingSessions(sets, new SessionSummaryRepository(jdbc));
        UUID ada = SamplePeople.add(jdbc, "Ada");
        UUID early = begin(sets, sessions, ada, NOW);
        UUID late = begin(sets, sessions, ada, NOW.plus(Duration.ofMinutes(180)));
        UUID nextDay = begin(sets, sessions, ada, NOW.plus(Duration.ofHours(24)));
        assertNotEquals(sets.sessionOf(early), sets.sessionOf(late));
        UUID between = begin(sets, sessions, ada, NOW.plus(Duration.ofMinutes(90)));
        assertEquals(sets.sessionOf(early), sets.sessionOf(between));
        assertEquals(sets.sessionOf(early), sets.sessionOf(late));
        assertNotEquals(sets.sessionOf(early), sets.sessionOf(nextDay));
        assertEquals(
                2,
                jdbc.sql("select count(*) from training_session where lifter_id = :ada")
                        .param("ada", ada)
                        .query(Integer.class)
                        .single());
    }

    private static UUID begin(SetRepository sets, TrainingSessions sessions, UUID lifter, Instant startedAt) {
        TrainingSet set = LogRows.running(lifter, sessions.of(lifter, startedAt), startedAt);
        sets.insert(set);
        return set.id();
    }

    @BothDatabases
    void theListIsNewestFirstWithWhatWasCountedAndFlagged(JdbcClient jdbc) {
        SetRepository sets = new SetRepository(jdbc);
        RepetitionRepository repetitions = new RepetitionRepository(jdbc);
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        UUID session = sets.insertSession(lifter, NOW);
        TrainingSet first = LogRows.running(lifter, session, NOW);
        TrainingSet second = LogRows.running(lifter, session, NOW.plusSeconds(300));
        sets.insert(first);
        sets.insert(second);
        repetitions.insert(first.id(), LogRows.repetition(1, 31, LogRows.flag(FlagName.ROUNDING_UNDER_LOAD, 2)));
        repetitions.insert(first.id(), LogRows.repetition(2, Double.NaN, LogRows.flag(FlagName.MOMENTUM, 1)));
        // live, of a way up that was no repetition in the end
        repetitions.insertFlag(first.id(), new StoredFlag(3, LogRows.flag(FlagName.HIP_SHOOT, 3)));

        SetListingRepository listings = new SetListingRepository(jdbc);
        List<SetListing> all = listings.newest(lifter, 10, 0);
        assertEquals(
                List.of(second.id(), first.id()),
                all.stream().map(listing -> listing.set().id()).toList());
        assertEquals(new SetListing(first, 2, 0, 1, 2, Effort.NOT_SAID, List.of(), List.of(), 1, null), all.get(1));
        assertEquals(new SetListing(second, 0, 0, 0, 0, Effort.NOT_SAID, List.of(), List.of(), 2, null), all.get(0));
        assertEquals(List.of(all.get(1)), listings.newest(lifter, 10, 1));
        assertEquals(List.of(all.get(0)), listings.newest(lifter, 1, 0));
    }

    @BothDatabases
    void withTheLastSetGoesItsSession(JdbcClient jdbc) {
        SetRepository sets = new SetRepository(jdbc);
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        TrainingSet set = LogRows.running(lifter, sets.insertSession(lifter, NOW), NOW);
        TrainingSet demo = LogRows.demo(lifter, sets.insertSession(lifter, NOW), NOW);
        sets.insert(set);
        sets.insert(demo);
        new RepetitionRepository(jdbc)
                .insert(set.id(), LogRows.repetition(1, 31, LogRows.flag(FlagName.ROUNDING_UNDER_LOAD, 2)));
        new SampleRepository(jdbc).insert(set.id(), 0, 1, new byte[] {1});
        assertEquals(List.of(demo.id()), sets.demoSets());

        sets.delete(set.id());
        assertEquals(Optional.empty(), sets.find(set.id()));
        for (String table : List.of("repetition", "form_flag", "sample_chunk")) {
            assertEquals(0, count(jdbc, table), table);
        }
        assertEquals(1, count(jdbc, "training_session"));
    }

    private static int count(JdbcClient jdbc, String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
