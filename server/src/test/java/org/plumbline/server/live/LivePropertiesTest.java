package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LivePropertiesTest {
    @Test
    void aSmallHeapTakesFewSetsAndALargeOneNoMoreThanWereEverSeen() {
        assertEquals(49, LiveProperties.room(256L << 20));
        assertEquals(600, LiveProperties.room(16L << 30));
        assertEquals(1, LiveProperties.room(1 << 20));
    }

    @Test
    void whatTheHostSaysHolds() {
        assertEquals(7, new LiveProperties(7, 400).mostSets());
        assertTrue(new LiveProperties(0, 400).mostSets() >= 1);
    }

    @Test
    void aSetOfHoldsTakesThePlacesOfThree() {
        assertEquals(3, LiveProperties.places("side_plank"));
        assertEquals(1, LiveProperties.places("deadlift"));
        assertEquals(1, LiveProperties.places(null));
    }
}
