package org.plumbline.core.recording;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;

/** One row of a recording into a sample. Allocates only to say what is wrong. */
final class RowParser {
    private static final int NO_SENSOR = -1;
    private static final int FIRST_VALUE = 2;
    private static final int FIRST_RATE = 5;
    private static final int ARRIVAL = 8;

    private final LineReader lines;
    private final List<SensorDescription> sensors;
    private final byte[][] names;
    private final int columns;
    private final int[] from = new int[RecordingFormat.COLUMN_NAMES.length];
    private final int[] to = new int[RecordingFormat.COLUMN_NAMES.length];
    private final double[] values = new double[RecordingFormat.COLUMN_COUNT];

    RowParser(LineReader lines, List<SensorDescription> sensors, boolean arrivalColumn) {
        this.lines = lines;
        this.sensors = sensors;
        this.columns = RecordingFormat.COLUMN_COUNT + (arrivalColumn ? 1 : 0);
        this.names = new byte[sensors.size()][];
        for (int i = 0; i < names.length; i++) {
            names[i] = sensors.get(i).placement().fileName().getBytes(StandardCharsets.US_ASCII);
        }
    }

    void parse(ImuSample into) throws RecordingFormatException {
        split();
        int sensor = sensor();
        long timeMicros = time(1);
        for (int column = FIRST_VALUE; column < RecordingFormat.COLUMN_COUNT; column++) {
            values[column] = value(column);
        }
        long arrivalMicros = ImuSample.NO_ARRIVAL;
        if (columns > ARRIVAL && from[ARRIVAL] < to[ARRIVAL]) {
            arrivalMicros = time(ARRIVAL);
        }
        into.sensorIndex = sensor;
        into.timeMicros = timeMicros;
        into.arrivalMicros = arrivalMicros;
        into.accX = values[FIRST_VALUE];
        into.accY = values[FIRST_VALUE + 1];
        into.accZ = values[FIRST_VALUE + 2];
        into.gyrX = values[FIRST_RATE];
        into.gyrY = values[FIRST_RATE + 1];
        into.gyrZ = values[FIRST_RATE + 2];
        into.flags = 0;
    }

    private void split() throws RecordingFormatException {
        byte[] buffer = lines.buffer;
        int count = 0;
        int fieldStart = lines.start;
        for (int i = lines.start; i <= lines.end; i++) {
            if (i < lines.end && buffer[i] != ',') {
                if (buffer[i] == '"') {
                    throw lines.problem(
                            count + 1, "expected plain values, found a quoted field: write it without quotes");
                }
                if (buffer[i] == ';') {
                    throw lines.problem(
                            count + 1,
                            "expected commas between the columns, found a semicolon: save the file with commas as"
                                    + " separators and decimal points");
                }
                continue;
            }
            if (count < columns) {
                int first = fieldStart;
                int last = i;
                while (first < last && isSpace(buffer[first])) {
                    first++;
                }
                while (last > first && isSpace(buffer[last - 1])) {
                    last--;
                }
                from[count] = first;
                to[count] = last;
            }
            count++;
            fieldStart = i + 1;
        }
        if (count != columns) {
            throw wrongCount(count);
        }
    }

    private static boolean isSpace(byte character) {
        return character == ' ' || character == '\t';
    }

    private RecordingFormatException wrongCount(int count) {
        int column = Math.min(count, columns) + (count > columns ? 1 : 0);
        String text = "expected " + columns + " columns, found " + count;
        if (count > columns && count <= columns + 6 && lines.text().indexOf('.') < 0) {
            return lines.problem(column, text + ": probably decimal commas ('9,81'); write a decimal point ('9.81')");
        }
        if (count < columns && !lines.terminated()) {
            return lines.problem(column, text + ": the file was cut off in this row");
        }
        return lines.problem(column, text);
    }

    private int sensor() throws RecordingFormatException {
        for (int i = 0; i < names.length; i++) {
            if (isName(names[i])) {
                return i;
            }
        }
        String found =
                new String(lines.buffer, from[0], to[0] - from[0], StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        StringBuilder declared = new StringBuilder();
        int sensor = NO_SENSOR;
        for (int i = 0; i < names.length; i++) {
            String name = sensors.get(i).placement().fileName();
            declared.append(i == 0 ? "" : ", ").append(name);
            if (name.equals(found)) {
                sensor = i;
            }
        }
        if (sensor == NO_SENSOR) {
            throw lines.problem(
                    1,
                    "expected a sensor that the header declares (" + declared + "), found "
                            + Excerpt.of(lines.buffer, from[0], to[0]));
        }
        return sensor;
    }

    private boolean isName(byte[] name) {
        if (to[0] - from[0] != name.length) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (lines.buffer[from[0] + i] != name[i]) {
                return false;
            }
        }
        return true;
    }

    private long time(int column) throws RecordingFormatException {
        long micros = DecimalParser.integer(lines.buffer, from[column], to[column]);
        if (micros != DecimalParser.NOT_AN_INTEGER) {
            return micros;
        }
        String name = RecordingFormat.COLUMN_NAMES[column];
        double value = DecimalParser.decimal(lines.buffer, from[column], to[column]);
        String why = "";
        if (value < 0) {
            why = ": time cannot be negative";
        } else if (value >= 1e18) {
            why = ": too large for a time";
        } else if (value >= 0) {
            why = ": not a whole number; are these seconds or milliseconds?";
        }
        return refuse(column, "expected " + name + " in whole microseconds from 0", why);
    }

    private long refuse(int column, String expected, String why) throws RecordingFormatException {
        throw lines.problem(
                column + 1, expected + ", found " + Excerpt.of(lines.buffer, from[column], to[column]) + why);
    }

    private double value(int column) throws RecordingFormatException {
        double value = DecimalParser.decimal(lines.buffer, from[column], to[column]);
        boolean rate = column >= FIRST_RATE;
        double limit = rate ? RecordingFormat.MAX_ANGULAR_RATE_RADPS : RecordingFormat.MAX_ACCELERATION_MS2;
        // written so that NaN does not pass
        if (Math.abs(value) <= limit) {
            return value;
        }
        String unit = rate ? "rad/s" : "m/s\u00b2";
        String expected = "expected " + RecordingFormat.COLUMN_NAMES[column] + " as a number in " + unit;
        if (Double.isNaN(value)) {
            refuse(column, expected, "");
        }
        refuse(
                column,
                expected,
                ": beyond any sensor (limit " + (int) limit + " " + unit + "), probably the wrong unit");
        return value;
    }
}
