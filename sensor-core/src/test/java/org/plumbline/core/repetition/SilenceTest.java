package org.plumbline.core.repetition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person is told of a while in which nothing was seen. */
class SilenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | Nothing was seen from 20.0 s to 26.0 s as the sensors were silent: what was done then is not counted.",
                "false | Nothing was seen from 20.0 s to 26.0 s as the sensor that shows this exercise was silent:"
                        + " what was done then is not counted."
            })
    void whereNothingWasUnderWay(boolean ofAll, String said) {
        assertSaid(said, new Silence(20, Double.NaN, null, false, Double.NaN, Double.NaN, ofAll, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "false | true | A movement was under way at 20.0 s when the sensors went silent, until 26.0 s: what was done in"
                        + " between is not assessed, and the number of repetitions may be wrong by it.",
                "true | true | A movement was under way at 20.0 s when the sensors went silent, until 26.0 s: what was done in"
                        + " between is not assessed, and the number of holds may be wrong by it.",
                "false | false | A movement was under way at 20.0 s when the sensors went silent, until 26.0 s: not assessed and"
                        + " not counted."
            })
    void whereAMovementWasUnderWay(boolean holds, boolean goesOn, String said) {
        assertSaid(
                said,
                new Silence(20, Double.NaN, RepetitionPhase.ECCENTRIC, holds, Double.NaN, Double.NaN, true, goesOn));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | true | A hold was under way at 20.0 s when the sensors went silent, until 26.0 s: the 6.0 s in between do"
                        + " not count as held.",
                "false | true | A hold was under way at 20.0 s when the sensor that shows it went silent, until 26.0 s: the 6.0 s"
                        + " in between were not seen and count as held.",
                "true | false | A hold was under way at 20.0 s when the sensors went silent, until 26.0 s: not assessed and not"
                        + " counted. It had been held for 12.0 s then."
            })
    void whereAPostureWasHeld(boolean ofAll, boolean goesOn, String said) {
        assertSaid(said, new Silence(20, Double.NaN, RepetitionPhase.TOP, true, 12, Double.NaN, ofAll, goesOn));
    }

    @Test
    void whatIsSaidOfSomethingElseIsNone() {
        assertFalse(Silence.isMessage("Samples are missing."));
    }

    @Test
    void ofAHoldWhoseSensorWasNotLostAloneAllTheTimeItIsSaidHowMuchCounts() {
        assertEquals(
                "A hold was under way at 20.0 s when the sensor that shows it went silent, until 26.0 s: the 6.0 s in between"
                        + " were not seen, and 2.5 s of them count as held.",
                new Silence(20, Double.NaN, RepetitionPhase.TOP, true, 12, Double.NaN, false, true)
                        .until(26, 3.5)
                        .message());
    }

    private static void assertSaid(String said, Silence began) {
        String message = (began.ofAll() ? began.until(26) : began.until(26, 0)).message();
        assertEquals(said, message);
        assertTrue(Silence.isMessage(message));
    }
}
