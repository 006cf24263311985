package org.plumbline.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.server.support.BothDatabases;
import org.plumbline.server.support.SamplePeople;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People, shares, reads, links, tokens and settings in SQL. */
class AccountRepositoriesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00.123456Z");

    @BothDatabases
    void aPersonIsFoundByTheirEMailHoweverItIsWritten(JdbcClient jdbc) {
        PersonRepository people = people(jdbc);
        Person ada = person("Ada", Role.LIFTER, Role.COACH);
        people.insert(ada, " Ada@Example.org ", "hash", null);
        assertEquals(Optional.of(ada), people.find(ada.id()));
        assertEquals(Optional.of(ada), people.active(ada.id()));
        assertEquals(
                new Credentials(ada.id(), "hash", false),
                people.credentials("ADA@example.org").orElseThrow());
        assertTrue(people.emailTaken("ada@EXAMPLE.org"));
        assertThrows(
                DataIntegrityViolationException.class,
                () -> people.insert(person("Another"), "ada@example.org", "hash", null));
    }

    @BothDatabases
    void aClosedAccountIsNobodyWhoCouldSignIn(JdbcClient jdbc) {
        PersonRepository people = people(jdbc);
        Person ada = person("Ada", Role.ADMINISTRATOR);
        people.insert(ada, "ada@example.org", "hash", null);
        assertEquals(1, people.activeAdministrators());
        people.setDisabled(ada.id(), true);
        assertEquals(0, people.activeAdministrators());
        assertEquals(Optional.empty(), people.active(ada.id()));
        assertTrue(people.credentials("ada@example.org").orElseThrow().disabled());
        people.setDisabled(ada.id(), false);
        assertEquals(Optional.of(ada), people.active(ada.id()));
    }

    @BothDatabases
    void whatAPersonChangesIsKept(JdbcClient jdbc) {
        PersonRepository people = people(jdbc);
        Person ada = person("Ada", Role.LIFTER);
        people.insert(ada, "ada@example.org", "hash", "Her mother");
        String mark = people.passwordMark(ada.id());
        people.setName(ada.id(), "Ada Lovelace");
        people.setLoadUnit(ada.id(), LoadUnit.LB);
        people.setRoles(ada.id(), Set.of(Role.COACH, Role.LIFTER));
        people.setPassword(ada.id(), "another");
        assertEquals(
                new Person(ada.id(), "Ada Lovelace", LoadUnit.LB, Set.of(Role.LIFTER, Role.COACH), false),
                people.find(ada.id()).orElseThrow());
        assertNotEquals(mark, people.passwordMark(ada.id()));
    }

    @BothDatabases
    void accountsStandByNameAndSamplesAreNotAmongThem(JdbcClient jdbc) {
        PersonRepository people = people(jdbc);
        people.insert(person("ben", Role.LIFTER), "ben@example.org", "hash", null);
        people.insert(person("Ada", Role.LIFTER), "ada@example.org", "hash", null);
        Person sample = new Person(UUID.randomUUID(), "Sam", LoadUnit.KG, Set.of(Role.LIFTER), true);
        people.insert(sample, null, null, null);
        assertEquals(
                List.of("Ada", "ben"),
                people.accounts(10, 0).stream()
                        .map(account -> account.person().name())
                        .toList());
        assertEquals(1, people.accounts(10, 1).size());
        assertEquals(List.of(sample), people.withRole(Set.of(Role.LIFTER), true));
        people.deleteSamples();
        assertEquals(List.of(), people.withRole(Set.of(Role.LIFTER), true));
        assertEquals(2, people.withRole(Set.of(Role.LIFTER), false).size());
    }

    @BothDatabases
    void aShareIsOfOneKindForOneViewerUntilItIsRevoked(JdbcClient jdbc) {
        RecordShareRepository shares = new RecordShareRepository(jdbc, at(NOW));
        UUID ada = SamplePeople.add(jdbc, "Ada");
        UUID coach = SamplePeople.add(jdbc, "Coach");
        UUID other = SamplePeople.add(jdbc, "Other");
        shares.grant(ada, coach, RecordKind.FORM);
        shares.grant(ada, coach, RecordKind.FORM);
        assertTrue(shares.isShared(ada, coach, RecordKind.FORM));
        assertFalse(shares.isShared(ada, coach, RecordKind.PAIN));
        assertFalse(shares.isShared(ada, other, RecordKind.FORM));
        assertFalse(shares.isShared(coach, ada, RecordKind.FORM));
        assertEquals(List.of(new Share(coach, RecordKind.FORM, NOW)), shares.sharesOf(ada));
        assertEquals(
                List.of(ada),
                shares.owners(coach, RecordKind.FORM).stream().map(Person::id).toList());

        shares.revoke(ada, coach, RecordKind.FORM);
        assertFalse(shares.isShared(ada, coach, RecordKind.FORM));
        assertEquals(List.of(), shares.sharesOf(ada));
        assertEquals(List.of(), shares.owners(coach, RecordKind.FORM));
        assertEquals(1, count(jdbc, "record_share"), "that it was shared once stays on record");
    }

    @BothDatabases
    void readsStandNewestFirstAndOutliveTheReader(JdbcClient jdbc) {
        UUID ada = SamplePeople.add(jdbc, "Ada");
        UUID coach = SamplePeople.add(jdbc, "Coach");
        new RecordReadRepository(jdbc, at(NOW)).add(ada, coach, "set");
        new RecordReadRepository(jdbc, at(NOW)).add(ada, coach, "set");
        new RecordReadRepository(jdbc, at(NOW.plusSeconds(1))).add(ada, coach, "progress");
        RecordReadRepository reads = new RecordReadRepository(jdbc, at(NOW));
        assertEquals(
                List.of(
                        new RecordRead("Coach", "progress", NOW.plusSeconds(1), 1),
                        new RecordRead("Coach", "set", NOW, 2)),
                reads.readsOf(ada, 10, 0));
        assertEquals(1, reads.readsOf(ada, 1, 1).size());

        people(jdbc).delete(coach);
        assertEquals(
                new RecordRead(null, "set", NOW, 2), reads.readsOf(ada, 10, 1).get(0));
        people(jdbc).delete(ada);
        assertEquals(0, count(jdbc, "record_read"));
    }

    @BothDatabases
    void aLinkOpensOnceAndNotForEver(JdbcClient jdbc) {
        OneTimeLink invitation =
                new OneTimeLink(OneTimeLink.Purpose.INVITATION, null, Set.of(Role.LIFTER), SamplePeople.add(jdbc, "A"));
        links(jdbc, NOW).insert("one", invitation, Duration.ofDays(7));
        assertEquals(Optional.of(invitation), links(jdbc, NOW).open("one"));
        assertEquals(Optional.empty(), links(jdbc, NOW.plus(Duration.ofDays(8))).open("one"));
        assertFalse(links(jdbc, NOW.plus(Duration.ofDays(8))).use("one"));
        assertTrue(links(jdbc, NOW).use("one"));
        assertFalse(links(jdbc, NOW).use("one"));
        assertEquals(Optional.empty(), links(jdbc, NOW).open("one"));
    }

    @BothDatabases
    void aNewLinkWithdrawsThoseOfTheSameKindAndPerson(JdbcClient jdbc) {
        UUID ada = SamplePeople.add(jdbc, "Ada");
        OneTimeLink first = new OneTimeLink(OneTimeLink.Purpose.ADMINISTRATOR, null, Set.of(Role.ADMINISTRATOR), null);
        OneTimeLink reset = new OneTimeLink(OneTimeLink.Purpose.RESET, ada, Set.of(), ada);
        links(jdbc, NOW).insert("first", first, Duration.ofDays(1));
        links(jdbc, NOW).insert("reset", reset, Duration.ofDays(1));
        links(jdbc, NOW).withdraw(first);
        assertEquals(Optional.empty(), links(jdbc, NOW).open("first"));
        assertEquals(Optional.of(reset), links(jdbc, NOW).open("reset"));
        links(jdbc, NOW).withdraw(reset);
        assertEquals(Optional.empty(), links(jdbc, NOW).open("reset"));
    }

    @BothDatabases
    void anOpenInvitationIsListedAndWithdrawnByWhoMadeItAndByNobodyElse(JdbcClient jdbc) {
        UUID cora = SamplePeople.add(jdbc, "Cora");
        UUID ines = SamplePeople.add(jdbc, "Ines");
        OneTimeLink invitation = new OneTimeLink(OneTimeLink.Purpose.INVITATION, null, Set.of(Role.LIFTER), cora);
        OneTimeLinkRepository links = links(jdbc, NOW);
        links.insert("of-cora", invitation, Duration.ofDays(7));
        links.insert("a-reset", new OneTimeLink(OneTimeLink.Purpose.RESET, ines, Set.of(), cora), Duration.ofDays(1));

        assertEquals(
                List.of(new OpenInvitation("of-cora", Set.of(Role.LIFTER), "Cora", NOW, NOW.plus(Duration.ofDays(7)))),
                links.invitations(cora, 10));
        assertEquals(List.of(), links.invitations(ines, 10));
        assertEquals(List.of(), links(jdbc, NOW.plus(Duration.ofDays(8))).invitations(cora, 10), "too old to open");

        assertFalse(links.withdrawInvitation("of-cora", ines));
        assertFalse(links.withdrawInvitation("a-reset", cora), "a reset is no invitation");
        assertTrue(links.withdrawInvitation("of-cora", cora));
        assertEquals(Optional.empty(), links.open("of-cora"));
    }

    @BothDatabases
    void aTokenIsItsOwnersAlone(JdbcClient jdbc) {
        UUID ada = SamplePeople.add(jdbc, "Ada");
        UUID ben = SamplePeople.add(jdbc, "Ben");
        UUID id = UUID.randomUUID();
        ApiTokenRepository tokens = new ApiTokenRepository(jdbc, at(NOW));
        tokens.insert(id, ada, "watch", "hash", Set.of(ApiScope.READ, ApiScope.LIVE));
        ApiToken token = tokens.byHash("hash").orElseThrow();
        assertEquals(new ApiToken(id, ada, "watch", Set.of(ApiScope.READ, ApiScope.LIVE), NOW, null), token);
        tokens.used(token);
        assertEquals(NOW, tokens.of(ada).get(0).lastUsedAt());
        new ApiTokenRepository(jdbc, at(NOW.plusSeconds(60)))
                .used(tokens.of(ada).get(0));
        assertEquals(NOW, tokens.of(ada).get(0).lastUsedAt(), "noted once in a while");
        assertFalse(tokens.delete(ben, id));
        assertTrue(tokens.delete(ada, id));
        assertEquals(Optional.empty(), tokens.byHash("hash"));
    }

    @BothDatabases
    void aSettingIsWhatWasPutLast(JdbcClient jdbc) {
        Settings settings = new Settings(jdbc);
        assertEquals(Optional.empty(), settings.get("purpose"));
        settings.put("purpose", "gym");
        settings.put("purpose", "clinic");
        assertEquals(Optional.of("clinic"), settings.get("purpose"));
    }

    private static Person person(String name, Role... roles) {
        return new Person(UUID.randomUUID(), name, LoadUnit.KG, Set.of(roles), false);
    }

    private static PersonRepository people(JdbcClient jdbc) {
        return new PersonRepository(jdbc, at(NOW));
    }

    private static OneTimeLinkRepository links(JdbcClient jdbc, Instant now) {
        return new OneTimeLinkRepository(jdbc, at(now));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static int count(JdbcClient jdbc, String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
