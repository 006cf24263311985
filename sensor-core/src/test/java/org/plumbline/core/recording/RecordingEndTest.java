package org.plumbline.core.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingEndTest {
    @Test
    void howASetEndedIsReadHoweverItsLettersAreWritten() {
        assertEquals(RecordingEnd.STOPPED, end(Map.of("ended", "stopped")));
        assertEquals(RecordingEnd.STOPPED, end(Map.of("Ended", "STOPPED")));
        assertEquals(RecordingEnd.INTERRUPTED, end(Map.of("ended", "Interrupted")));
    }

    @Test
    void aWordThatIsNotKnownSaysNothing() {
        assertEquals(RecordingEnd.UNKNOWN, end(Map.of()));
        assertEquals(RecordingEnd.UNKNOWN, end(Map.of("ended", "unknown")));
        assertEquals(RecordingEnd.UNKNOWN, end(Map.of("ended", "foo")));
    }

    private static RecordingEnd end(Map<String, String> otherKeys) {
        return RecordingEnd.of(new RecordingHeader(null, null, null, null, List.of(), List.of(), otherKeys));
    }
}
