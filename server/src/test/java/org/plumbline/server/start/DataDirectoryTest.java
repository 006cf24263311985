package org.plumbline.server.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path folder;

    @Test
    void isCreatedWhereThereIsNone() {
        try (DataDirectory directory = DataDirectory.open(folder.resolve("a/b"))) {
            assertTrue(Files.isDirectory(directory.path()));
        }
    }

    @Test
    void aSecondServerIsToldWhoHasItAndWhatToDo() throws IOException {
        try (DataDirectory directory = DataDirectory.open(folder)) {
            directory.announce("http://localhost:8080");
            String message = assertThrows(StartRefusedException.class, () -> DataDirectory.open(folder))
                    .getMessage();
            assertEquals(
                    "Another Plumbline is running with the data directory " + folder
                            + ": open http://localhost:8080 . Stop it first, or choose another directory with"
                            + " --plumbline.data-dir=<directory>.",
                    message);
        }
        DataDirectory.open(folder).close();
        assertFalse(Files.exists(folder.resolve("plumbline.address")));
    }

    @Test
    void leavesNothingBehind() throws IOException {
        DataDirectory directory = DataDirectory.open(folder);
        directory.announce("http://localhost:8080");
        assertThrows(StartRefusedException.class, () -> DataDirectory.open(folder));
        directory.close();
        assertEquals(List.of(), left());

        DataDirectory next = DataDirectory.open(folder);
        next.announce("http://localhost:8081");
        directory.close();
        assertEquals(
                List.of("plumbline.address", "plumbline.lock"), left(), "closed twice, it takes nothing of another's");
        next.close();
    }

    @Test
    void aLockThatSomebodyElseTookAwayIsNoLock() throws IOException {
        try (DataDirectory first = DataDirectory.open(folder)) {
            assertTrue(Files.exists(first.path().resolve("plumbline.lock")));
            Files.delete(folder.resolve("plumbline.lock"));
        }
        try (DataDirectory second = DataDirectory.open(folder)) {
            assertTrue(Files.exists(second.path().resolve("plumbline.lock")));
            assertThrows(StartRefusedException.class, () -> DataDirectory.open(folder));
        }
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void oneThatCannotBeWrittenIsSaidPlainly() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        String message = assertThrows(StartRefusedException.class, () -> DataDirectory.open(file.resolve("data")))
                .getMessage();
        assertTrue(String.valueOf(message).contains("cannot be written"), message);
    }
}
