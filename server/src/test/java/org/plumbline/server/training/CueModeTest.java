package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CueModeTest {
    @Test
    void fadingSaysEverythingThenHalfThenNothingUntilTheSetIsOver() {
        List<Double> shares =
                IntStream.rangeClosed(1, 6).mapToObj(CueMode.FADING::share).toList();
        assertEquals(List.of(1.0, 1.0, 0.5, 0.5, 0.0, 0.0), shares);
    }

    @Test
    void bandwidthNeverFadesAndSilentNeverSpeaks() {
        assertEquals(1, CueMode.BANDWIDTH.share(9));
        assertEquals(0, CueMode.SILENT.share(1));
    }

    @Test
    void nobodyIsToldAloudToEndASetWhoHasNotAskedForIt() {
        assertFalse(CueSettings.USUAL.endCue());
        assertEquals(CueMode.BANDWIDTH, CueSettings.USUAL.mode());
    }

    @Test
    void aRestOfNothingIsNoRest() {
        assertThrows(
                IllegalArgumentException.class, () -> new CueSettings(CueMode.SILENT, true, true, false, false, 5));
    }
}
