package org.plumbline.server.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.orientation.OrientationEstimate;
import org.plumbline.core.orientation.OrientationFilter;
import org.plumbline.core.orientation.OrientationParameters;
import org.plumbline.core.orientation.OrientationSmoother;

/** Samples of a recording to rows of orientation: one row for every sample, in the recording's order, live or smoothed. */
final class OrientationRows {
    private static final int DECIMALS = 7;

    private final CsvLines csv;
    private final List<String> names = new ArrayList<>();
    private final List<OrientationFilter> filters = new ArrayList<>();
    private final List<OrientationSmoother> smoothers = new ArrayList<>();
    /** Sensors of the rows that wait for their orientation, in the recording's order. */
    private final Queue<Integer> order = new ArrayDeque<>();

    private final List<Queue<Row>> waiting = new ArrayList<>();
    private final double[] wxyz = new double[4];
    private final long[] lastMicros;
    /** A sensor that is silent for so long holds nobody up. */
    private final long longestSilenceMicros;

    private final int[] rowCounts;
    private final int[] notLevelled;
    private final long[] firstNotLevelledMicros;

    private record Row(long timeMicros, double w, double x, double y, double z, boolean levelled) {}

    /** @param smoothS lag of the smoother in seconds, or null for the live filter */
    OrientationRows(List<SensorDescription> sensors, CsvLines csv, @Nullable Double smoothS) {
        this.csv = csv;
        lastMicros = new long[sensors.size()];
        notLevelled = new int[sensors.size()];
        firstNotLevelledMicros = new long[sensors.size()];
        rowCounts = new int[sensors.size()];
        longestSilenceMicros = smoothS == null ? 0 : Math.round(Math.min(1e6, 2 * smoothS + 1) * 1e6);
        for (SensorDescription sensor : sensors) {
            names.add(sensor.placement().fileName());
            if (smoothS == null) {
                filters.add(new OrientationFilter(sensor.nominalRateHz()));
            } else {
                Queue<Row> rows = new ArrayDeque<>();
                waiting.add(rows);
                smoothers.add(new OrientationSmoother(
                        sensor.nominalRateHz(),
                        OrientationParameters.defaults(),
                        smoothS,
                        (timeMicros, estimate) -> rows.add(row(timeMicros, estimate))));
            }
        }
    }

    private static Row row(long timeMicros, OrientationEstimate estimate) {
        double[] q = new double[4];
        estimate.copyOrientationTo(q);
        return new Row(timeMicros, q[0], q[1], q[2], q[3], estimate.isLevelled());
    }

    void accept(ImuSample sample) throws IOException {
        if (smoothers.isEmpty()) {
            OrientationFilter filter = filters.get(sample.sensorIndex);
            filter.update(sample);
            filter.copyOrientationTo(wxyz);
            write(sample.sensorIndex, sample.timeMicros, filter.isLevelled());
        } else {
            smoothers.get(sample.sensorIndex).update(sample);
            order.add(sample.sensorIndex);
            lastMicros[sample.sensorIndex] = sample.timeMicros;
            Integer held = order.peek();
            if (held != null && sample.timeMicros - lastMicros[held] > longestSilenceMicros) {
                // what comes after the silence does not reach back over it
                smoothers.get(held).finish();
            }
            writeReady();
        }
    }

    void finish() throws IOException {
        for (OrientationSmoother smoother : smoothers) {
            smoother.finish();
        }
        writeReady();
    }

    private void writeReady() throws IOException {
        for (Integer sensor = order.peek(); sensor != null; sensor = order.peek()) {
            Row row = waiting.get(sensor).poll();
            if (row == null) {
                return;
            }
            order.remove();
            wxyz[0] = row.w();
            wxyz[1] = row.x();
            wxyz[2] = row.y();
            wxyz[3] = row.z();
            write(sensor, row.timeMicros(), row.levelled());
        }
    }

    /** What a person should know of the rows: where the inclination was not known. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        for (int i = 0; i < rowCounts.length; i++) {
            if (notLevelled[i] > 0) {
                remarks.add(String.format(
                        Locale.ROOT,
                        "after gaps the inclination of %s was not known in %d of %d rows, first at %.1f s: do not rely on"
                                + " those orientations",
                        names.get(i),
                        notLevelled[i],
                        rowCounts[i],
                        firstNotLevelledMicros[i] * 1e-6));
            }
        }
        return remarks;
    }

    private void write(int sensor, long timeMicros, boolean levelled) throws IOException {
        rowCounts[sensor]++;
        if (!levelled && notLevelled[sensor]++ == 0) {
            firstNotLevelledMicros[sensor] = timeMicros;
        }
        csv.cell(timeMicros).cell(names.get(sensor));
        for (double component : wxyz) {
            csv.cell(component, DECIMALS);
        }
        csv.endLine();
    }
}
