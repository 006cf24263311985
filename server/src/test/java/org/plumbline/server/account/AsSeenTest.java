package org.plumbline.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.plumbline.server.support.BothDatabases;
import org.plumbline.server.support.SamplePeople;
import org.plumbline.server.support.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is written in the place of what its author has seen. */
class AsSeenTest {
    @BothDatabases
    void whoComesWhileAnotherWritesWaitsAndOverwritesNothing(TestDatabase database) throws InterruptedException {
        JdbcClient jdbc = database.jdbc();
        AsSeen seen = new AsSeen(jdbc, database.transaction());
        UUID ada = SamplePeople.add(jdbc, "Ada");
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);

        CompletableFuture<String> first =
                CompletableFuture.supplyAsync(() -> seen.write(ada, () -> name(jdbc, ada), "Ada"::equals, before -> {
                    writing.countDown();
                    await(goOn);
                    return rename(jdbc, ada, "Ada L.");
                }));
        writing.await();
        CompletableFuture<String> second = CompletableFuture.supplyAsync(
                () -> seen.write(ada, () -> name(jdbc, ada), "Ada"::equals, before -> rename(jdbc, ada, "Countess")));
        assertThrows(TimeoutException.class, () -> second.get(300, TimeUnit.MILLISECONDS), "it waits");
        goOn.countDown();

        assertEquals("Ada L.", first.join());
        CompletionException refused = assertThrows(CompletionException.class, second::join);
        assertEquals(AsSeen.ChangedException.class, refused.getCause().getClass());
        assertEquals("Ada L.", name(jdbc, ada));
    }

    @BothDatabases
    void ofTwoWhoWriteWhereNothingStoodOneIsToldSo(TestDatabase database) {
        JdbcClient jdbc = database.jdbc();
        AsSeen seen = new AsSeen(jdbc, database.transaction());
        insert(jdbc, "first");

        assertThrows(
                AsSeen.ChangedException.class,
                () -> seen.write(() -> {}, () -> "nothing", "nothing"::equals, before -> insert(jdbc, "second")));
    }

    private static String insert(JdbcClient jdbc, String content) {
        jdbc.sql("insert into setting (name, content) values ('word', :content)")
                .param("content", content)
                .update();
        return content;
    }

    private static String name(JdbcClient jdbc, UUID person) {
        return jdbc.sql("select name from person where id = :id")
                .param("id", person)
                .query(String.class)
                .single();
    }

    private static String rename(JdbcClient jdbc, UUID person, String name) {
        jdbc.sql("update person set name = :name where id = :id")
                .param("name", name)
                .param("id", person)
                .update();
        return name;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
