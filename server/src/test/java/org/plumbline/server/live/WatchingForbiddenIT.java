package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.People;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.OnBothDatabases;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.support.WatchingScreen;

/** Who watches a set of somebody else and loses what lets them: their screen is closed at once, with a word. */
@OnBothDatabases
class WatchingForbiddenIT {
    private static final RunningServer SERVER = RunningServer.shared();

    /** On a busy machine; where nobody closes it, it stays open for good. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String FORBIDDEN = "1008 You may not watch this set any more.";

    private Visitor lifter;
    private Visitor coach;
    private String set;

    @BeforeEach
    void begin() {
        lifter = SERVER.joined(Role.LIFTER);
        coach = SERVER.joined(Role.COACH);
        SERVER.share(lifter, coach, RecordKind.FORM);
        set = RunningServer.parse(
                        lifter.post("/api/live", "{\"repetitions\":30}").body())
                .get("set")
                .asString();
    }

    @AfterEach
    void stop() {
        lifter.post("/api/live/" + set + "/stop", "");
    }

    @Test
    void theirPageShowsTheSetOfTheOtherWhileTheyMay() {
        String page = coach.page("/live?set=" + set).body();
        assertTrue(page.contains(SERVER.personOf(lifter).name()) && page.contains("data-watch=\"" + set + "\""), page);
        SERVER.share(lifter, coach);
        assertEquals(404, coach.page("/live?set=" + set).statusCode());
    }

    @Test
    void theShareIsTakenBack() {
        try (WatchingScreen screen = watching()) {
            SERVER.share(lifter, coach);
            assertEquals(FORBIDDEN, screen.awaitClosed(SOON));
        }
    }

    @Test
    void theRoleIsTakenAway() {
        try (WatchingScreen screen = watching()) {
            administer("roles", "{\"roles\":[\"lifter\"]}");
            assertEquals(FORBIDDEN, screen.awaitClosed(SOON));
        }
    }

    @Test
    void theAccountIsClosed() {
        try (WatchingScreen screen = watching()) {
            administer("closed", "{\"closed\":true}");
            assertEquals(FORBIDDEN, screen.awaitClosed(SOON));
        }
    }

    @Test
    void theAccountIsErased() {
        UUID id = SERVER.personOf(coach).id();
        try (WatchingScreen screen = watching()) {
            SERVER.bean(People.class).erase(id);
            assertEquals(FORBIDDEN, screen.awaitClosed(SOON));
        }
    }

    private void administer(String what, String json) {
        UUID id = SERVER.personOf(coach).id();
        assertEquals(
                204,
                SERVER.me()
                        .put("/api/administration/people/" + id + "/" + what, json)
                        .statusCode());
    }

    private WatchingScreen watching() {
        WatchingScreen screen = WatchingScreen.open(coach, set);
        screen.await(
                "snapshot", event -> event.get("snapshot").get("set").asString().equals(set));
        return screen;
    }
}
