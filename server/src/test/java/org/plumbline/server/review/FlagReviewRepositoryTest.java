package org.plumbline.server.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.account.Person;
import org.plumbline.server.support.BothDatabases;
import org.plumbline.server.support.SamplePeople;
import org.springframework.jdbc.core.simple.JdbcClient;

class FlagReviewRepositoryTest {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static FormFlag rounding(double timeS) {
        return new FormFlag(
                FlagName.ROUNDING_UNDER_LOAD, 2, "flexionGainLoadedDeg", 12, 8, "deg", timeS, Confidence.HIGH, 4);
    }

    private static Person person(UUID id) {
        return new Person(id, "Cora", LoadUnit.KG, java.util.Set.of(), false);
    }

    @BothDatabases
    void aSetOfWhichARangeOfMotionWasReadWaitsForNobody(JdbcClient jdbc) {
        FlagReviews reviews = new FlagReviews(new FlagReviewRepository(jdbc), CLOCK);
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        UUID set = ReviewRows.set(jdbc, lifter, NOW.minusSeconds(3600), 1, 40);
        ReviewRows.repetition(jdbc, set, 1);
        ReviewRows.flag(jdbc, set, 1, 1, 2, 4.0);
        ReviewRows.flag(jdbc, set, 2, 1, 2, 8.0);
        reviews.judge(set, 1, rounding(8), person(SamplePeople.add(jdbc, "Cora")), ReviewReason.SEEN, null);
        assertEquals(1, reviews.queue(List.of(lifter), null, 10, 0).flags().size());
        assertEquals(1, reviews.labels(List.of(lifter)).size());

        jdbc.sql("insert into rehab_set (set_id) values (:set)")
                .param("set", set)
                .update();
        assertEquals(0, reviews.queue(List.of(lifter), null, 10, 0).flags().size());
        assertEquals(Map.of(), open(reviews, lifter, null));
        assertEquals(List.of(), reviews.labels(List.of(lifter)), "nor is it in the table of labels");
    }

    @BothDatabases
    void aFlagWaitsUntilSomebodyJudgesItAndComesBackWhenTheyTakeThatBack(JdbcClient jdbc) {
        FlagReviews reviews = new FlagReviews(new FlagReviewRepository(jdbc), CLOCK);
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        Person coach = person(SamplePeople.add(jdbc, "Cora"));
        UUID set = ReviewRows.set(jdbc, lifter, NOW.minusSeconds(3600), 2, 40);
        ReviewRows.repetition(jdbc, set, 1);
        ReviewRows.repetition(jdbc, set, 2);
        ReviewRows.flag(jdbc, set, 1, 1, 2, 4.0);
        ReviewRows.flag(jdbc, set, 2, 2, 3, 9.0);
        // notices, flags of the set as a whole and flags of what was no repetition in the end are nobody's work
        ReviewRows.flag(jdbc, set, 3, 2, 1, 9.5);
        ReviewRows.flag(jdbc, set, 4, 0, 3, 12.0);
        ReviewRows.flag(jdbc, set, 5, 7, 3, 20.0);

        assertEquals(
                List.of(1, 2),
                reviews.queue(List.of(lifter), null, 10, 0).flags().stream()
                        .map(OpenFlag::repetition)
                        .toList());

        FlagReview judged = reviews.judge(set, 1, rounding(4.02), coach, ReviewReason.SEEN, "  on video ");
        assertEquals("on video", judged.note());
        assertEquals(
                List.of(2),
                reviews.queue(List.of(lifter), null, 10, 0).flags().stream()
                        .map(OpenFlag::repetition)
                        .toList());
        assertEquals(Map.of(lifter, 1), open(reviews, lifter, null));
        // one of two flags judged leaves the repetition open
        ReviewRows.flag(jdbc, set, 6, 1, 2, 6.0);
        assertEquals(Map.of(lifter, 2), open(reviews, lifter, "deadlift"));
        assertEquals(Map.of(), open(reviews, lifter, "squat"));
        jdbc.sql("delete from form_flag where flag_number = 6").update();

        assertFalse(reviews.takeBack(judged.id(), set, person(lifter)), "only who said it takes it back");
        assertTrue(reviews.takeBack(judged.id(), set, coach));
        assertEquals(2, reviews.queue(List.of(lifter), null, 10, 0).flags().size());
    }

