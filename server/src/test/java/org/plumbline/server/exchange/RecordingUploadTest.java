package org.plumbline.server.exchange;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.server.support.RecordedSets;

class RecordingUploadTest {
    @TempDir
    Path folder;

    @Test
    void aRecordingThatIsTooLongIsRefusedBeforeAnythingOfItIsKept() throws IOException {
        Path file = Files.write(folder.resolve("long.csv"), RecordedSets.of("deadlift", 2, 21, 140.0));
        // there is no log in which anything could be kept
        RecordingUpload upload = new RecordingUpload(null, new UploadProperties(500, 5000), Clock.systemUTC());
        assertThrows(RecordingUpload.TooLongException.class, () -> upload.take(null, file, "long.csv", null));
    }
}
