package org.plumbline.server.rehab.pain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PainPlaceTest {
    @Test
    void everyPlaceIsWrittenAndReadAgain() {
        List<PainPlace> all = PainPlace.all();
        assertEquals(all, PainPlace.split(PainPlace.join(all)));
        assertTrue(PainPlace.join(all).length() <= 1000, "somebody to whom everything hurts fits in the table");
    }

    @Test
    void aKneeHasNoMiddle() {
        assertThrows(IllegalArgumentException.class, () -> PainPlace.ofWord("knee:middle"));
    }

    @Test
    void whatIsNoPlaceIsSaidPlainly() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> PainPlace.ofWord("lower_back"))
                .getMessage()
                .contains("region and a side"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> PainPlace.ofWord("tail:left"))
                .getMessage()
                .contains("region must be one of"));
    }
}
