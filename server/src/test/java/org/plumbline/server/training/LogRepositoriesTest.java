package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.calibration.StoredCalibration;
import org.plumbline.server.support.BothDatabases;
import org.plumbline.server.support.SamplePeople;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Samples, corrections and kept calibrations in SQL. */
class LogRepositoriesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00.5Z");

    @BothDatabases
    void chunksComeBackByteByByteAndOneThatIsMissingIsSteppedOver(JdbcClient jdbc) {
        SampleRepository samples = new SampleRepository(jdbc);
        UUID set = set(jdbc, SamplePeople.add(jdbc, "Ada"));
        byte[] bytes = {0, -1, 127, -128, '\'', '\\'};
        samples.insert(set, 0, 100, bytes);
        samples.insert(set, 2, 50, new byte[] {2});
        assertArrayEquals(bytes, samples.chunksFrom(set, 0, 1).get(0).payload());
        assertEquals(
                List.of(2),
                samples.chunksFrom(set, 1, 8).stream()
                        .map(SampleRepository.StoredChunk::number)
                        .toList());
        assertEquals(List.of(), samples.chunksFrom(set, 3, 8));
        assertEquals(150, samples.sampleCount(set));
        assertEquals(0, samples.sampleCount(UUID.randomUUID()));
    }

    @BothDatabases
    void correctionsStandInTheOrderOfTheirMovements(JdbcClient jdbc) {
        CorrectionRepository corrections = new CorrectionRepository(jdbc);
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        UUID set = set(jdbc, lifter);
        Correction late = new Correction(UUID.randomUUID(), CorrectionKind.REPETITION, 40, 44, "Ada", NOW);
        Correction early = new Correction(UUID.randomUUID(), CorrectionKind.NOT_REPETITION, 4, 8, "Ada", NOW);
        corrections.insert(set, lifter, late);
        corrections.insert(set, lifter, early);
        assertEquals(List.of(early, late), corrections.of(set));

        corrections.delete(UUID.randomUUID(), early.id());
        assertEquals(2, corrections.of(set).size(), "of another set");
        corrections.delete(set, early.id());
        assertEquals(List.of(late), corrections.of(set));
    }

    @BothDatabases
    void aCorrectionStaysWhenWhoMadeItLeaves(JdbcClient jdbc) {
        CorrectionRepository corrections = new CorrectionRepository(jdbc);
        UUID coach = SamplePeople.add(jdbc, "Cora");
        UUID set = set(jdbc, SamplePeople.add(jdbc, "Ada"));
        corrections.insert(
                set, coach, new Correction(UUID.randomUUID(), CorrectionKind.NOT_REPETITION, 4, 8, "Cora", NOW));
        new ErasedSets(new SetRepository(jdbc), corrections).erase(coach);
        jdbc.sql("delete from person where id = :coach").param("coach", coach).update();
        assertEquals(
                List.of("Somebody who has left"),
                corrections.of(set).stream().map(Correction::by).toList());
    }

    @BothDatabases
    void theLastCalibrationTakesThePlaceOfTheOneBeforeAndHoldsForHalfADay(JdbcClient jdbc) {
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        at(NOW, jdbc).keep(lifter, "one,two", calibration(40));
        at(NOW.plusSeconds(60), jdbc).keep(lifter, "one,two", calibration(50));
        assertEquals(
                50,
                at(NOW.plusSeconds(90), jdbc)
                        .find(lifter, "one,two")
                        .orElseThrow()
                        .maxFlexionDeg());
        assertEquals(
                30,
                at(NOW.plusSeconds(90), jdbc)
                        .find(lifter, "one,two")
                        .orElseThrow()
                        .ageS());
        assertTrue(at(NOW, jdbc).find(lifter, "two,one").isEmpty());
        assertTrue(
                at(NOW.plus(Duration.ofHours(13)), jdbc).find(lifter, "one,two").isEmpty());
    }

    private static KeptCalibrations at(Instant now, JdbcClient jdbc) {
        return new KeptCalibrations(jdbc, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static StoredCalibration calibration(double maxFlexionDeg) {
        return new StoredCalibration(
                List.of(new double[] {1, 0, 0, 0}, new double[] {0, 1, 0, 0}),
                CalibrationGrade.GOOD,
                CalibrationGrade.GOOD,
                CalibrationGrade.GOOD,
                maxFlexionDeg,
                0);
    }

    private static UUID set(JdbcClient jdbc, UUID lifter) {
        SetRepository sets = new SetRepository(jdbc);
        TrainingSet set = LogRows.running(lifter, sets.insertSession(lifter, NOW), NOW);
        sets.insert(set);
        return set.id();
    }
}
