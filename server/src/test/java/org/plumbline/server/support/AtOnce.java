package org.plumbline.server.support;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests that arrive at the same moment. */
public final class AtOnce {
    private AtOnce() {}

    /** What each of these was answered, in their order. */
    public static List<HttpResponse<String>> send(List<Supplier<HttpResponse<String>>> requests) {
        ExecutorService senders = Executors.newFixedThreadPool(requests.size());
        CountDownLatch go = new CountDownLatch(1);
        try {
            List<Future<HttpResponse<String>>> answers = requests.stream()
                    .map(request -> senders.submit(() -> {
                        go.await();
                        return request.get();
                    }))
                    .toList();
            go.countDown();
            return answers.stream().map(AtOnce::answer).toList();
        } finally {
            senders.shutdown();
        }
    }

    /** The same, let go once two of them wait to write of a person's record. */
    public static List<HttpResponse<String>> sendOf(
            RunningServer server, UUID person, List<Supplier<HttpResponse<String>>> requests) {
        JdbcClient jdbc = server.bean(JdbcClient.class);
        AtomicReference<CompletableFuture<List<HttpResponse<String>>>> sent = new AtomicReference<>();
        server.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            jdbc.sql("select id from person where id = :id for update")
                    .param("id", person)
                    .query(UUID.class)
                    .single();
            sent.set(CompletableFuture.supplyAsync(() -> send(requests)));
            Awaitility.await().until(() -> waiting(jdbc) > 1);
        });
        return sent.get().join();
    }

    /** How many wait for what somebody else holds in the database. */
    public static long waiting(JdbcClient jdbc) {
        return jdbc.sql(
                        DatabaseKind.chosen() == DatabaseKind.H2
                                ? "select count(*) from information_schema.sessions where blocker_id is not null"
                                : "select count(*) from pg_locks where not granted")
                .query(Long.class)
                .single();
    }

    private static HttpResponse<String> answer(Future<HttpResponse<String>> request) {
        try {
            return request.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }
}
