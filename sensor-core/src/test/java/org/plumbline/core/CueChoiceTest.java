package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;

class CueChoiceTest {
    private final CueChoice cues = new CueChoice();

    @ParameterizedTest
    @EnumSource(FlagName.class)
    void everyFlagHasOneOrTwoWordsOfItsOwn(FlagName name) {
        Cue cue = atOnce(flag(name, 2, 5), 1);
        assertNotNull(cue);
        assertTrue(cue.word().split(" ").length <= 2, cue::word);
        assertTrue(!cue.word().equals("check form"), name::jsonName);
    }

    @ParameterizedTest
    @CsvSource({
        "ROUNDING_UNDER_LOAD,brace",
        "DEEP_FLEXION,less bend",
        "FLEXION_DRIFT,chest up",
        "BASELINE_DEVIATION,your usual",
        "NEUTRAL_LOST,less deep",
        "PELVIC_TUCK,less deep",
        "TWIST_UNDER_LOAD,square up",
        "SIDE_BEND,even out",
        "FLEXION_WITH_TWIST,straighten",
        "MOMENTUM,smooth",
        "TEMPO,mind tempo",
        "SPEED_LOSS,slowing",
        "FORM_BREAKDOWN,reset",
        "RANGE_LOSS,full range",
        "LOCKOUT_EXTENSION,ribs down",
        "HIP_SHOOT,hips down",
        "REHAB_LIMIT,your limit",
        "TRUNK_DEVIATION,trunk steady",
        "QUALITY,check sensor"
    })
    void theWordOfAFlagIsWhatToDo(FlagName name, String word) {
        Cue cue = atOnce(flag(name, 2, 5), 1);
        assertNotNull(cue);
        assertEquals(word, cue.word());
    }

    @Test
    void oneCueARepetitionAndNoneWithinTwoSeconds() {
        assertNull(atOnce(flag(FlagName.TWIST_UNDER_LOAD, 1, 1), 1), "a notice is not said");
        assertNotNull(atOnce(flag(FlagName.TWIST_UNDER_LOAD, 2, 1), 1));
        assertNull(atOnce(flag(FlagName.ROUNDING_UNDER_LOAD, 3, 4), 1), "the same repetition");
        assertNull(atOnce(flag(FlagName.ROUNDING_UNDER_LOAD, 3, 2.9), 2), "too soon");
        Cue next = atOnce(flag(FlagName.ROUNDING_UNDER_LOAD, 3, 3), 2);
        assertNotNull(next);
        assertEquals("brace", next.word());
    }

    @Test
    void ofTwoRepetitionsThatCountAtOnceOnlyTheNewestIsSpokenOf() {
        assertNull(cues.choose(flag(FlagName.SIDE_BEND, 2, 6), 1, 6, 10.3), "of four seconds ago");
        assertNotNull(cues.choose(flag(FlagName.SIDE_BEND, 2, 10), 2, 10, 10.3));
    }

    @ParameterizedTest
    @CsvSource({
        "NEUTRAL_LOST,TUCK,less deep",
        "NEUTRAL_LOST,LUMBAR_FLEXION_RANGE,back still",
        "MOMENTUM,YANK_INDEX,smooth",
        "MOMENTUM,TRUNK_INCLINATION_RANGE,less swing",
        "TRUNK_DEVIATION,TRUNK_DEVIATION,trunk steady",
        "TRUNK_DEVIATION,HOLD_SAG,hold steady",
        "LOCKOUT_EXTENSION,LOCKOUT_EXTENSION,ribs down",
        "REHAB_LIMIT,LUMBAR_FLEXION_RANGE,your limit"
    })
    void theWordSpeaksOfWhatWasMeasured(FlagName name, Metric metric, String word) {
        FormFlag flag = new FormFlag(name, 2, metric.jsonName(), 10, 6, "deg", 5, Confidence.HIGH, 4);
        Cue cue = atOnce(flag, 1);
        assertNotNull(cue);
        assertEquals(word, cue.word());
    }

    @Test
    void thereIsQuietFromTheMomentOfACueHoweverOldItsFlag() {
        assertNotNull(cues.choose(flag(FlagName.SIDE_BEND, 2, 8.5), 1, 8.5, 10.3));
        assertNull(cues.choose(flag(FlagName.SIDE_BEND, 2, 10.6), 2, 10.6, 10.6), "two at once");
        assertNotNull(cues.choose(flag(FlagName.SIDE_BEND, 2, 12.4), 3, 12.4, 12.4));
    }

    @Test
    void aFaultOfBarBreakIsSaidAtTheEndOfItsRepetition() {
        assertNotNull(cues.choose(flag(FlagName.ROUNDING_UNDER_LOAD, 2, 5), 1, 8.4, 8.7));
    }

    private @Nullable Cue atOnce(FormFlag flag, int repetition) {
        return cues.choose(flag, repetition, flag.timeS(), flag.timeS());
    }

    private static FormFlag flag(FlagName name, int level, double timeS) {
        return new FormFlag(name, level, "x", 10, 6, "deg", timeS, Confidence.HIGH, 4);
    }
}
