package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;

class CueChoiceTest {
    private final CueChoice cues = new CueChoice();

    @ParameterizedTest
    @EnumSource(FlagName.class)
    void everyFlagHasOneOrTwoWordsOfItsOwn(FlagName name) {
        Cue cue = cues.choose(flag(name, 2, 5), 1);
        assertNotNull(cue);
        assertTrue(cue.word().split(" ").length <= 2, cue::word);
        assertTrue(!cue.word().equals("check form"), name::jsonName);
    }

    @Test
    void oneCueARepetitionAndNoneWithinTwoSeconds() {
        assertNull(cues.choose(flag(FlagName.TWIST_UNDER_LOAD, 1, 1), 1), "a notice is not said");
        assertNotNull(cues.choose(flag(FlagName.TWIST_UNDER_LOAD, 2, 1), 1));
        assertNull(cues.choose(flag(FlagName.ROUNDING_UNDER_LOAD, 3, 4), 1), "the same repetition");
        assertNull(cues.choose(flag(FlagName.ROUNDING_UNDER_LOAD, 3, 2.9), 2), "too soon");
        Cue next = cues.choose(flag(FlagName.ROUNDING_UNDER_LOAD, 3, 3), 2);
        assertNotNull(next);
        assertEquals("brace", next.word());
    }

    private static FormFlag flag(FlagName name, int level, double timeS) {
        return new FormFlag(name, level, "x", 10, 6, "deg", timeS, Confidence.HIGH, 4);
    }
}
