package org.plumbline.server.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFilesTest {
    @TempDir
    Path data;

    @Test
    void whatAServerThatWasKilledLeftIsGoneOnceTheNextOneStarted() throws IOException {
        Path killed = new TemporaryFiles(data).make("upload");
        Files.writeString(killed, "half a recording");
        TemporaryFiles next = new TemporaryFiles(data);
        next.afterSingletonsInstantiated();
        assertFalse(Files.exists(killed));
        Path folder = data.resolve(TemporaryFiles.FOLDER);
        assertTrue(Files.isDirectory(folder), "uploads find it there");
        assertEquals(folder, next.make("upload").getParent());
        next.clear();
        assertFalse(Files.exists(folder), "a server that stops leaves nothing");
    }
}
