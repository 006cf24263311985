package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.plumbline.core.Cue;
import org.plumbline.core.form.FlagName;
import org.plumbline.server.web.Spoken;

class LiveCueTest {
    @Test
    void aLimitIsTheLiftersAlsoToWhoWatches() {
        Spoken<LiveCue> said = said("your limit");
        assertEquals("your limit", said.own().word());
        assertEquals("their limit", said.theirs().word());
    }

    @Test
    void whatIsToBeDoneIsTheSameToBoth() {
        assertTrue(said("brace").isSame());
        assertEquals("brace", said("brace").own().word());
    }

    private static Spoken<LiveCue> said(String word) {
        return Spoken.of(() -> LiveCue.of(new Cue(FlagName.REHAB_LIMIT, 2, word, 3, 12.5), 1.5, 0));
    }
}
