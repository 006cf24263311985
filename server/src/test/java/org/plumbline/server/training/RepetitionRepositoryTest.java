package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.plumbline.server.support.BothDatabases;
import org.plumbline.server.support.SamplePeople;
import org.plumbline.server.web.Spoken;
import org.springframework.jdbc.core.simple.JdbcClient;

class RepetitionRepositoryTest {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");

    @BothDatabases
    void aRepetitionIsReadBackAsItWasWritten(JdbcClient jdbc) {
        UUID set = set(jdbc);
        RepetitionRepository repetitions = new RepetitionRepository(jdbc);
        StoredRepetition seen = LogRows.repetition(1, 31.25, LogRows.flag(FlagName.ROUNDING_UNDER_LOAD, 2));
        StoredRepetition blind = LogRows.repetition(2, Double.NaN);
        repetitions.insert(set, blind);
        repetitions.insert(set, seen);

        List<StoredRepetition> found = repetitions.repetitions(set);
        assertEquals(
                List.of(seen.result(), blind.result()),
                found.stream().map(StoredRepetition::result).toList());
        assertEquals(seen.completedAt(), found.get(0).completedAt());
        assertArrayEquals(
                seen.curves().lumbarFlexionDeg(), found.get(0).curves().lumbarFlexionDeg());
        assertArrayEquals(
                blind.curves().lumbarFlexionDeg(), found.get(1).curves().lumbarFlexionDeg());
    }

    @BothDatabases
    void theSagOfAHoldIsReadBackAndWhatIsNoHoldHasNone(JdbcClient jdbc) {
        UUID set = set(jdbc);
        RepetitionRepository repetitions = new RepetitionRepository(jdbc);
        repetitions.insert(set, LogRows.held(1, 4.5));
        repetitions.insert(set, LogRows.repetition(2, 31));
        List<StoredRepetition> found =
                repetitions.repetitions(List.of(set), List.of(1, 2)).get(set);
        assertArrayEquals(new double[] {4.5}, found.get(0).curves().holdSagDeg());
        assertArrayEquals(new double[0], found.get(1).curves().holdSagDeg());
    }

    @BothDatabases
    void ofManyRepetitionsAPartIsReadAndOneIsFoundByItsNumberByAMomentAndByItsGravity(JdbcClient jdbc) {
        UUID set = set(jdbc);
        RepetitionRepository repetitions = new RepetitionRepository(jdbc);
        for (int number = 1; number <= 5; number++) {
            repetitions.insert(
                    set,
                    number % 2 == 1
                            ? LogRows.repetition(number, 31)
                            : LogRows.repetition(number, 31, LogRows.flag(FlagName.DEEP_FLEXION, number == 4 ? 3 : 2)));
        }
        assertEquals(List.of(2, 3), numbers(repetitions.repetitions(set, 2, 2)));
        assertEquals(
                List.of(2, 5),
                numbers(repetitions.repetitions(List.of(set), List.of(2, 5, 9)).get(set)));
        assertEquals(3, repetitions.find(set, 3).orElseThrow().result().number());
        assertTrue(repetitions.find(set, 6).isEmpty());
        assertEquals(5, repetitions.count(set));
        assertEquals(new NumbersBeside(null, 2), repetitions.beside(set, 1));
        assertEquals(new NumbersBeside(4, null), repetitions.beside(set, 5));
        assertEquals(3, repetitions.at(set, 16).orElseThrow().number());
        assertTrue(repetitions.at(set, 900).isEmpty());
        assertEquals(List.of(4, 2), repetitions.gravest(set, 10));
        assertEquals(List.of(4), repetitions.gravest(set, 1));
    }

    private static List<Integer> numbers(List<StoredRepetition> repetitions) {
        return repetitions.stream().map(one -> one.result().number()).toList();
    }

    @BothDatabases
    void aCompleteRepetitionPutsItsFlagsInPlaceOfThoseNotedLive(JdbcClient jdbc) {
        UUID set = set(jdbc);
        RepetitionRepository repetitions = new RepetitionRepository(jdbc);
        repetitions.insertFlag(set, new StoredFlag(0, LogRows.flag(FlagName.QUALITY, 1)));
        repetitions.insertFlag(set, new StoredFlag(1, LogRows.flag(FlagName.HIP_SHOOT, 1)));
        repetitions.insert(set, LogRows.repetition(1, 31, LogRows.flag(FlagName.DEEP_FLEXION, 2)));
        assertEquals(
                List.of(
                        new StoredFlag(0, LogRows.flag(FlagName.QUALITY, 1)),
                        new StoredFlag(1, LogRows.flag(FlagName.DEEP_FLEXION, 2))),
                repetitions.flags(set));

        repetitions.clear(set);
        assertEquals(List.of(), repetitions.flags(set));
        assertEquals(List.of(), repetitions.repetitions(set));
    }

    @BothDatabases
    void aFlagCarriesItsMomentAndStandsWhereItIsFoundAgain(JdbcClient jdbc) {
        UUID set = set(jdbc);
        RepetitionRepository repetitions = new RepetitionRepository(jdbc);
        FormFlag peak = new FormFlag(
                FlagName.REHAB_LIMIT, 2, Metric.LUMBAR_FLEXION_PEAK.jsonName(), 37, 35, "deg", 6.5, Confidence.HIGH, 9);
        StoredRepetition first = LogRows.repetition(1, 37, peak);
        repetitions.insert(set, first);
        assertEquals(List.of(new StoredFlag(1, peak)), repetitions.flags(set));
        assertEquals(
                first.result().endS(),
                jdbc.sql("select time_s from form_flag where set_id = :set")
                        .param("set", set)
                        .query(Double.class)
                        .single());
    }

    @BothDatabases
    void messagesStayInTheOrderTheyWereSaid(JdbcClient jdbc) {
        UUID set = set(jdbc);
        RepetitionRepository repetitions = new RepetitionRepository(jdbc);
        List<StoredMessage> said = List.of(
                new StoredMessage(12.5, "The lower sensor was away for 3 s — “back” now."),
                new StoredMessage(2, "Late."),
                new StoredMessage(3, "As your first reps.", "As their first reps."));
        said.forEach(message -> repetitions.insertMessage(set, message));
        assertEquals(said, repetitions.messages(set));
    }

    @BothDatabases
    void whatSpeaksToTheLifterIsKeptAsAWatcherReadsItToo(JdbcClient jdbc) {
        UUID set = set(jdbc);
        RepetitionRepository repetitions = new RepetitionRepository(jdbc);
        repetitions.insertMessage(set, StoredMessage.of(1, Spoken.of("Your bow.", "Their bow.")));
        repetitions.insertMessage(set, StoredMessage.of(2, Spoken.same("A bow.")));
        List<StoredMessage> kept = repetitions.messages(set);
        assertEquals(
                List.of("Your bow.", "A bow."),
                kept.stream().map(message -> message.to(false)).toList());
        assertEquals(
                List.of("Their bow.", "A bow."),
                kept.stream().map(message -> message.to(true)).toList());
    }

    private static UUID set(JdbcClient jdbc) {
        SetRepository sets = new SetRepository(jdbc);
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        TrainingSet set = LogRows.running(lifter, sets.insertSession(lifter, NOW), NOW);
        sets.insert(set);
        return set.id();
    }
}
