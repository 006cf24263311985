package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The length of a hold, as pages say it. */
class HoldWordsTest {
    @ParameterizedTest
    @CsvSource({
        "7.4, 7.3, 7.3 of 7.3 s",
        "12.35, 12.25, 12.3 of 12.3 s",
        "8.46, 8.45, 8.5 of 8.5 s",
        "7.3, 7.3, 7.3 of 7.3 s",
        "20.4, 20, 20 of 20 s",
        "7.6, 7.3, 8 s (target 7.3 s reached)",
        "19.6, 20, 20 of 20 s",
        "6.7, 7.3, 7 of 7.3 s"
    })
    void aTargetThatWasHeldNeverReadsAsMissed(double heldS, double targetS, String said) {
        assertEquals(said, HoldWords.held(heldS, targetS));
    }

    @ParameterizedTest
    @CsvSource({"7.4, 9.2, 7.3–9 s (target 7.3 s reached)", "5.2, 7.4, 5–7.3 of 7.3 s"})
    void ofSeveralTheShortestAndTheLongestStand(double leastS, double mostS, String said) {
        assertEquals(said, HoldWords.held(List.of(mostS, leastS), 7.3));
    }
}
