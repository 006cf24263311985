package org.plumbline.core.orientation;

import org.jspecify.annotations.Nullable;

/**
 * The orientations of many sensors in one call, for a server: an {@link OrientationFilter} a stream, to the same bits as
 * if each were called alone.
 *
 * <p>Rows of one stream must be in the order of time, as for a filter; rows of different streams may lie in any order.
 * Grouped by stream they are fastest, since the state of a stream (about 5 KB) is then fetched once a call and not once a
 * row. A call allocates nothing. One thread at a time; a server with several cores gives each its own batch.
 */
public final class OrientationBatch {
    private static final int WXYZ = 4;

    private final OrientationFilter[] filters;

    /**
     * @param streams number of streams; they are numbered from 0
     * @param nominalRateHz samples per second of each stream, a first guess that the stream corrects; NaN where unknown
     * @param parameters noise of the sensors and freedom of the wearers
     * @throws IllegalArgumentException for less than one stream
     */
    public OrientationBatch(int streams, double nominalRateHz, OrientationParameters parameters) {
        if (streams < 1) {
            throw new IllegalArgumentException("streams must be 1 or more, but is " + streams);
        }
        filters = new OrientationFilter[streams];
        for (int i = 0; i < streams; i++) {
            filters[i] = new OrientationFilter(nominalRateHz, parameters);
        }
    }

    /** Number of streams. */
    public int streams() {
        return filters.length;
    }

    /**
     * The filter of a stream, to read what else it knows, to save or restore its state, or to go on with alone.
     *
     * @throws IndexOutOfBoundsException if there is no such stream
     */
    public OrientationFilter filter(int stream) {
        checkStream(stream);
        return filters[stream];
    }

    /**
     * Takes all rows of {@code block} in their order. A row that its filter refuses (not later than the one before, or not
     * measurable) changes nothing; its outputs say what holds.
     *
     * @param block the samples; it stays as it is
     * @param wxyz takes the orientation after each row, sensor to earth, four values a row; null where not wanted
     * @param inclinationSigmaDeg takes the root mean square error to expect of the inclination after each row, degrees;
     *     null where not wanted
     * @return how many rows were taken
     * @throws IndexOutOfBoundsException if a row names no stream of this batch
     * @throws IllegalArgumentException if an output is too short for the rows; in either case no row has been taken
     */
    public int update(SampleBlock block, double @Nullable [] wxyz, double @Nullable [] inclinationSigmaDeg) {
        int count = block.count();
        checkLength("wxyz", wxyz, WXYZ * count, count);
        checkLength("inclinationSigmaDeg", inclinationSigmaDeg, count, count);
        for (int row = 0; row < count; row++) {
            checkStream(block.stream[row]);
        }
        int taken = 0;
        for (int row = 0; row < count; row++) {
            OrientationFilter filter = filters[block.stream[row]];
            boolean isTaken = filter.update(
                    block.timeMicros[row],
                    block.accX[row],
                    block.accY[row],
                    block.accZ[row],
                    block.gyrX[row],
                    block.gyrY[row],
                    block.gyrZ[row],
                    block.flags[row]);
            taken += isTaken ? 1 : 0;
            if (wxyz != null) {
                filter.copyOrientationTo(wxyz, WXYZ * row);
            }
            if (inclinationSigmaDeg != null) {
                inclinationSigmaDeg[row] = filter.inclinationSigmaDeg();
            }
        }
        return taken;
    }

    private void checkStream(int stream) {
        if (stream < 0 || stream >= filters.length) {
            throw new IndexOutOfBoundsException("stream " + stream + " of a batch of " + filters.length);
        }
    }

    private static void checkLength(String what, double @Nullable [] output, int needed, int rows) {
        if (output != null && output.length < needed) {
            throw new IllegalArgumentException(
                    what + " must hold " + needed + " values for " + rows + " rows, but holds " + output.length);
        }
    }
}
