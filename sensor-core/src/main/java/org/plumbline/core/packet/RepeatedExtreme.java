package org.plumbline.core.packet;

/**
 * Finds the end of a range that the device does not tell: the largest reading so far, three times in a row.
 *
 * <p>No two readings of a moving sensor are equal, those at the end of its range are.
 */
final class RepeatedExtreme {
    private static final int IN_A_ROW = 3;

    private final float least;
    private float largest;
    private float last;
    private int equal;

    /** @param least readings below this are never at the end of a range */
    RepeatedExtreme(double least) {
        this.least = (float) least;
    }

    boolean accept(float value) {
        float size = Math.abs(value);
        largest = Math.max(largest, size);
        equal = value == last ? equal + 1 : 1;
        last = value;
        return equal >= IN_A_ROW && size >= least && size == largest;
    }
}
