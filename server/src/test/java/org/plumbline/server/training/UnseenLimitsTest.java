package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.plumbline.core.form.FormRule;
import org.plumbline.server.support.BothDatabases;
import org.plumbline.server.support.SamplePeople;
import org.plumbline.server.support.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which changes of their limits a lifter has seen. */
class UnseenLimitsTest {
    private static final Instant FIRST = Instant.parse("2026-03-02T17:00:00.000001Z");

    @BothDatabases
    void whatIsChangedWhileTheyReadIsNotSeen(TestDatabase database) {
        JdbcClient jdbc = database.jdbc();
        PersonalLimitRepository repository = new PersonalLimitRepository(jdbc);
        UnseenLimits limits = new UnseenLimits(repository);
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        UUID coach = SamplePeople.add(jdbc, "Ben");
        PersonalLimit first = limit(lifter, FormRule.ROUNDING, FIRST);
        repository.insert(first, coach);
        Instant shown = limits.of(lifter).get(0).at();

        repository.insert(limit(lifter, FormRule.TWIST, FIRST.plusMillis(5)), coach);
        repository.end(lifter, first.id(), Capacity.COACH, coach, FIRST.plusMillis(6));
        limits.seen(lifter, "deadlift", shown);
        assertEquals(
                List.of(FIRST.plusMillis(6), FIRST.plusMillis(5)),
                limits.of(lifter).stream().map(LimitChange::at).toList());

        limits.seen(lifter, "deadlift", FIRST.plusMillis(6));
        assertEquals(List.of(), limits.of(lifter));
        limits.seen(lifter, "deadlift", shown);
        assertEquals(List.of(), limits.of(lifter), "an older page that comes later changes nothing");
    }

    private static PersonalLimit limit(UUID lifter, FormRule rule, Instant at) {
        LimitValue value = LimitValue.levels(rule, 3.0, 5.0, null, Capacity.COACH);
        return new PersonalLimit(UUID.randomUUID(), lifter, "deadlift", value, Capacity.COACH, null, at, null, null);
    }
}
