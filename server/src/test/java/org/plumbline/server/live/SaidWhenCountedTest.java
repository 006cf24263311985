package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.core.Cue;
import org.plumbline.core.form.FlagName;

class SaidWhenCountedTest {
    private final SaidWhenCounted said = new SaidWhenCounted();

    private static Cue slowing(int repetition) {
        return new Cue(FlagName.SPEED_LOSS, 2, "slowing", repetition, 30);
    }

    @Test
    void thatARepetitionIsSlowIsSaidOnceItIsOne() {
        assertTrue(said.holdsBack(slowing(8)));
        assertEquals(Optional.of(slowing(8)), said.counted(8));
        assertEquals(Optional.empty(), said.counted(9), "and once");
    }

    @Test
    void theBarThatIsPutDownAfterTheLastOneIsNotSaidToBeSlow() {
        assertEquals(Optional.empty(), said.counted(8));
        assertTrue(said.holdsBack(slowing(9)), "there is no ninth");
    }

    @Test
    void whatIsFoundAtTheEndOfARepetitionIsSaidThen() {
        assertEquals(Optional.empty(), said.counted(8));
        assertFalse(said.holdsBack(slowing(8)));
    }

    @Test
    void whatCanBeDoneOtherwiseWhileTheBarMovesIsSaidAtOnce() {
        assertFalse(said.holdsBack(new Cue(FlagName.ROUNDING_UNDER_LOAD, 2, "brace", 9, 30)));
        assertFalse(SaidWhenCounted.is(FlagName.DEEP_FLEXION));
    }
}
