package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.support.WatchingScreen;

/** A lifter reads of themselves, whoever watches them reads of somebody else. */
class WatcherWordsIT {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final Pattern TO_THE_LIFTER = Pattern.compile("(?i)\\byour\\b");

    @Test
    void aWatchingCoachIsNotCalledYouWhateverIsFoundInTheSet() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        Visitor coach = SERVER.joined(Role.COACH);
        SERVER.share(lifter, coach, RecordKind.FORM);
        try (WatchingScreen own = WatchingScreen.open(lifter)) {
            String set = RunningServer.parse(lifter.post(
                                    "/api/live",
                                    "{\"exercise\":\"deadlift\",\"repetitions\":8,\"seed\":17,\"driftDegPerRepetition\":4}")
                            .body())
                    .get("set")
                    .asString();
            try (WatchingScreen watching = WatchingScreen.open(coach, set)) {
                own.awaitStage(set, "ended");
                watching.awaitStage(set, "ended");

                String toLifter = own.events().toString();
                String toCoach = watching.events().toString();
                assertTrue(toLifter.contains("above your first reps"), toLifter);
                assertTrue(toCoach.contains("above their first reps"), toCoach);
                assertFalse(TO_THE_LIFTER.matcher(toCoach).find(), toCoach);
            }
            String asked = coach.json("/api/live/" + set).toString();
            assertTrue(asked.contains("above their first reps"), asked);
            String page = coach.page("/live?set=" + set).body();
            assertFalse(page.contains("above your first reps"), page);
            assertTrue(lifter.json("/api/live/" + set).toString().contains("above your first reps"));
        }
    }
}
