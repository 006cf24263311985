package org.plumbline.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.plumbline.server.support.AtOnce;
import org.plumbline.server.support.OnBothDatabases;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody is erased while something of theirs is being written. */
@OnBothDatabases
class CrossedErasureIT {
    private static final RunningServer SERVER = RunningServer.shared();

    @Test
    void anErasureThatIsCrossedByAWriteRemovesNothingAndSaysSo() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        Person person = SERVER.personOf(lifter);
        JdbcClient jdbc = SERVER.bean(JdbcClient.class);
        lifter.postForm("/log", "kind=walking&day=2026-01-05&minutes=20&note=");

        CompletableFuture<HttpResponse<String>> erased = SERVER.bean(TransactionTemplate.class)
                .execute(status -> {
                    jdbc.sql("select id from person where id = :id for update")
                            .param("id", person.id())
                            .query(UUID.class)
                            .single();
                    CompletableFuture<HttpResponse<String>> asked = CompletableFuture.supplyAsync(() -> lifter.postForm(
                            "/account/erase", "confirm=" + person.name().replace(" ", "+")));
                    Awaitility.await().atMost(10, TimeUnit.SECONDS).until(() -> AtOnce.waiting(jdbc) > 0);
                    jdbc.sql("insert into training_session (id, lifter_id, started_at) values (:id, :lifter, :now)")
                            .param("id", UUID.randomUUID())
                            .param("lifter", person.id())
                            .param("now", Instant.parse("2026-01-05T08:00:00Z").atOffset(ZoneOffset.UTC))
                            .update();
                    return asked;
                });
        HttpResponse<String> answer = erased.join();

        assertEquals(409, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("written at the same moment by another request"), answer.body());
        assertEquals(200, lifter.get("/api/me").statusCode(), "the account stands");
        assertEquals(
                1, lifter.json("/api/people/" + person.id() + "/activities").size(), "and all that is theirs");
        lifter.postForm("/account/erase", "confirm=" + person.name().replace(" ", "+"));
        assertEquals(401, lifter.get("/api/me").statusCode(), "once more, and it is done");
    }
}
