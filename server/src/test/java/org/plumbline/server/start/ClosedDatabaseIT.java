package org.plumbline.server.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The embedded database closes itself where memory runs out: whoever comes next opens it again, and health says no better. */
class ClosedDatabaseIT {
    private static final int PAGES = 20;

    @Test
    void aDatabaseThatClosedItselfIsOpenedAgainAndHealthIsNotUpWhileItIsClosed() {
        // whatever else this JVM serves stays open
        try (RunningServer server = RunningServer.start(
                "--plumbline.demo.enabled=false", "--spring.datasource.hikari.maximum-pool-size=4")) {
            Visitor me = server.me();
            for (String how : List.of("at rest", "in use")) {
                closeDatabase(server);
                if (how.equals("at rest")) {
                    // what was used a moment ago is not tried before it is used again
                    Awaitility.await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
                }
                List<String> seen = new ArrayList<>();
                for (int page = 0; page < PAGES; page++) {
                    int health = server.stranger().get("/actuator/health").statusCode();
                    HttpResponse<String> answer = me.page("/account");
                    seen.add(health + " " + answer.statusCode());
                }
                assertEquals("200 200", seen.get(PAGES - 1), how + ": " + seen);
                long refused =
                        seen.stream().filter(one -> !one.equals("200 200")).count();
                assertTrue(refused <= (how.equals("at rest") ? 0 : 4), how + ": " + seen);
            }
        }
    }

    /** As it does itself after an {@link OutOfMemoryError}. */
    private static void closeDatabase(RunningServer server) {
        JdbcClient jdbc = server.bean(JdbcClient.class);
        jdbc.sql("checkpoint sync").update();
        try {
            jdbc.sql("shutdown immediately").update();
        } catch (DataAccessException closed) {
            // that is what it says of itself
        }
    }
}
