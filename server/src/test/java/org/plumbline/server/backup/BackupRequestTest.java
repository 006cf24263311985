package org.plumbline.server.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a command asks for a backup, and a server answers. */
class BackupRequestTest {
    @TempDir
    private Path data;

    private BackupRequest command;
    private BackupRequest server;

    @BeforeEach
    void twoPrograms() {
        command = new BackupRequest(data);
        server = new BackupRequest(data);
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.toList();
        }
    }

    @Test
    void whatIsAskedIsTakenOnceAndAnswered() throws IOException {
        command.ask("/media/stick/one.zip");
        assertEquals(Optional.of(Path.of("/media/stick/one.zip")), server.take());
        assertEquals(Optional.empty(), server.take(), "once");
        assertFalse(command.takeBack(), "it was seen");
        assertEquals(Optional.empty(), command.answer());
        server.answer(BackupRequest.DONE + "one.zip");
        assertEquals(Optional.of("done one.zip"), command.answer());
        assertEquals(List.of(data.resolve("backup.answer")), left());
    }

    @Test
    void aServerThatWasKilledAmidABackupIsAnsweredForByTheNextOne() throws IOException {
        command.ask("");
        server.take();
        BackupRequest next = new BackupRequest(data);
        next.answerLeft();
        String said = command.answer().orElseThrow();
        assertTrue(said.contains("stopped amid the backup"), said);
        command.ask("");
        assertEquals(Optional.empty(), command.answer(), "asked again, nothing is answered yet");
        assertEquals(Optional.of(Path.of("")), next.take());
    }

    @Test
    void whereNobodyAskedANewServerSaysNothing() throws IOException {
        server.answerLeft();
        assertEquals(Optional.empty(), command.answer());
    }

    @Test
    void whatNoServerWillAnswerIsWithdrawnWithoutATrace() throws IOException {
        command.ask("");
        command.withdraw();
        assertEquals(List.of(), left());
        command.ask("");
        server.take();
        command.withdraw();
        assertEquals(List.of(), left());
    }
}
