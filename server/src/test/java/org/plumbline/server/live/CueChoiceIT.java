package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
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
}
