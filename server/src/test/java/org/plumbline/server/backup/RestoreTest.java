package org.plumbline.server.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no backup is named as what it is, and nothing is left of the try. */
class RestoreTest {
    @TempDir
    private Path folder;

    private String refusal(Path backup) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        String said = assertThrows(
                        Restore.UnusableBackupException.class, () -> Restore.restore(backup, data, Clock.systemUTC()))
                .getMessage();
        try (Stream<Path> left = Files.list(data)) {
            assertEquals(List.of(), left.toList());
        }
        return said;
    }

    @Test
    void whatIsNotThereIsToldFromAFolder() throws IOException {
        Path missing = folder.resolve("gone.zip");
        assertEquals(missing + " is not there", refusal(missing));
        assertEquals(folder + " is a folder: name a file in it", refusal(folder));
    }

    @Test
    void aFileThatIsNoWholeZipFileIsCalledSo() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.zip"), "squats on Monday");
        assertEquals(
                text + " is no backup that can be read: it is no whole zip file: no plumbline.mv.db is in it",
                refusal(text));
        Path cut = folder.resolve("cut.zip");
        byte[] whole = zip("plumbline.mv.db", "x".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        assertTrue(refusal(cut).startsWith(cut + " is no backup that can be read: "), refusal(cut));
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = bytes;
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void aFolderInThePlaceOfTheDatabaseFileIsRefusedInWords() throws IOException {
        Path data = Files.createDirectories(folder.resolve("used"));
        Files.createDirectories(data.resolve(EmbeddedCopy.FILE));
        Optional<String> refusal =
                DatabaseFile.look(data, null, DatabaseFile.Wish.GO_ON, true).refusal();
        assertTrue(refusal.orElseThrow().contains("cannot be read (it is no file). Nothing was changed."));
    }
}
