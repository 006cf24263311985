package org.plumbline.core.calibration;

import org.plumbline.core.orientation.OrientationGrid;

/** Inclinations tick by tick, until the bows are over. */
abstract class BowSearchCase {
    BowSearch bows = new BowSearch(60);
    boolean over;
    private long tick;

    void accept(double inclinationDeg, double flexionDeg, boolean still) {
        if (!over) {
            over = bows.accept(tick++ * OrientationGrid.PERIOD_MICROS, inclinationDeg, flexionDeg, still);
        }
    }
}
