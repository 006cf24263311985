package org.plumbline.server.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.form.FlagLevels;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.LimitOrigin;

/** What a level owes to the repetitions before is said where there is such a level, and where it can change. */
class LimitWordsTest {
    @ParameterizedTest
    @CsvSource({
        "ROUNDING, 4, 6, 10, 'note from 4°, caution from 6°, stop from 10°, stop also with the second of two cautions running, a stop only where the sensors are sure of it'",
        "ROUNDING, 4, NaN, NaN, note from 4°",
        "ROUNDING, NaN, 6, NaN, 'caution from 6°, stop also with the second of two cautions running'",
        "TWIST, 5, 7, 12, 'note from 5°, caution from 7°, stop from 12°, a caution in one rep of three only from 10°, a stop only where the sensors are sure of it'",
        "TWIST, 5, 10, 12, 'note from 5°, caution from 10°, stop from 12°, a stop only where the sensors are sure of it'",
        "TWIST, 5, NaN, NaN, note from 5°",
        "SPEED_LOSS, 15, NaN, NaN, note from 15 %",
        "SPEED_LOSS, 10, 15, 25, 'note from 10 %, caution from 15 %, stop from 25 %, one level higher a rep at the most, a stop only where the sensors are sure of it'",
        "SIDE_BEND, 5, 8, NaN, 'note from 5°, caution from 8°'"
    })
    void theLevelsAndWhatElseDecidesOfThem(FormRule rule, double notice, double caution, double stop, String words) {
        FlagLevels levels = new FlagLevels(notice, caution, stop, "a test", LimitOrigin.DEFAULT);
        assertEquals(words, LimitWords.rule(rule, levels, new FormLimits(Map.of(rule, levels), Map.of(), 10)));
    }
}
