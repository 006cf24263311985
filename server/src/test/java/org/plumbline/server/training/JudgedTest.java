package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uncertain is never green. */
class JudgedTest {
    @ParameterizedTest
    @CsvSource({
        "5, 5, 0, 0, on target",
        "5, 4, 0, -1, 4 of 5 assessed",
        "5, 0, 0, -1, not assessed",
        "0, 0, 0, -1, not assessed",
        "5, 4, 1, 1, note",
        "5, 4, 2, 2, caution"
    })
    void nothingFlaggedIsOnTargetOnlyWhereEveryRepetitionWasAssessed(
            int repetitions, int assessed, int strongest, int level, String words) {
        Judged judged = new Judged(repetitions, assessed);
        assertEquals(level, judged.level(strongest));
        assertEquals(words, judged.words(strongest, false));
    }
}
