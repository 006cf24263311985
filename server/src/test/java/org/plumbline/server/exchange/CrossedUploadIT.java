package org.plumbline.server.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.People;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody is erased while a recording of theirs is read. */
class CrossedUploadIT {
    private static final RunningServer SERVER = RunningServer.shared();

    @Test
    void anUploadWhosePersonIsErasedIsToldThatAndNotOfADatabase() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        UUID person = SERVER.personOf(lifter).id();
        byte[] recording = RecordedSets.of("deadlift", 150, 5, 100.0);
        CompletableFuture<HttpResponse<String>> uploaded =
                CompletableFuture.supplyAsync(() -> lifter.upload("/api/recordings", "set.csv", recording));
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofSeconds(30))
                .until(() -> runs(person));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> isErased(person));

        HttpResponse<String> answer = uploaded.join();
        assertEquals(409, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("its set was deleted, or the account it was for"), answer.body());
    }

    private static boolean isErased(UUID person) {
        try {
            SERVER.bean(People.class).erase(person);
            return true;
        } catch (ConcurrencyFailureException written) {
            return false;
        }
    }

    private static boolean runs(UUID person) {
        return SERVER.bean(JdbcClient.class)
                        .sql("select count(*) from training_set where lifter_id = :person")
                        .param("person", person)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
