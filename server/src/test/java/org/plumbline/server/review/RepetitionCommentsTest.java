package org.plumbline.server.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.account.Person;
import org.plumbline.server.support.BothDatabases;
import org.plumbline.server.support.SamplePeople;
import org.springframework.jdbc.core.simple.JdbcClient;

class RepetitionCommentsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");

    private static RepetitionComments at(JdbcClient jdbc, Instant now) {
        return new RepetitionComments(new RepetitionCommentRepository(jdbc), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Person person(JdbcClient jdbc, String name) {
        return new Person(SamplePeople.add(jdbc, name), name, LoadUnit.KG, Set.of(), false);
    }

    private static List<String> said(RepetitionComments comments, UUID set) {
        return comments.of(set).stream().map(RepetitionComment::content).toList();
    }

    @BothDatabases
    void onlyTheAuthorChangesACommentAndADeletedOneCanBeBroughtBackForADay(JdbcClient jdbc) {
        Person ada = person(jdbc, "Ada");
        Person cora = person(jdbc, "Cora");
        UUID set = ReviewRows.set(jdbc, ada.id(), NOW, 1, 40);
        RepetitionComments comments = at(jdbc, NOW);
        RepetitionComment first = comments.write(set, 4.5, cora, " Brace first. ");
        at(jdbc, NOW.plusSeconds(60)).write(set, 4.5, ada, "I will.");
        assertEquals(List.of("Brace first.", "I will."), said(comments, set));

        assertFalse(comments.edit(first.id(), ada, "No."));
        assertTrue(comments.edit(first.id(), cora, "Brace, then pull."));
        assertNotNull(comments.find(first.id()).orElseThrow().editedAt());

        assertFalse(comments.delete(first.id(), ada));
        assertTrue(comments.delete(first.id(), cora));
        assertEquals(List.of("I will."), said(comments, set));
        assertFalse(comments.restore(first.id(), set, ada));
        assertTrue(comments.restore(first.id(), set, cora));
        assertEquals(2, comments.of(set).size());

        comments.delete(first.id(), cora);
        at(jdbc, NOW.plus(Duration.ofHours(25))).write(set, 4.5, ada, "Later.");
        assertFalse(comments.restore(first.id(), set, cora), "after a day it is gone for good");
    }

    @BothDatabases
    void whatSomebodyElseWroteWaitsUntilTheLifterHasSeenIt(JdbcClient jdbc) {
        Person ada = person(jdbc, "Ada");
        Person cora = person(jdbc, "Cora");
        UUID set = ReviewRows.set(jdbc, ada.id(), NOW, 1, 40);
        RepetitionComments comments = at(jdbc, NOW);
        comments.write(set, 4.5, ada, "My own.");
        RepetitionComment coras = comments.write(set, 4.5, cora, "Brace first.");

        assertEquals(
                List.of(coras.id()),
                comments.unseen(ada.id()).stream().map(RepetitionComment::id).toList());
        assertEquals(List.of(), comments.unseen(cora.id()), "nothing waits for who wrote it");
        comments.seen(ada, comments.of(set));
        assertEquals(List.of(), comments.unseen(ada.id()));
    }

    @BothDatabases
    void aCommentHasWordsAndNotTooMany(JdbcClient jdbc) {
        Person ada = person(jdbc, "Ada");
        UUID set = ReviewRows.set(jdbc, ada.id(), NOW, 1, 40);
        RepetitionComments comments = at(jdbc, NOW);
        assertThrows(IllegalArgumentException.class, () -> comments.write(set, 1, ada, "  "));
        assertThrows(IllegalArgumentException.class, () -> comments.write(set, 1, ada, null));
        assertThrows(
                IllegalArgumentException.class,
                () -> comments.write(set, 1, ada, "x".repeat(RepetitionComments.LONGEST + 1)));
        assertEquals(List.of(), comments.of(set));
    }

    @BothDatabases
    void whatAPersonWroteGoesWithThem(JdbcClient jdbc) {
        Person ada = person(jdbc, "Ada");
        Person cora = person(jdbc, "Cora");
        UUID set = ReviewRows.set(jdbc, ada.id(), NOW, 1, 40);
        RepetitionComments comments = at(jdbc, NOW);
        comments.write(set, 4.5, cora, "Brace first.");
        jdbc.sql("delete from person where id = :id").param("id", cora.id()).update();
        assertEquals(List.of(), comments.of(set));
    }
}
