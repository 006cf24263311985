package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.OnBothDatabases;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.training.TrainingLog;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody begins a set at the moment in which their account is erased: nothing runs on for nobody. */
@OnBothDatabases
class ErasedAtTheStartIT {
    private static final RunningServer SERVER = RunningServer.shared();

    private final Visitor lifter = SERVER.joined(Role.LIFTER);
    private final LiveSets liveSets = SERVER.bean(LiveSets.class);

    @Test
    void aSetBegunWhileThePersonIsErasedEndsWithThem() {
        UUID person = SERVER.personOf(lifter).id();
        UUID[] begun = new UUID[1];
        SERVER.bean(TransactionTemplate.class).executeWithoutResult(erasing -> {
            SERVER.bean(ErasedLiveSets.class).erase(person);
            begun[0] = start();
            assertTrue(liveSets.find(begun[0]).isPresent());
        });
        // neither runs nor is shown to a screen, for which it would be there when it is over too
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> liveSets.find(begun[0]).isEmpty());
    }

    @Test
    void aSetWhoseRowsAreGoneEndsByItself() {
        UUID set = start();
        LiveSet running = liveSets.find(set).orElseThrow();
        SERVER.bean(TrainingLog.class).delete(set);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> running.endedAt() != null);
        HttpResponse<String> next = lifter.post("/api/live", "{\"repetitions\":2}");
        assertEquals(201, next.statusCode(), next.body());
        lifter.post("/api/live/" + RunningServer.parse(next.body()).get("set").asString() + "/stop", "");
    }

    private UUID start() {
        HttpResponse<String> started = lifter.post("/api/live", "{\"repetitions\":20,\"seed\":31}");
        assertEquals(201, started.statusCode(), started.body());
        return UUID.fromString(RunningServer.parse(started.body()).get("set").asString());
    }
}
