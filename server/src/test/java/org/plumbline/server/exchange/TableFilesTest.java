package org.plumbline.server.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of an export, as files. */
class TableFilesTest {
    @TempDir
    Path data;

    @Test
    void halfACharacterThatWasStoredOnceIsWrittenAsAQuestionMarkAndKeepsNoOtherRowBack() throws IOException {
        try (TableFiles files = new TableFiles(new TemporaryFiles(data))) {
            files.row("note", Map.of("content", "half \ud83d of it"));
            files.row("note", Map.of("content", "all \ud83d\ude00 of it"));

            Map<String, Path> written = files.written();
            assertEquals(
                    "[{\"content\":\"half ? of it\"},{\"content\":\"all \ud83d\ude00 of it\"}]",
                    Files.readString(written.get("note.json")));
            String rows = Files.readString(written.get("note.csv"));
            assertTrue(rows.contains("half ? of it") && rows.contains("all \ud83d\ude00 of it"), rows);
        }
    }
}
