package org.plumbline.core.recording;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.recording.RecordingWarnings.Repeated;

/** Holds rows to the order of time: strictly not backwards within a sensor, nearly so between sensors; and marks to the time of the rows. */
final class RowOrder {
    private static final int TIME_COLUMN = 2;

    private final LineReader lines;
    private final RecordingWarnings warnings;
    private final List<SensorDescription> sensors;
    private final long[] lastMicros;
    private final long[] rows;
    private long firstMicros = Long.MAX_VALUE;
    private long latestMicros;
    private int latestSensor;
    private boolean any;

    RowOrder(LineReader lines, RecordingWarnings warnings, List<SensorDescription> sensors) {
        this.lines = lines;
        this.warnings = warnings;
        this.sensors = sensors;
        this.lastMicros = new long[sensors.size()];
        this.rows = new long[sensors.size()];
    }

    void check(ImuSample sample) throws RecordingFormatException {
        int sensor = sample.sensorIndex;
        long time = sample.timeMicros;
        if (rows[sensor] > 0) {
            checkWithinSensor(sensor, time);
        }
        if (any) {
            checkBetweenSensors(sensor, time);
        }
        rows[sensor]++;
        lastMicros[sensor] = time;
        firstMicros = Math.min(firstMicros, time);
        if (!any || time >= latestMicros) {
            latestMicros = time;
            latestSensor = sensor;
            any = true;
        }
    }

    private void checkWithinSensor(int sensor, long time) throws RecordingFormatException {
        long step = time - lastMicros[sensor];
        if (step < 0) {
            throw lines.problem(
                    TIME_COLUMN,
                    "expected time_us of " + name(sensor) + " to go on from " + lastMicros[sensor] + ", found " + time
                            + ": time runs backwards");
        }
        if (step == 0 && warnings.isFirst(Repeated.EQUAL_TIME)) {
            warnings.addFirst(
                    Repeated.EQUAL_TIME,
                    lines.line(),
                    "time_us " + time + " of " + name(sensor) + " equals the one before it; both rows are kept");
        }
        if (step > RecordingFormat.GAP_MICROS
                && step <= RecordingFormat.MAX_JUMP_MICROS
                && warnings.isFirst(Repeated.GAP)) {
            warnings.addFirst(
                    Repeated.GAP,
                    lines.line(),
                    "no rows of " + name(sensor) + " for " + step / 1_000_000 + " s before this one");
        }
    }

    private void checkBetweenSensors(int sensor, long time) throws RecordingFormatException {
        long step = time - latestMicros;
        if (step > RecordingFormat.MAX_JUMP_MICROS) {
            throw lines.problem(
                    TIME_COLUMN,
                    "expected time_us to go on from " + latestMicros + ", found " + time
                            + ": a jump of more than a day, probably another unit or another clock");
        }
        if (step < -RecordingFormat.INTERLEAVING_MICROS) {
            throw lines.problem(
                    TIME_COLUMN,
                    "expected rows in order of time, found " + name(sensor) + " at " + time + " after "
                            + name(latestSensor) + " at " + latestMicros
                            + ": time runs backwards; sort the rows of all sensors by time_us");
        }
        if (step < 0 && warnings.isFirst(Repeated.INTERLEAVING)) {
            warnings.addFirst(
                    Repeated.INTERLEAVING,
                    lines.line(),
                    "this row of " + name(sensor) + " is " + -step + " us earlier than the row of " + name(latestSensor)
                            + " before it; up to 250 ms is put right");
        }
    }

    private String name(int sensor) {
        return sensors.get(sensor).placement().fileName();
    }

    void warnOfSilentSensors() {
        for (int sensor = 0; sensor < rows.length; sensor++) {
            if (rows[sensor] == 0) {
                warnings.addAtEnd("the sensor " + name(sensor) + " is declared but has no rows");
            }
        }
    }

    /** Whoever marked a stretch where nothing is would wonder what became of it. The first is named, and how many more there are. */
    void warnOfMarksBesideTheRows(List<RecordingMark> marks) {
        double firstS = firstMicros * 1e-6;
        double lastS = latestMicros * 1e-6;
        List<RecordingMark> beside = marks.stream()
                .filter(mark -> mark.endS() < firstS || mark.startS() > lastS)
                .collect(Collectors.toList());
        if (!beside.isEmpty()) {
            RecordingMark first = beside.get(0);
            warnings.addAtEnd(String.format(
                    Locale.ROOT,
                    "the mark \"%s\" from %.3f to %.3f s lies beside the rows, which are from %.3f to %.3f s%s: nothing"
                            + " was recorded there",
                    first.name(),
                    first.startS(),
                    first.endS(),
                    firstS,
                    lastS,
                    beside.size() == 1 ? "" : ", and so do " + (beside.size() - 1) + " more"));
        }
    }
}
