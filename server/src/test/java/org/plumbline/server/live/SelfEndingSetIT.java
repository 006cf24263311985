package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.simulation.SessionScript;
import org.plumbline.core.simulation.SimulatedSession;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.training.NewSet;
import org.plumbline.server.training.SetSource;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.replay.ReplayLink;
import tools.jackson.databind.JsonNode;

/** Ten minutes in a gym: calibration, sets, and rests between them, streamed as if somebody wore the sensors. */
class SelfEndingSetIT {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final SessionScript SESSION = SessionScript.realistic("deadlift", 10, 5);

    private final Visitor visitor = SERVER.joined(Role.LIFTER);
    private final Person lifter = SERVER.personOf(visitor);

    @Test
    void aLiveSetEndsByItselfWhenNobodyLiftsAnyMoreAndSaysSo() throws LinkException {
        LiveSet set = run(SetSource.SIMULATED);
        assertEquals("ended", set.snapshot().stage());
        List<String> messages = set.snapshot().messages();
        assertEquals(
                1,
                messages.stream()
                        .filter(message -> message.startsWith("The set ended by itself"))
                        .count(),
                messages.toString());
        assertEquals("finished", stateOf(set));
        int counted = set.snapshot().repetitions().size();
        assertTrue(counted >= 1 && counted < 20, "the first set only: " + counted);
        assertTrue(visitor.page("/sets/" + set.id()).body().contains("The set ended by itself"), "the log says so too");

        LiveSet replay = run(SetSource.REPLAY);
        assertTrue(
                replay.snapshot().repetitions().size() > counted,
                "a replay ends with its recording, however many sets are in it");
        assertFalse(replay.snapshot().messages().toString().contains("ended by itself"));
    }

    private LiveSet run(SetSource source) throws LinkException {
        SimulatedWearable wearable = new SimulatedSession(SESSION).wearable();
        RecordingHeader header =
                new RecordingHeader("Session", "deadlift", null, null, wearable.sensors(), List.of(), Map.of());
        NewSet plan = new NewSet("deadlift", "Session", source, false, true, null, header);
        ReplayLink link = new ReplayLink(wearable.sensors(), () -> wearable::next, Double.POSITIVE_INFINITY);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> SERVER.bean(LiveSets.class)
                        .newestOf(lifter.id())
                        .map(LiveSet::isOver)
                        .orElse(true));
        LiveSet set = SERVER.bean(LiveSets.class).start(lifter, plan, link, () -> {});
        assertTrue(set.awaitOver(Duration.ofSeconds(90)), "it ends");
        return set;
    }

    private String stateOf(LiveSet set) {
        for (JsonNode line : visitor.json("/api/sets?limit=200")) {
            if (line.get("id").asString().equals(set.id().toString())) {
                return line.get("state").asString();
            }
        }
        return "gone";
    }
}
