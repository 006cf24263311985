package org.plumbline.core.orientation;

/**
 * Finds an axis at the end of its range where nobody said so: a value that is the largest yet and comes four times on end
 * to the last bit. Noise keeps a measured axis from that; the end of the range does not.
 */
final class ClipDetector {
    /** Equal values on end, after the first, that betray the end of the range. */
    private static final int REPEATS = 3;

    /** A value that much beyond what seemed the end of the range shows that it was none; its two ends differ by less. */
    private static final double BEYOND = 1.01;

    private final double floor;
    private final double[] last = new double[3];
    private final double[] largest = new double[3];
    /** Where the range ends, once seen. */
    private final double[] end = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};

    private final double[] repeats = new double[3];

    /** @param floor no range ends below this, in the unit of the axis */
    ClipDetector(double floor) {
        this.floor = floor;
    }

    /** Whether one of the axes is at the end of its range. */
    boolean isClipped(double x, double y, double z) {
        if (x * x + y * y + z * z < floor * floor) {
            return false;
        }
        // where all three stand still nothing is measured, or nothing real: that is no end of a range
        boolean measures = x != last[0] || y != last[1] || z != last[2];
        return axis(0, x, measures) | axis(1, y, measures) | axis(2, z, measures);
    }

    private boolean axis(int i, double value, boolean measures) {
        double magnitude = Math.abs(value);
        if (value != last[i]) {
            last[i] = value;
            repeats[i] = 0;
            largest[i] = Math.max(largest[i], magnitude);
            if (magnitude > BEYOND * end[i]) {
                end[i] = Double.MAX_VALUE;
            }
        } else if (measures && magnitude >= largest[i] && magnitude > floor && ++repeats[i] >= REPEATS) {
            end[i] = magnitude;
        }
        return magnitude >= end[i] / BEYOND;
    }

    void exchange(StateExchange with) {
        with.values(last);
        with.values(largest);
        with.values(end);
        with.values(repeats);
    }
}
