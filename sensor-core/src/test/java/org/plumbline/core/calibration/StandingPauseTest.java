package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.orientation.OrientationTick;

class StandingPauseTest {
    private final Ticks ticks = Ticks.ofOne();
    private final StandingPause unmarked = new StandingPause(CalibrationPlan.unmarked(), 1);

    private static StandingPause marked(long fromMicros, long toMicros) {
        long unknown = CalibrationPlan.UNKNOWN;
        return new StandingPause(
                new CalibrationPlan(fromMicros, toMicros, unknown, unknown, unknown, Long.MAX_VALUE), 1);
    }

    /** How many of the ticks gave a new pause. */
    private static int stand(StandingPause pause, Iterable<OrientationTick> standing, boolean mayStand) {
        int found = 0;
        for (OrientationTick tick : standing) {
            found += pause.accept(tick, mayStand) ? 1 : 0;
        }
        return found;
    }

    @Test
    void isFoundAfterASecondOfStandingStill() {
        assertEquals(0, stand(unmarked, ticks.stand(1, 0), true), "0.99 s from the first tick to the last");
        assertTrue(unmarked.found().isEmpty());
        assertTrue(unmarked.accept(ticks.nextStill(0), true));
        assertEquals(101, unmarked.found().ticks());
        assertEquals(0, unmarked.found().fromMicros());
        assertEquals(1_000_000, unmarked.found().toMicros());
        assertFalse(unmarked.isMarked());
    }

    @Test
    void growsForAsLongAsThePersonStands() {
        assertEquals(200, stand(unmarked, ticks.stand(3, 0), true));
        assertEquals(300, unmarked.found().ticks());
    }

    @Test
    void movementBeginsItAnew() {
        stand(unmarked, ticks.stand(0.8, 0), true);
        assertFalse(unmarked.accept(ticks.next(0), true));
        assertEquals(0, stand(unmarked, ticks.stand(0.8, 0), true));
        assertTrue(unmarked.found().isEmpty());
    }

    @Test
    void aLaterPauseTakesThePlaceOfAnEarlierOne() {
        stand(unmarked, ticks.stand(2, 10), true);
        assertFalse(unmarked.accept(ticks.next(10), true));
        assertEquals(200, unmarked.found().ticks(), "the earlier one holds while somebody moves");
        stand(unmarked, ticks.stand(1.5, 30), true);
        assertEquals(150, unmarked.found().ticks());
        double[] up = new double[3];
        unmarked.found().upOf(0, up);
        assertEquals(-0.5, up[0], 1e-9);
    }

    @Test
    void standingBetweenBowsIsNone() {
        assertEquals(0, stand(unmarked, ticks.stand(3, 0), false));
        assertTrue(unmarked.found().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whereItIsMarkedAllOfThatStretchIsTheOne(boolean mayStand) {
        StandingPause pause = marked(1_000_000, 2_000_000);
        assertEquals(0, stand(pause, ticks.stand(1, 40), mayStand), "before it");
        for (int i = 0; i <= 100; i++) {
            assertFalse(pause.accept(ticks.next(10), mayStand), "in it");
        }
        assertTrue(pause.found().isEmpty());
        assertTrue(pause.accept(ticks.next(40), mayStand), "the first tick after it");
        assertTrue(pause.isMarked());
        assertEquals(101, pause.found().ticks());
        assertEquals(1_000_000, pause.found().fromMicros());
        assertEquals(2_000_000, pause.found().toMicros());
        double[] up = new double[3];
        pause.found().upOf(0, up);
        assertEquals(-Math.sin(Math.toRadians(10)), up[0], 1e-9);
        assertEquals(0, stand(pause, ticks.stand(3, 0), mayStand), "it is found once");
        assertEquals(101, pause.found().ticks());
    }

    @Test
    void aMarkOfTwentyTicksIsOne() {
        StandingPause pause = marked(0, 190_000);
        stand(pause, ticks.stand(0.2, 0), true);
        assertTrue(pause.accept(ticks.next(0), true));
        assertEquals(20, pause.found().ticks());
    }

    @Test
    void aMarkOfFewerTicksIsAsGoodAsNone() {
        StandingPause pause = marked(0, 180_000);
        stand(pause, ticks.stand(0.19, 50), true);
        assertTrue(pause.isMarked());
        assertFalse(pause.accept(ticks.next(0), true));
        assertFalse(pause.isMarked());
        assertTrue(pause.found().isEmpty());
        assertEquals(1, stand(pause, ticks.stand(1.01, 0), true), "it is looked for in the data");
        assertEquals(101, pause.found().ticks(), "without the marked ticks");
    }

    @Test
    void aMarkThatNothingFollowsCanBeEndedByHand() {
        StandingPause pause = marked(0, 5_000_000);
        stand(pause, ticks.stand(0.19, 0), true);
        StandingPause longer = marked(0, 5_000_000);
        stand(longer, ticks.stand(0.2, 0), true);
        assertFalse(pause.endMarked());
        assertTrue(pause.found().isEmpty());
        assertTrue(longer.endMarked());
        assertEquals(20, longer.found().ticks());
    }
}
