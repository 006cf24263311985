package org.plumbline.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.server.support.DatabaseKind;
import org.plumbline.server.support.TestDatabase;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ErasedPagesTest {
    @TempDir
    Path data;

    @Test
    void atTheStopOfAServerWhoseDatabaseDoesNotAnswerNothingIsSaid() {
        DriverManagerDataSource closed =
                new DriverManagerDataSource("jdbc:h2:file:" + data.resolve("none") + ";IFEXISTS=TRUE");
        assertEquals(List.of(), warningsOf(new ErasedPages(closed, new Settings(JdbcClient.create(closed)), data)));
    }

    @Test
    void aStopDoesNotWaitForGoodForADatabaseThatDoesNotComeBack() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CompletableFuture<Thread> waiting = new CompletableFuture<>();
        DataSource hanging = new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                waiting.complete(Thread.currentThread());
                try {
                    never.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                throw new SQLException("the test is over");
            }

            @Override
            public Connection getConnection(String name, String password) throws SQLException {
                return getConnection();
            }
        };
        try (TestDatabase database = TestDatabase.migrated(DatabaseKind.H2)) {
            Settings settings = new Settings(database.jdbc());
            ErasedPages pages = new ErasedPages(hanging, settings, data, Duration.ofMillis(100));
            pages.remember();
            List<String> said = warningsOf(pages);
            assertEquals(1, said.size(), said.toString());
            assertTrue(
                    said.get(0).contains("The server does not wait longer. It is tried at the next stop"), said.get(0));
            assertEquals("yes", settings.get("erased_pages").orElse(""));
        } finally {
            never.countDown();
            // what it says at its end is not for the test after this one
            waiting.get(10, TimeUnit.SECONDS).join();
        }
    }

    private static List<String> warningsOf(ErasedPages pages) {
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger(ErasedPages.class);
        heard.start();
        log.addAppender(heard);
        try {
            pages.write();
        } finally {
            log.detachAppender(heard);
        }
        return heard.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
