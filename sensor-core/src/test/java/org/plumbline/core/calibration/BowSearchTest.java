package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Bows and what follows them, as inclinations of the trunk. */
class BowSearchTest {
    private static final int RATE_HZ = 100;

    private final BowSearch bows = new BowSearch(60);
    private long tick;
    private boolean over;

    private void move(double inclinationDeg, double flexionDeg, double durationS) {
        for (int i = 0; i < durationS * RATE_HZ && !over; i++) {
            double share = Math.sin(Math.PI * i / (durationS * RATE_HZ));
            over = bows.accept(tick++ * 10_000, share * inclinationDeg, share * flexionDeg, false);
        }
    }

    private void stand(double durationS, boolean still) {
        for (int i = 0; i < durationS * RATE_HZ && !over; i++) {
            over = bows.accept(tick++ * 10_000, 1, 0, still);
        }
    }

    private void bowThreeTimes(double pauseS) {
        stand(2, true);
        for (int bow = 0; bow < 3; bow++) {
            move(98, 55, 3);
            stand(pauseS, false);
        }
    }

    /** A gyroscope whose bias is not known yet never finds its wearer still. */
    @Test
    void threeBowsThatNoStandstillFollowsAreKnownByTheFirstLift() {
        bowThreeTimes(1);
        stand(4, false);
        assertEquals(false, over);
        move(75, 31, 2.5);
        assertTrue(over);
        assertTrue(bows.areOverBefore(), "the lift belongs to the set");
        assertEquals(3, bows.excursions().size());
    }

    @Test
    void standingStillAfterThreeBowsEndsThem() {
        bowThreeTimes(0.5);
        stand(1, true);
        assertTrue(over);
        assertEquals(3, bows.excursions().size());
    }
}
