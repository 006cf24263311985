package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.core.Cue;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;

class SaidWhenCountedTest {
    private static final List<FormFlag> FLAGGED = List.of(flag(FlagName.SPEED_LOSS));
    private final SaidWhenCounted said = new SaidWhenCounted();

    private static FormFlag flag(FlagName name) {
        return new FormFlag(name, 2, "speedLossPercent", 30, 25, "%", 30, Confidence.MEDIUM, 8);
    }

    private static Cue slowing(int repetition) {
        return new Cue(FlagName.SPEED_LOSS, 2, "slowing", repetition, 30);
    }

    @Test
    void thatARepetitionIsSlowIsSaidOnceItIsOne() {
        assertTrue(said.holdsBack(slowing(8)));
        assertEquals(Optional.of(slowing(8)), said.counted(8, FLAGGED));
        assertEquals(Optional.empty(), said.counted(9, FLAGGED), "and once");
    }

    @Test
    void whatTheWholeRepetitionDoesNotShowIsNotSaid() {
        assertTrue(said.holdsBack(slowing(8)));
        assertEquals(Optional.empty(), said.counted(8, List.of()));
        assertTrue(said.holdsBack(slowing(9)));
        assertEquals(Optional.empty(), said.counted(9, List.of(flag(FlagName.TWIST_UNDER_LOAD))));
        assertEquals(Optional.empty(), said.counted(9, FLAGGED), "not later either");
    }

    @Test
    void theBarThatIsPutDownAfterTheLastOneIsNotSaidToBeSlow() {
        assertEquals(Optional.empty(), said.counted(8, FLAGGED));
        assertTrue(said.holdsBack(slowing(9)), "there is no ninth");
    }

    @Test
    void whatIsFoundAtTheEndOfARepetitionIsSaidThen() {
        assertEquals(Optional.empty(), said.counted(8, FLAGGED));
        assertFalse(said.holdsBack(slowing(8)));
    }

    @Test
    void whatCanBeDoneOtherwiseWhileTheBarMovesIsSaidAtOnce() {
        assertFalse(said.holdsBack(new Cue(FlagName.ROUNDING_UNDER_LOAD, 2, "brace", 9, 30)));
        assertFalse(SaidWhenCounted.is(FlagName.DEEP_FLEXION));
    }
}