    @BothDatabases
    void whatWasSaidOfAFlagStandsWhereItsMomentIsAnotherOneNow(JdbcClient jdbc) {
        FlagReviews reviews = new FlagReviews(new FlagReviewRepository(jdbc), CLOCK);
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        UUID set = ReviewRows.set(jdbc, lifter, NOW.minusSeconds(3600), 1, 40);
        ReviewRows.repetition(jdbc, set, 1);
        ReviewRows.flag(jdbc, set, 1, 1, 2, 4.0);
        jdbc.sql("update form_flag set moment_s = 2.1").update();
        assertEquals(
                2.1,
                reviews.queue(List.of(lifter), null, 10, 0)
                        .flags()
                        .get(0)
                        .flag()
                        .timeS());
        reviews.judge(set, 1, rounding(4), person(SamplePeople.add(jdbc, "Cora")), ReviewReason.SEEN, null);
        assertEquals(List.of(), reviews.queue(List.of(lifter), null, 10, 0).flags());
    }

    @BothDatabases
    void theSecondWordOfAPersonOnAFlagTakesThePlaceOfTheFirst(JdbcClient jdbc) {
        FlagReviews reviews = new FlagReviews(new FlagReviewRepository(jdbc), CLOCK);
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        Person coach = person(SamplePeople.add(jdbc, "Cora"));
        UUID set = ReviewRows.set(jdbc, lifter, NOW, 1, 40);
        reviews.judge(set, 1, rounding(4), coach, ReviewReason.SEEN, null);
        reviews.judge(set, 1, rounding(4), coach, ReviewReason.SENSOR, null);
        assertEquals(
                List.of(ReviewReason.SENSOR),
                reviews.of(set).stream().map(FlagReview::reason).toList());
        assertEquals(1, reviews.labels(List.of(lifter)).size());
    }

    @BothDatabases
    void aJudgementAndACommentStayWhenWhoMadeThemLeaves(JdbcClient jdbc) {
        FlagReviewRepository repository = new FlagReviewRepository(jdbc);
        RepetitionCommentRepository written = new RepetitionCommentRepository(jdbc);
        FlagReviews reviews = new FlagReviews(repository, CLOCK);
        RepetitionComments comments = new RepetitionComments(written, CLOCK);
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        Person coach = person(SamplePeople.add(jdbc, "Cora"));
        UUID set = open(jdbc, lifter, NOW);
        reviews.judge(set, 1, rounding(4), coach, ReviewReason.SEEN, null);
        comments.write(set, 4, coach, "brace earlier");

        new ErasedReviews(written, repository).erase(coach.id());
        jdbc.sql("delete from person where id = :coach")
                .param("coach", coach.id())
                .update();
        assertEquals("Somebody who has left", reviews.of(set).get(0).reviewer());
        assertEquals("Somebody who has left", comments.of(set).get(0).author());
        assertEquals(1, reviews.labels(List.of(lifter)).size());
        assertEquals(List.of(), reviews.queue(List.of(lifter), null, 10, 0).flags(), "it stays judged");
    }

    @BothDatabases
    void theQueueHoldsOnlyTheLiftersAskedForNewestFirstAndPageByPage(JdbcClient jdbc) {
        FlagReviews reviews = new FlagReviews(new FlagReviewRepository(jdbc), CLOCK);
        UUID ada = SamplePeople.add(jdbc, "Ada");
        UUID ben = SamplePeople.add(jdbc, "Ben");
        UUID older = open(jdbc, ada, NOW.minusSeconds(7200));
        UUID newer = open(jdbc, ada, NOW.minusSeconds(3600));
        open(jdbc, ben, NOW);
        open(jdbc, ada, NOW.minus(FlagReviews.QUEUE_REACH).minusSeconds(60));

        FlagReviews.Page first = reviews.queue(List.of(ada), null, 1, 0);
        assertEquals(newer, first.flags().get(0).setId());
        assertTrue(first.more());
        FlagReviews.Page second = reviews.queue(List.of(ada), null, 1, 1);
        assertEquals(older, second.flags().get(0).setId());
        assertFalse(second.more());
        assertEquals(List.of(), reviews.queue(List.of(ada), "squat", 10, 0).flags());
        assertEquals(List.of(), reviews.queue(List.of(), null, 10, 0).flags());
    }

