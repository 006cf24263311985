package org.plumbline.bench.orientation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values that an optical system measured, to be read at any time between two good rows: never across a missing one, which
 * is an empty array.
 *
 * @param timesMicros stamps, rising
 * @param values one array a row, empty where there is nothing to score
 */
record ReferenceTrack(long[] timesMicros, List<double[]> values) {
    /** Rows further apart than this are not joined: the slowest reference comes at 120 Hz. */
    private static final long LONGEST_STEP_MICROS = 20_000;

    /** How to come from one value to the next. */
    @FunctionalInterface
    interface Interpolation {
        double[] between(double[] from, double[] to, double share);
    }

    /** The orientations of a {@code broad} trial while the board moves. */
    static ReferenceTrack ofMovingBoard(Path recording) throws IOException {
        ReferenceTable table = ReferenceTable.read(recording, ".reference.csv.gz");
        List<double[]> values = table.columns("q_w", "q_x", "q_y", "q_z");
        List<double[]> moving = table.columns("movement");
        for (int row = 0; row < values.size(); row++) {
            if (moving.get(row).length == 0 || moving.get(row)[0] != 1) {
                values.set(row, new double[0]);
            }
        }
        return new ReferenceTrack(table.timesMicros(), values);
    }

    /** The orientation at that time; null where it is not known or not scored. */
    double @Nullable [] orientationAt(long timeMicros) {
        return at(timeMicros, Slerp::between);
    }

    /** The direction at that time; null where it is not known. */
    double @Nullable [] directionAt(long timeMicros) {
        return at(timeMicros, ReferenceTrack::directionBetween);
    }

    private double @Nullable [] at(long timeMicros, Interpolation interpolation) {
        int row = java.util.Arrays.binarySearch(timesMicros, timeMicros);
        if (row >= 0) {
            double[] value = values.get(row);
            return value.length == 0 ? null : value;
        }
        int after = -row - 1;
        if (after == 0 || after == timesMicros.length) {
            return null;
        }
        double[] from = values.get(after - 1);
        double[] to = values.get(after);
        long stepMicros = timesMicros[after] - timesMicros[after - 1];
        if (from.length == 0 || to.length == 0 || stepMicros > LONGEST_STEP_MICROS) {
            return null;
        }
        return interpolation.between(from, to, (double) (timeMicros - timesMicros[after - 1]) / stepMicros);
    }

    private static double[] directionBetween(double[] from, double[] to, double share) {
        double[] direction = new double[3];
        double square = 0;
        for (int i = 0; i < 3; i++) {
            direction[i] = from[i] + share * (to[i] - from[i]);
            square += direction[i] * direction[i];
        }
        for (int i = 0; i < 3; i++) {
            direction[i] /= Math.sqrt(square);
        }
        return direction;
    }
}
