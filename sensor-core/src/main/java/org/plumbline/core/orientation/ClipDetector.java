package org.plumbline.core.orientation;

/**
 * Finds an axis at the end of its range where nobody said so: the largest value yet that comes on end, to the last bit,
 * while another axis goes on changing. Noise keeps a measured axis from that; the end of the range does not. It needs to be
 * asked only about samples that repeat a component, and about all once an end is known.
 */
final class ClipDetector {
    /** Equal values on end, after the first, that betray the end of the range. */
    private static final int REPEATS = 3;

    /** For so long they must come, s: at high rates the top of a movement repeats itself too. */
    private static final double SPAN_S = 0.025;

    /** A value that much beyond what seemed the end of the range shows that it was none; its two ends differ by less. */
    private static final double BEYOND = 1.01;

    private final double floor;
    /** Where the range ends, once seen. */
    private final double[] end = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};

    private final double[] repeats = new double[3];
    private long lastAsked = Long.MIN_VALUE;
    private boolean endKnown;

    /** @param floor no range ends below this, in the unit of the axis */
    ClipDetector(double floor) {
        this.floor = floor;
    }

    /** Whether every sample must be asked about. */
    boolean knowsEnd() {
        return endKnown;
    }

    /**
     * Whether one of the axes is at the end of its range.
     *
     * @param before the vector that came before
     * @param sample number of the sample, one more for each
     * @param periodS time from sample to sample
     */
    boolean isClipped(double x, double y, double z, SpikeGuard before, long sample, double periodS) {
        boolean next = sample == lastAsked + 1;
        lastAsked = sample;
        boolean sameX = x == before.x;
        boolean sameY = y == before.y;
        boolean sameZ = z == before.z;
        // where all three stand still nothing is measured, or nothing real: that is no end of a range
        boolean measures = !(sameX && sameY && sameZ);
        double enough = Math.max(REPEATS, SPAN_S / periodS);
        boolean clipped = axis(0, x, sameX && measures && Math.abs(x) >= before.largestX, next, enough)
                | axis(1, y, sameY && measures && Math.abs(y) >= before.largestY, next, enough)
                | axis(2, z, sameZ && measures && Math.abs(z) >= before.largestZ, next, enough);
        endKnown = end[0] < Double.MAX_VALUE || end[1] < Double.MAX_VALUE || end[2] < Double.MAX_VALUE;
        return clipped;
    }

    private boolean axis(int i, double value, boolean same, boolean next, double enough) {
        double magnitude = Math.abs(value);
        repeats[i] = !same ? 0 : next ? repeats[i] + 1 : 1;
        if (magnitude > BEYOND * end[i]) {
            end[i] = Double.MAX_VALUE;
        }
        if (repeats[i] >= enough && magnitude > floor && magnitude < end[i]) {
            end[i] = magnitude;
        }
        return magnitude >= end[i] / BEYOND;
    }

    void exchange(StateExchange with) {
        with.values(end);
        with.values(repeats);
        lastAsked = with.value(lastAsked);
        endKnown = with.flag(endKnown);
    }
}
