package org.plumbline.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

/** What a person lets others read, changed on two pages that were open at once. */
class SharingIT {
    private static final RunningServer SERVER = RunningServer.shared();

    @Test
    void aPageThatWasOpenBeforeAShareEndedDoesNotGiveItBack() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        Visitor coach = SERVER.joined(Role.COACH);
        SERVER.share(lifter, coach, RecordKind.FORM, RecordKind.PAIN);
        String page = lifter.page("/account").body();
        assertTrue(page.contains("<input type=\"hidden\" name=\"shown\" value=\"pain\""), page);

        SERVER.share(lifter, coach, RecordKind.FORM);
        String opened = "shown=&shown=form&shown=pain&kind=form&kind=pain";
        String path = "/account/shares/" + SERVER.personOf(coach).id();
        assertEquals(302, lifter.postForm(path, opened + "&kind=rehab").statusCode());
        assertEquals("[\"form\",\"rehab\"]", kinds(lifter), "the plan is added, and pain stays one's own");
        assertEquals(302, lifter.postForm(path, "shown=&shown=form&shown=rehab").statusCode());
        assertEquals(0, lifter.json("/api/account/shares").size(), "what is unticked ends");
    }

    private static String kinds(Visitor lifter) {
        return lifter.json("/api/account/shares").get(0).get("kinds").toString();
    }
}
