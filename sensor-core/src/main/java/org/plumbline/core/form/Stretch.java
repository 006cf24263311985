package org.plumbline.core.form;

import org.plumbline.core.orientation.OrientationGrid;

/**
 * A stretch of the pose history.
 *
 * @param from first position
 * @param to position after the last
 */
record Stretch(long from, long to) {
    long ticks() {
        return Math.max(0, to - from);
    }

    double seconds() {
        return ticks() / (double) OrientationGrid.RATE_HZ;
    }

    /** The stretch up to a position, where that lies before the end. */
    Stretch until(long position) {
        return new Stretch(from, Math.max(from, Math.min(to, position)));
    }
}
