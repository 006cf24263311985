package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.plumbline.server.training.NewSet;

class ReplayTitleTest {
    @Test
    void aReplayIsKnownByTheNameOfItsSet() {
        assertEquals("Replay of Pulls", LiveStarter.replayTitle("Pulls"));
    }

    @Test
    void aReplayOfAReplayIsCalledNoLonger() {
        assertEquals("Replay of Pulls", LiveStarter.replayTitle("Replay of Pulls"));
    }

    @Test
    void theLongestNameIsCutSoThatItIsKept() {
        String title = LiveStarter.replayTitle("x".repeat(NewSet.LONGEST_TITLE));
        assertEquals(NewSet.LONGEST_TITLE, title.length());
        assertTrue(title.startsWith("Replay of xxx"), title);
    }

    @Test
    void noCharacterIsCutInTwo() {
        String title = LiveStarter.replayTitle("x" + "\uD83C\uDFCB".repeat(200));
        assertEquals(NewSet.LONGEST_TITLE - 1, title.length());
        assertFalse(Character.isHighSurrogate(title.charAt(title.length() - 1)));
    }
}
