package org.plumbline.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.plumbline.server.support.BothDatabases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.server.ResponseStatusException;

/** What is written down of those who read and change the records of others. */
class RecordAccessTest {
    private final Clock clock = Clock.systemUTC();

    @BothDatabases
    void whatWasChangedIsNotedAlsoWhereTheShareEndedMeanwhile(JdbcClient jdbc) {
        RecordAccess access = access(jdbc);
        Person lifter = person(jdbc, "Ada", Role.LIFTER);
        Person coach = person(jdbc, "Ben", Role.COACH);
        assertThrows(ResponseStatusException.class, () -> access.read(coach, lifter.id(), RecordKind.FORM, "limits"));
        access.noteChange(coach, lifter.id(), "limits_changed");
        access.noteChange(lifter, lifter.id(), "limits_changed");
        List<RecordRead> seen = new RecordReadRepository(jdbc, clock).readsOf(lifter.id(), 10, 0);
        assertEquals(1, seen.size(), "what they change themselves is no news to them: " + seen);
        assertEquals("limits_changed", seen.get(0).what());
    }

    @BothDatabases
    void whatWasChangedOfSomebodyWhoIsGoneIsNoErrorOfWhoeverChangedIt(JdbcClient jdbc) {
        access(jdbc).noteChange(person(jdbc, "Ben", Role.COACH), UUID.randomUUID(), "limits_changed");
    }

    private RecordAccess access(JdbcClient jdbc) {
        return new RecordAccess(
                new PersonRepository(jdbc, clock),
                new RecordShareRepository(jdbc, clock),
                new RecordReadRepository(jdbc, clock));
    }

    private Person person(JdbcClient jdbc, String name, Role role) {
        Person person = new Person(UUID.randomUUID(), name, LoadUnit.KG, Set.of(role), false);
        new PersonRepository(jdbc, clock).insert(person, null, null, null);
        return person;
    }
}
