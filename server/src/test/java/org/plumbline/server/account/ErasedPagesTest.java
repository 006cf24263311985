package org.plumbline.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ErasedPagesTest {
    @TempDir
    Path data;

    @Test
    void atTheStopOfAServerWhoseDatabaseDoesNotAnswerNothingIsSaid() {
        DriverManagerDataSource closed =
                new DriverManagerDataSource("jdbc:h2:file:" + data.resolve("none") + ";IFEXISTS=TRUE");
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger(ErasedPages.class);
        heard.start();
        log.addAppender(heard);
        try {
            new ErasedPages(closed, new Settings(JdbcClient.create(closed)), data).write();
        } finally {
            log.detachAppender(heard);
        }
        assertEquals(
                List.of(),
                heard.list.stream()
                        .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                        .toList());
    }
}
