package org.plumbline.core.repetition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A movement from 12.344 to 15.126 s, which people read as 12.34 to 15.13 s. */
class RepetitionCorrectionsTest {
    @ParameterizedTest
    @CsvSource({
        "12.34, true",
        "12.335, true",
        "12.33, false",
        "13.5, true",
        "15.13, true",
        "15.135, true",
        "15.14, false",
        "0, false",
        "99, false"
    })
    void whatPeopleReadOfItsEndsLiesWithin(double timeS, boolean within) {
        assertEquals(within, RepetitionCorrections.isWithin(timeS, 12.344, 15.126));
    }
}