    @BothDatabases
    void nobodyIsAskedAboutWhatWasSimulatedButForTheSamplePeople(JdbcClient jdbc) {
        FlagReviews reviews = new FlagReviews(new FlagReviewRepository(jdbc), CLOCK);
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        UUID set = open(jdbc, lifter, NOW);
        jdbc.sql("update set_summary set simulated = true where set_id = :set")
                .param("set", set)
                .update();
        assertEquals(List.of(), reviews.queue(List.of(lifter), null, 10, 0).flags());
        assertEquals(Map.of(), open(reviews, lifter, null));

        jdbc.sql("update person set sample = true where id = :lifter")
                .param("lifter", lifter)
                .update();
        assertEquals(1, reviews.queue(List.of(lifter), null, 10, 0).flags().size());
        assertEquals(Map.of(lifter, 1), open(reviews, lifter, null));
    }

    @BothDatabases
    void whatOneMovementBrokeIsJudgedAndTakenBackAsOne(JdbcClient jdbc) {
        FlagReviews reviews = new FlagReviews(new FlagReviewRepository(jdbc), CLOCK);
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        Person coach = person(SamplePeople.add(jdbc, "Cora"));
        UUID set = open(jdbc, lifter, NOW);
        FormFlag prescribed =
                new FormFlag(FlagName.REHAB_LIMIT, 2, "flexionGainLoadedDeg", 12, 6, "deg", 4.1, Confidence.HIGH, 4);
        List<UUID> both =
                reviews.judgeAll(set, 1, List.of(rounding(4), prescribed), coach, ReviewReason.SEEN, null).stream()
                        .map(FlagReview::id)
                        .toList();
        assertEquals(2, reviews.of(set).size());
        assertFalse(reviews.takeBackAll(both, set, person(lifter)), "only who said it takes it back");
        assertTrue(reviews.takeBackAll(both, set, coach));
        assertEquals(List.of(), reviews.of(set));
    }

    @BothDatabases
    void thatALimitIsTooLowIsKeptOfTheLowestAndTheOtherIsAskedAboutStill(JdbcClient jdbc) {
        FlagReviews reviews = new FlagReviews(new FlagReviewRepository(jdbc), CLOCK);
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        Person coach = person(SamplePeople.add(jdbc, "Cora"));
        UUID set = open(jdbc, lifter, NOW);
        FormFlag own = rounding(4);
        FormFlag prescribed = new FormFlag(
                FlagName.REHAB_LIMIT,
                2,
                own.metric(),
                own.value(),
                own.limit() - 2,
                own.unit(),
                own.timeS(),
                Confidence.HIGH,
                4);
        List<FlagReview> judged =
                reviews.judgeAll(set, 1, List.of(own, prescribed), coach, ReviewReason.LIMIT_TOO_LOW, null);
        assertEquals(
                List.of("rehab_limit"), judged.stream().map(FlagReview::flag).toList());
        assertEquals(
                List.of(own.flag()),
                reviews.queue(List.of(lifter), null, 10, 0).flags().stream()
                        .map(open -> open.flag().flag())
                        .toList(),
                "nobody has said so of the higher limit");
    }

    private static Map<UUID, Integer> open(FlagReviews reviews, UUID lifter, @Nullable String exercise) {
        return reviews.openRepetitions(
                List.of(lifter), NOW.minusSeconds(7200), new RosterFilter(exercise, 28, null, null));
    }

    private static UUID open(JdbcClient jdbc, UUID lifter, Instant startedAt) {
        UUID set = ReviewRows.set(jdbc, lifter, startedAt, 1, 40);
        ReviewRows.repetition(jdbc, set, 1);
        ReviewRows.flag(jdbc, set, 1, 1, 2, 4);
        return set;
    }
}
