package org.plumbline.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.plumbline.server.support.BothDatabases;
import org.plumbline.server.support.SetClock;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests of programs that bring a key, where time goes by and where the database goes away. */
class SentRequestsTest {
    private static final SentRequestRepository.Answer DONE =
            new SentRequestRepository.Answer(201, "/api/people/1/pain/2");

    private final SetClock clock = new SetClock(Instant.parse("2026-03-02T17:00:00.123456Z"));

    @BothDatabases
    void nothingThatAnAnswerSaidHasAPlace(JdbcClient jdbc) {
        List<String> columns = jdbc.sql("select lower(column_name) from information_schema.columns"
                        + " where lower(table_name) = 'sent_request'")
                .query(String.class)
                .list();
        assertEquals(
                Set.of("person_id", "key_hash", "request_hash", "upload", "lost", "sent_at", "status", "location"),
                new TreeSet<>(columns));
    }

    @BothDatabases
    void whatIsOlderThanADayGoesWhoeverSendsNextAndAtAStart(JdbcClient jdbc) {
        SentRequestRepository requests = new SentRequestRepository(jdbc, clock);
        requests.take(person(jdbc), "a", "hash", false);
        clock.now = clock.now.plus(Duration.ofHours(25));
        requests.take(person(jdbc), "b", "hash", false);
        assertEquals(1, rows(jdbc), "another person's, which is of today");
        clock.now = clock.now.plus(Duration.ofHours(25));
        restart(requests);
        assertEquals(0, rows(jdbc));
    }

    @BothDatabases
    void whatWasCarriedOutWhileTheDatabaseWentAwayIsNotedAsSoonAsItIsBack(JdbcClient jdbc) {
        Leaving requests = new Leaving(jdbc, clock);
        UUID person = person(jdbc);
        SentAnswers answers = new SentAnswers(requests);
        requests.away = true;
        answers.done(requests.take(person, "key", "hash", false).orElseThrow(), DONE);
        answers.noteLate();
        assertEquals(Optional.empty(), requests.take(person, "key", "hash", false), "it is not carried out again");
        requests.away = false;
        answers.noteLate();
        assertEquals(
                new SentRequestRepository.Sent("hash", DONE, false),
                requests.find(person, "key").orElseThrow());
    }

    @BothDatabases
    void whatWasRefusedWhileTheDatabaseWentAwayMayBeSentAgainAsSoonAsItIsBack(JdbcClient jdbc) {
        Leaving requests = new Leaving(jdbc, clock);
        UUID person = person(jdbc);
        SentAnswers answers = new SentAnswers(requests);
        SentRequestRepository.Attempt attempt =
                requests.take(person, "key", "hash", false).orElseThrow();
        requests.away = true;
        answers.refused(attempt);
        answers.noteLate();
        requests.away = false;
        assertEquals(Optional.empty(), requests.take(person, "key", "hash", false));
        answers.noteLate();
        assertTrue(requests.take(person, "key", "hash", false).isPresent());
    }

    @BothDatabases
    void whatBrokeOffMayHaveBeenCarriedOutAndIsNotCarriedOutAgain(JdbcClient jdbc) {
        SentRequestRepository requests = new SentRequestRepository(jdbc, clock);
        UUID person = person(jdbc);
        SentAnswers answers = new SentAnswers(requests);
        requests.take(person, "other", "hash", false).orElseThrow();
        answers.lost(requests.take(person, "key", "hash", false).orElseThrow());
        assertEquals(Optional.empty(), requests.take(person, "key", "hash", false));
        assertTrue(requests.find(person, "key").orElseThrow().lost(), "and that is said at once");
        assertFalse(requests.find(person, "other").orElseThrow().lost(), "the others are worked on");
    }

    @BothDatabases
    void anUploadThatBrokeOffMayBeSentAgainUnlessARecordingWasTakenIn(JdbcClient jdbc) {
        SentRequestRepository requests = new SentRequestRepository(jdbc, clock);
        UUID person = person(jdbc);
        SentAnswers answers = new SentAnswers(requests);
        answers.lost(requests.take(person, "key", "hash", true).orElseThrow());
        SentRequestRepository.Attempt second =
                requests.take(person, "key", "hash", true).orElseThrow();
        clock.now = clock.now.plusSeconds(1);
        uploaded(jdbc, person, "finished");
        answers.lost(second);
        assertEquals(Optional.empty(), requests.take(person, "key", "hash", true));
        assertTrue(requests.find(person, "key").orElseThrow().lost());
    }

    @BothDatabases
    void anAnswerThatWasLostWithItsServerStaysLostForADay(JdbcClient jdbc) {
        SentRequestRepository requests = new SentRequestRepository(jdbc, clock);
        UUID person = person(jdbc);
        requests.take(person, "key", "hash", false);
        assertEquals(
                new SentRequestRepository.Sent("hash", null, false),
                requests.find(person, "key").orElseThrow(),
                "it is worked on");
        clock.now = clock.now.plus(Duration.ofMinutes(11));
        assertEquals(Optional.empty(), requests.take(person, "key", "hash", false), "it may have been carried out");
        assertTrue(requests.find(person, "key").orElseThrow().lost());
    }

