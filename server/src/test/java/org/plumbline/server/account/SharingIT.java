package org.plumbline.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import tools.jackson.databind.JsonNode;

/** What a person lets others read, changed on one page and on two that were open at once. */
class SharingIT {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final String FORM = "/account/shares";

    @Test
    void aPageThatWasOpenBeforeAShareEndedDoesNotGiveItBack() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        Visitor coach = SERVER.joined(Role.COACH);
        UUID viewer = SERVER.personOf(coach).id();
        SERVER.share(lifter, coach, RecordKind.FORM, RecordKind.PAIN);
        String page = lifter.page("/account").body();
        assertTrue(page.contains("<input type=\"hidden\" name=\"shown\" value=\"" + viewer + ":pain\""), page);

        SERVER.share(lifter, coach, RecordKind.FORM);
        String opened = shown(viewer, "form", "pain") + ticked(viewer, "form", "pain");
        assertEquals(
                302, lifter.postForm(FORM, opened + ticked(viewer, "rehab")).statusCode());
        assertEquals("[\"form\",\"rehab\"]", kinds(lifter, viewer), "the plan is added, and pain stays one's own");
        assertEquals(302, lifter.postForm(FORM, shown(viewer, "form", "rehab")).statusCode());
        assertEquals(0, lifter.json("/api/account/shares").size(), "what is unticked ends");
    }

    @Test
    void oneSaveKeepsTheTicksOfEverybodyOnThePage() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        UUID coach = SERVER.personOf(SERVER.joined(Role.COACH)).id();
        UUID therapist = SERVER.personOf(SERVER.joined(Role.THERAPIST)).id();
        lifter.postForm(FORM, ticked(coach, "form"));
        String page = lifter.page("/account").body();
        String form = page.substring(page.indexOf("action=\"" + FORM + "\""));
        form = form.substring(0, form.indexOf("</form>"));
        assertTrue(
                form.contains("value=\"" + coach + ":form\"") && form.contains("value=\"" + therapist + ":rehab\""),
                "whom something is shared with and whom nothing is stand in one form: " + form);

        String ticks = ticked(coach, "form", "rehab") + ticked(therapist, "form", "pain");
        lifter.postForm(FORM, shown(coach, "form") + ticks);
        assertTrue(lifter.page("/account").body().contains("Saved. What is ticked here"), "it is said that it is kept");
        assertFalse(lifter.page("/account").body().contains("Saved. What is ticked here"), "once");
        assertEquals("[\"form\",\"rehab\"]", kinds(lifter, coach));
        assertEquals("[\"form\",\"pain\"]", kinds(lifter, therapist));
    }

    @Test
    void whatIsNoTickIsRefusedAndChangesNothing() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        UUID coach = SERVER.personOf(SERVER.joined(Role.COACH)).id();
        String good = ticked(coach, "form");
        assertEquals(400, lifter.postForm(FORM, good + ticked(coach, "secrets")).statusCode());
        assertEquals(400, lifter.postForm(FORM, good + "&kind=form").statusCode());
        UUID nobody = UUID.randomUUID();
        assertEquals(404, lifter.postForm(FORM, good + ticked(nobody, "form")).statusCode());
        assertEquals(0, lifter.json("/api/account/shares").size());
    }

    private static String shown(UUID viewer, String... kinds) {
        return fields("shown", viewer, kinds);
    }

    private static String ticked(UUID viewer, String... kinds) {
        return fields("kind", viewer, kinds);
    }

    private static String fields(String name, UUID viewer, String... kinds) {
        StringBuilder form = new StringBuilder();
        for (String kind : kinds) {
            form.append('&').append(name).append('=').append(viewer).append(':').append(kind);
        }
        return form.toString();
    }

    private static String kinds(Visitor lifter, UUID viewer) {
        for (JsonNode share : lifter.json("/api/account/shares")) {
            if (share.get("viewer").asString().equals(viewer.toString())) {
                return share.get("kinds").toString();
            }
        }
        return "nothing";
    }
}
