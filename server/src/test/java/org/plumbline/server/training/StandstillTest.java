package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StandstillTest {
    private static final long ROOM_ON_A_SMALL_DISK = 3L << 20;

    private final Standstill standstill = new Standstill();

    private boolean look(long seconds, boolean still, boolean diskTakes) {
        return standstill.isFinal(TimeUnit.SECONDS.toNanos(seconds), still, () -> diskTakes);
    }

    @Test
    void aDatabaseThatTakesNothingForAMinuteWithRoomDoesNotComeBack() {
        assertFalse(look(0, true, true));
        assertFalse(look(59, true, true));
        assertTrue(look(60, true, true));
    }

    @Test
    void aFullDiskIsWaitedForHoweverLongItTakes() {
        for (int seconds = 0; seconds < 10_000; seconds += 5) {
            assertFalse(look(seconds, true, false));
        }
        assertFalse(look(10_000, true, true), "the minute begins with the room");
        assertFalse(look(10_059, true, true));
        assertTrue(look(10_060, true, true));
    }

    @Test
    void whoeverGetsOnInBetweenHasAMinuteAgain() {
        assertFalse(look(0, true, true));
        assertFalse(look(50, false, true));
        assertFalse(look(55, true, true));
        assertFalse(look(110, true, true));
        assertTrue(look(115, true, true));
    }

    @Test
    void theSpoolWorksOnASmallDiskToo() {
        assertEquals(ROOM_ON_A_SMALL_DISK, SpoolFolder.leftFree(24L << 20));
        assertEquals(32L << 20, SpoolFolder.leftFree(64L << 30));
    }
}