    @BothDatabases
    void anUploadThatAStoppedServerHadBegunMayBeSentAgainAtOnce(JdbcClient jdbc) {
        SentRequestRepository requests = new SentRequestRepository(jdbc, clock);
        UUID person = person(jdbc);
        requests.take(person, "key", "hash", true).orElseThrow();
        requests.answered(requests.take(person, "done", "hash", true).orElseThrow(), DONE);
        assertEquals(Optional.empty(), requests.take(person, "key", "hash", true), "it is worked on");
        restart(requests);
        assertTrue(requests.take(person, "key", "hash", true).isPresent());
        assertEquals(Optional.empty(), requests.take(person, "done", "hash", true), "what was taken stays taken");
    }

    @BothDatabases
    void anUploadThatWasTakenInBeforeItsAnswerWasNotedIsNotTakenInTwice(JdbcClient jdbc) {
        SentRequestRepository requests = new SentRequestRepository(jdbc, clock);
        UUID person = person(jdbc);
        requests.take(person, "key", "hash", true).orElseThrow();
        clock.now = clock.now.plusSeconds(1);
        uploaded(jdbc, person, "finished");
        restart(requests);
        assertEquals(Optional.empty(), requests.take(person, "key", "hash", true));
        assertTrue(requests.find(person, "key").orElseThrow().lost());
    }

    @BothDatabases
    void anUploadOfBeforeItWasNotedWhenItIsBroughtBeganAsItWasBrought(JdbcClient jdbc) {
        SentRequestRepository requests = new SentRequestRepository(jdbc, clock);
        UUID person = person(jdbc);
        requests.take(person, "key", "hash", true).orElseThrow();
        clock.now = clock.now.plusSeconds(1);
        uploaded(jdbc, person, "finished");
        jdbc.sql("update training_set set started_at = brought_at, brought_at = null")
                .update();
        restart(requests);
        assertEquals(Optional.empty(), requests.take(person, "key", "hash", true));
    }

    private void uploaded(JdbcClient jdbc, UUID person, String state) {
        UUID session = UUID.randomUUID();
        jdbc.sql("insert into training_session (id, lifter_id, started_at) values (:id, :person, :at)")
                .param("id", session)
                .param("person", person)
                .param("at", clock.now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(
                        "insert into training_set (id, session_id, lifter_id, exercise, source, demo, simulated, state, started_at,"
                                + " brought_at, recording_header) values (:id, :session, :person, 'deadlift', 'upload', false, false,"
                                + " :state, :began, :at, '{}')")
                .param("id", UUID.randomUUID())
                .param("session", session)
                .param("person", person)
                .param("state", state)
                .param("began", clock.now.minus(Duration.ofDays(9)).atOffset(ZoneOffset.UTC))
                .param("at", clock.now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @BothDatabases
    void whatElseAStoppedServerHadBegunIsToldToBeLostAtOnce(JdbcClient jdbc) {
        SentRequestRepository requests = new SentRequestRepository(jdbc, clock);
        UUID person = person(jdbc);
        requests.take(person, "key", "hash", false).orElseThrow();
        restart(requests);
        assertEquals(Optional.empty(), requests.take(person, "key", "hash", false), "it may have been carried out");
        assertTrue(requests.find(person, "key").orElseThrow().lost());
    }

    private static void restart(SentRequestRepository requests) {
        new SentRequests(requests, new SentAnswers(requests)).afterSingletonsInstantiated();
    }

    @BothDatabases
    void anAttemptThatEndsLateLeavesALaterOneAlone(JdbcClient jdbc) {
        SentRequestRepository requests = new SentRequestRepository(jdbc, clock);
        UUID person = person(jdbc);
        SentRequestRepository.Attempt slow =
                requests.take(person, "key", "hash", false).orElseThrow();
        clock.now = clock.now.plus(Duration.ofHours(25));
        requests.take(person, "key", "hash", false).orElseThrow();
        requests.letGo(slow);
        requests.answered(slow, DONE);
        assertEquals(
                new SentRequestRepository.Sent("hash", null, false),
                requests.find(person, "key").orElseThrow());
    }

    private static int rows(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from sent_request")
                .query(Integer.class)
                .single();
    }

    private UUID person(JdbcClient jdbc) {
        Person person = new Person(UUID.randomUUID(), "Ada", LoadUnit.KG, Set.of(Role.LIFTER), false);
        new PersonRepository(jdbc, clock).insert(person, null, null, null);
        return person.id();
    }

    /** A database that goes away while a request is carried out. */
    private static final class Leaving extends SentRequestRepository {
        private boolean away;

        private Leaving(JdbcClient jdbc, SetClock clock) {
            super(jdbc, clock);
        }

        @Override
        void answered(Attempt attempt, Answer answer) {
            if (away) {
                throw new DataAccessResourceFailureException("gone");
            }
            super.answered(attempt, answer);
        }

        @Override
        void letGo(Attempt attempt) {
            if (away) {
                throw new DataAccessResourceFailureException("gone");
            }
            super.letGo(attempt);
        }
    }
}
