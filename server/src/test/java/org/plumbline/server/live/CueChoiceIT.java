package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import tools.jackson.databind.JsonNode;

/** How a person is spoken to, as programs choose it. */
class CueChoiceIT {
    private static final RunningServer SERVER = RunningServer.shared();

    @Test
    void cuesAreRememberedPerPerson() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        assertEquals("bandwidth", lifter.json("/api/live/cues").get("mode").asString());
        lifter.put("/api/live/cues", "{\"mode\":\"silent\",\"restS\":90}");
        lifter.put("/api/live/cues", "{\"silenced\":true}");
        JsonNode cues = lifter.json("/api/live/cues");
        assertEquals("silent", cues.get("mode").asString());
        assertEquals(90, cues.get("restS").asInt());
        assertTrue(cues.get("silenced").asBoolean());
        assertEquals(0, cues.get("share").asDouble());
        assertFalse(SERVER.joined(Role.LIFTER)
                .json("/api/live/cues")
                .get("silenced")
                .asBoolean());
        assertEquals(400, lifter.put("/api/live/cues", "{\"mode\":\"loud\"}").statusCode());
    }

    @Test
    void whatFollowsFromTheModeIsNotSetWithoutAWord() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        HttpResponse<String> share = lifter.put("/api/live/cues", "{\"mode\":\"silent\",\"share\":0.5}");
        assertEquals(400, share.statusCode());
        assertTrue(share.body().contains("share follows from the mode"), share.body());
        JsonNode cues = lifter.json("/api/live/cues");
        assertEquals("bandwidth", cues.get("mode").asString(), "nothing of it was taken");
        assertEquals(200, lifter.put("/api/live/cues", cues.toString()).statusCode(), "an answer may be sent back");
    }

    @Test
    void aSetThatIsNotThereHasNoCues() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        Visitor other = SERVER.joined(Role.LIFTER);
        String theirs = RunningServer.parse(
                        other.post("/api/live", "{\"repetitions\":2}").body())
                .get("set")
                .asString();
        for (String set : List.of(UUID.randomUUID().toString(), theirs)) {
            assertEquals(404, lifter.get("/api/live/cues?set=" + set).statusCode());
            assertEquals(
                    404,
                    lifter.put("/api/live/cues?set=" + set, "{\"mode\":\"silent\"}")
                            .statusCode());
        }
        assertEquals("bandwidth", lifter.json("/api/live/cues").get("mode").asString());
        assertEquals(200, other.get("/api/live/cues?set=" + theirs).statusCode());
        Visitor coach = SERVER.joined(Role.COACH);
        SERVER.share(other, coach, RecordKind.FORM);
        assertEquals(200, coach.get("/api/live/cues?set=" + theirs).statusCode(), "who watches may");
        other.post("/api/live/" + theirs + "/stop", "");
    }
}
