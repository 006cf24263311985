package org.plumbline.server.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.Metric;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.account.Person;
import org.plumbline.server.support.BothDatabases;
import org.plumbline.server.support.SamplePeople;
import org.plumbline.server.support.SessionSums;
import org.plumbline.server.training.FormWords;
import org.springframework.jdbc.core.simple.JdbcClient;

class RosterTest {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    private static final RosterFilter ALL = new RosterFilter(null, 28, null, null);

    private static Person person(JdbcClient jdbc, String name) {
        return new Person(SamplePeople.add(jdbc, name), name, LoadUnit.KG, Set.of(), false);
    }

    private static Roster roster(JdbcClient jdbc) {
        SessionSums.write(jdbc);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new Roster(new RosterRepository(jdbc), new FlagReviews(new FlagReviewRepository(jdbc), clock), clock);
    }

    /** Sessions of one set, a day apart, the last one yesterday. */
    private static void sessions(JdbcClient jdbc, Person lifter, double... flexionDeg) {
        for (int i = 0; i < flexionDeg.length; i++) {
            Instant at = NOW.minus(Duration.ofDays(flexionDeg.length - i));
            ReviewRows.set(jdbc, lifter.id(), at, 1, flexionDeg[i]);
        }
    }

    @BothDatabases
    void aSimulatedSetCountsOnlyOfSamplePeople(JdbcClient jdbc) {
        Person lifter = person(jdbc, "Ada");
        Person sample = new Person(lifter.id(), "Ada", LoadUnit.KG, Set.of(), true);
        sessions(jdbc, lifter, 30, 31);
        jdbc.sql("update training_set set simulated = true").update();
        jdbc.sql("update set_summary set simulated = true").update();
        RosterLine real = roster(jdbc).of(List.of(lifter), ALL).lines().get(0);
        assertEquals(0, real.sets());
        assertEquals(0, real.trainingDays());
        RosterLine madeUp = roster(jdbc).of(List.of(sample), ALL).lines().get(0);
        assertEquals(2, madeUp.sets());
        assertTrue(madeUp.simulated(), "and it is said");
    }

    @BothDatabases
    void whoseLastSessionLiesFurthestFromTheirOwnUsualComesFirst(JdbcClient jdbc) {
        Person much = person(jdbc, "Zoe");
        Person little = person(jdbc, "Ada");
        Person fresh = person(jdbc, "Ben");
        sessions(jdbc, much, 30, 31, 30, 44);
        // bends more than Zoe ever does, but always has
        sessions(jdbc, little, 60, 61, 60, 62);
        sessions(jdbc, fresh, 50);

        List<RosterLine> lines =
                roster(jdbc).of(List.of(little, fresh, much), ALL).lines();
        assertEquals(
                List.of("Zoe", "Ada", "Ben"),
                lines.stream().map(RosterLine::name).toList());
        RosterLine.Change change = lines.get(0).change();
        assertEquals(Metric.LUMBAR_FLEXION_PEAK, change.metric());
        assertEquals(14, change.value(), 1e-9);
        assertTrue(change.standsOut());
        assertFalse(lines.get(1).change().standsOut(), "2° is within the noise of the channel");
        assertNull(lines.get(2).change(), "one session is no usual");
        assertEquals(4, lines.get(0).trainingDays());
        assertEquals(1.0, lines.get(0).daysAWeek(), 1e-9);
        assertEquals(4, lines.get(0).flagged());
    }

    @BothDatabases
    void whereNobodyStandsOutThoseWithMostOfTheLastSessionFlaggedComeFirst(JdbcClient jdbc) {
        Person steady = person(jdbc, "Ada");
        Person flagged = person(jdbc, "Ben");
        Person fresh = person(jdbc, "Zoe");
        for (Person lifter : List.of(steady, flagged)) {
            ReviewRows.set(jdbc, lifter.id(), NOW.minus(Duration.ofDays(3)), 0, 30);
            ReviewRows.set(jdbc, lifter.id(), NOW.minus(Duration.ofDays(2)), 0, 30);
        }
        // further from her usual than Ben from his, and both within noise
        ReviewRows.set(jdbc, steady.id(), NOW.minus(Duration.ofDays(1)), 0, 32);
        ReviewRows.set(jdbc, flagged.id(), NOW.minus(Duration.ofDays(1)), 1, 30);
        ReviewRows.set(jdbc, fresh.id(), NOW.minus(Duration.ofDays(1)), 3, 50);

        assertEquals(
                List.of("Zoe", "Ben", "Ada"),
                roster(jdbc).of(List.of(steady, flagged, fresh), ALL).lines().stream()
                        .map(RosterLine::name)
                        .toList());
    }

