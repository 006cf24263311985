package org.plumbline.server.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    void leavesNothingBehindButTheEmptyFileThatIsLocked() throws IOException {
        DataDirectory directory = DataDirectory.open(folder);
        directory.announce("http://localhost:8080");
        directory.close();
        assertEquals(List.of("plumbline.lock"), left());
        assertEquals(0, Files.size(folder.resolve("plumbline.lock")));

        DataDirectory next = DataDirectory.open(folder);
        next.announce("http://localhost:8081");
        directory.close();
        assertEquals(
                List.of("plumbline.address", "plumbline.lock"), left(), "closed twice, it takes nothing of another's");
        next.close();
    }

    /** In one process Java itself knows of the lock; what counts is what the operating system tells another one. */
    @Test
    void anotherProcessIsRefusedWhileOneHasItAndNotAfterwards() throws IOException, InterruptedException {
        try (DataDirectory directory = DataDirectory.open(folder)) {
            directory.announce("http://localhost:8080");
            assertEquals("refused", elsewhere());
        }
        assertEquals("opened", elsewhere());
    }

    private String elsewhere() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Elsewhere.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        other.waitFor();
        return said.strip();
    }

    /** Another process that opens the directory. */
    static final class Elsewhere {
        private Elsewhere() {}

        public static void main(String[] arguments) {
            try (DataDirectory opened = DataDirectory.open(Path.of(arguments[0]))) {
                System.out.println(Files.isDirectory(opened.path()) ? "opened" : "no directory");
            } catch (StartRefusedException refused) {
                System.out.println("refused");
            }
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
