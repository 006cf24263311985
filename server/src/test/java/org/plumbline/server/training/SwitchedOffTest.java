package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.plumbline.core.form.FormRule;
import org.plumbline.server.account.AsSeen;
import org.plumbline.server.support.BothDatabases;
import org.plumbline.server.support.SamplePeople;
import org.plumbline.server.support.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds once a rule that was switched off is switched on again. */
class SwitchedOffTest {
    private static final String DEADLIFT = "deadlift";
    private static final LimitValue OFF = LimitValue.off(FormRule.ROUNDING);

    @BothDatabases
    void aRuleSwitchedOffTwiceIsAsItWasBeforeOnceItIsSwitchedOnAgain(TestDatabase database) {
        JdbcClient jdbc = database.jdbc();
        UUID coach = SamplePeople.add(jdbc, "Cora");
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        PersonalLimits limits = new PersonalLimits(
                new PersonalLimitRepository(jdbc), new AsSeen(jdbc, database.transaction()), Clock.systemUTC());
        LimitValue levels = LimitValue.levels(FormRule.ROUNDING, 9.0, 11.0, 15.0, Capacity.COACH);
        limits.set(coach, Capacity.COACH, lifter, DEADLIFT, levels, "Tall, long arms");
        limits.set(coach, Capacity.COACH, lifter, DEADLIFT, OFF, null);
        UUID again =
                limits.set(lifter, Capacity.LIFTER, lifter, DEADLIFT, OFF, null).id();

        assertTrue(limits.end(lifter, Capacity.LIFTER, lifter, again));
        List<PersonalLimit> standing = limits.standing(lifter, DEADLIFT);
        assertEquals(1, standing.size(), standing.toString());
        assertEquals(11, standing.get(0).value().levels().caution(), "what stood before");
        assertEquals("Ada", standing.get(0).setBy());
        assertNull(standing.get(0).reason(), "the coach's reason is not the lifter's");
    }

    @BothDatabases
    void aRuleSwitchedOffTwiceInPlaceOfTheDefaultIsAtTheDefaultAgain(TestDatabase database) {
        JdbcClient jdbc = database.jdbc();
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        PersonalLimits limits = new PersonalLimits(
                new PersonalLimitRepository(jdbc), new AsSeen(jdbc, database.transaction()), Clock.systemUTC());
        limits.set(lifter, Capacity.LIFTER, lifter, DEADLIFT, OFF, null);
        UUID again =
                limits.set(lifter, Capacity.LIFTER, lifter, DEADLIFT, OFF, null).id();

        assertTrue(limits.end(lifter, Capacity.LIFTER, lifter, again));
        assertEquals(List.of(), limits.standing(lifter, DEADLIFT));
    }
}