    @BothDatabases
    void flaggedRepetitionsOfTheLastSessionAreSeenThoughTheMiddleOneIsAsUsual(JdbcClient jdbc) {
        Person ada = person(jdbc, "Ada");
        sessions(jdbc, ada, 30, 31, 30);
        Instant evening = NOW.minus(Duration.ofHours(1));
        UUID session = ReviewRows.session(jdbc, ada.id(), evening);
        ReviewRows.set(jdbc, ada.id(), session, evening, "deadlift", 2, 30);
        ReviewRows.set(jdbc, ada.id(), session, evening.plusSeconds(300), "squat", 0, 30);

        RosterLine line = roster(jdbc).of(List.of(ada), ALL).lines().get(0);
        assertFalse(line.change().standsOut());
        assertEquals(new RosterLine.LastSession(10, 10, 2), line.lastSession(), "of both its exercises");
        assertEquals("2 of 10 reps flagged", RosterRow.words(line.lastSession()));
        assertEquals(2, RosterRow.level(line.lastSession()));
        assertEquals("Middle rep: no change that stands out", RosterRow.words(line.change()));
    }

    @Test
    void aSessionIsOnTargetOnlyWhereEveryRepetitionWasAssessed() {
        RosterLine.LastSession seen = new RosterLine.LastSession(8, 8, 0);
        assertEquals(0, RosterRow.level(seen));
        assertEquals("No rep flagged, of 8", RosterRow.words(seen));
        RosterLine.LastSession partly = new RosterLine.LastSession(8, 7, 0);
        assertEquals(FormWords.NOT_ASSESSED, RosterRow.level(partly));
        assertEquals("0 of 8 reps flagged, 1 not assessed", RosterRow.words(partly));
        RosterLine.LastSession unseen = new RosterLine.LastSession(8, 0, 0);
        assertEquals(FormWords.NOT_ASSESSED, RosterRow.level(unseen));
        assertEquals("8 reps, form not assessed", RosterRow.words(unseen));
        assertEquals(FormWords.NOT_ASSESSED, RosterRow.level(new RosterLine.LastSession(0, 0, 0)));
    }

    @BothDatabases
    void whoDidNotTrainInTheDaysLookedAtStandsThereWithoutAChange(JdbcClient jdbc) {
        Person away = person(jdbc, "Ada");
        for (double daysAgo : new double[] {40, 41, 42, 43}) {
            ReviewRows.set(jdbc, away.id(), NOW.minus(Duration.ofDays((long) daysAgo)), 0, daysAgo);
        }
        RosterLine line = roster(jdbc).of(List.of(away), ALL).lines().get(0);
        assertNull(line.lastAt());
        assertNull(line.change());
        assertNull(line.lastSession());
        assertEquals(0, line.sets());
    }

    @BothDatabases
    void aRecordingThatWasPlayedIsNoTraining(JdbcClient jdbc) {
        Person ada = person(jdbc, "Ada");
        sessions(jdbc, ada, 30, 30);
        UUID replay = ReviewRows.set(jdbc, ada.id(), NOW.minusSeconds(60), 1, 70);
        jdbc.sql("update set_summary set source = 'replay' where set_id = :set")
                .param("set", replay)
                .update();
        RosterLine line = roster(jdbc).of(List.of(ada), ALL).lines().get(0);
        assertEquals(2, line.sets());
        assertEquals(2, line.trainingDays());
    }

    @BothDatabases
    void theFilterNarrowsBothTheSetsAndTheUsual(JdbcClient jdbc) {
        Person ada = person(jdbc, "Ada");
        sessions(jdbc, ada, 30, 30, 30);
        assertEquals(3, roster(jdbc).of(List.of(ada), ALL).lines().get(0).sets());
        assertEquals(
                0,
                roster(jdbc)
                        .of(List.of(ada), new RosterFilter("squat", 28, null, null))
                        .lines()
                        .get(0)
                        .sets());
        assertEquals(
                0,
                roster(jdbc)
                        .of(List.of(ada), new RosterFilter(null, 28, 120.0, null))
                        .lines()
                        .get(0)
                        .sets());
        assertEquals(
                3,
                roster(jdbc)
                        .of(List.of(ada), new RosterFilter(null, 28, 90.0, 110.0))
                        .lines()
                        .get(0)
                        .sets());
        assertEquals(List.of(), roster(jdbc).of(List.of(), ALL).lines());
    }

    @BothDatabases
    void theExercisesToChooseAmongAreThoseOfAllSetsOfLateWhateverTheFilter(JdbcClient jdbc) {
        Person ada = person(jdbc, "Ada");
        Person ben = person(jdbc, "Ben");
        Instant before = NOW.minus(Duration.ofDays(40));
        ReviewRows.set(jdbc, ada.id(), ReviewRows.session(jdbc, ada.id(), before), before, "squat", 0, 50);
        sessions(jdbc, ben, 30, 30);
        RosterFilter squats = new RosterFilter("squat", 28, null, null);
        assertEquals(
                List.of("deadlift", "squat"),
                roster(jdbc).of(List.of(ada, ben), squats).exercises());
        assertEquals(List.of("deadlift"), roster(jdbc).of(List.of(ben), ALL).exercises(), "of those looked at alone");
        assertEquals(List.of(), roster(jdbc).of(List.of(), ALL).exercises());
    }

    @Test
    void aSenselessFilterIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RosterFilter(null, 0, null, null));
        assertThrows(IllegalArgumentException.class, () -> new RosterFilter(null, 400, null, null));
        assertThrows(IllegalArgumentException.class, () -> new RosterFilter(null, 28, 100.0, 90.0));
    }
}
