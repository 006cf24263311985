package org.plumbline.server.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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
    void whatHoldsNoDatabaseIsToldFromABackupThatIsCutShort() throws IOException {
        String none = " is no backup that can be read: no plumbline.mv.db is in it";
        Path text = Files.writeString(folder.resolve("notes.zip"), "squats on Monday");
        assertEquals(text + none, refusal(text));
        byte[] content = new byte[100_000];
        new Random(7).nextBytes(content);
        Path photo = Files.write(folder.resolve("photo.zip"), zip("gym.jpg", content));
        assertEquals(photo + none, refusal(photo));

        byte[] whole = zip("plumbline.mv.db", content);
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));
        assertEquals(
                cut + " is no backup that can be read: it is cut short or broken: Unexpected end of ZLIB input stream",
                refusal(cut));
        whole[whole.length / 2] ^= 1;
        Path flipped = Files.write(folder.resolve("flipped.zip"), whole);
        assertTrue(
                refusal(flipped).startsWith(flipped + " is no backup that can be read: it is cut short or broken: "),
                refusal(flipped));
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
}
