package org.plumbline.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.slf4j.LoggerFactory;

class ErasedPagesIT {
    private static final String NAME = "Quintessa Underhill";

    @TempDir
    Path data;

    @Test
    void theFileOfTheDatabaseForgetsWhoWasErasedOnceTheServerStops() throws IOException {
        try (RunningServer server = RunningServer.startIn(data)) {
            Visitor lifter = server.joined(Role.LIFTER);
            lifter.postForm("/account/name", "name=" + NAME.replace(' ', '+'));
        }
        assertTrue(mentioned(), "the scan finds her while she is there");
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        Logger all = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        try (RunningServer server = RunningServer.startIn(data)) {
            heard.start();
            all.addAppender(heard);
            Person person = server.bean(PersonRepository.class).accounts(10, 0).stream()
                    .map(Account::person)
                    .filter(one -> one.name().equals(NAME))
                    .findFirst()
                    .orElseThrow();
            server.bean(People.class).erase(person.id());
        }
        all.detachAppender(heard);
        assertFalse(mentioned(), "and not any more");
        assertEquals(
                List.of(),
                heard.list.stream()
                        .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                        .map(ILoggingEvent::getFormattedMessage)
                        .toList(),
                "that the database closed itself is no failure");
    }

    @Test
    void whereTheServerWasKilledWhileItWroteTheFileAnewTheNextOneDoesWhenItStops() throws IOException {
        Path unfinished = data.resolve("rewriting-database");
        try (RunningServer server = RunningServer.startIn(data)) {
            Visitor lifter = server.joined(Role.LIFTER);
            lifter.postForm("/account/name", "name=" + NAME.replace(' ', '+'));
            server.bean(People.class).erase(server.personOf(lifter).id());
            // as it stands in the midst of it
            server.bean(Settings.class).put("erased_pages", "no");
            Files.writeString(unfinished, "");
        }
        RunningServer.startIn(data).close();
        assertFalse(mentioned(), "nothing of her is in the file");
        assertFalse(Files.exists(unfinished), "and it is done");
    }

    @Test
    void whoeverWritesSetsIsDoneBeforeTheFileIsWrittenAnew() {
        try (RunningServer server = RunningServer.startIn(data)) {
            List<String> writers = server.destroyedBefore("erasedPages");
            assertTrue(writers.containsAll(List.of("chunkWriter", "setStore")), writers.toString());
        }
    }

    private boolean mentioned() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(NAME)) {
                    return true;
                }
            }
            return false;
        }
    }
}
