package org.plumbline.core.recording;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;

/**
 * Writes a recording that {@link RecordingReader} reads back to exactly the same samples.
 *
 * <p>A sample that the reader would refuse is refused here, with {@link IllegalArgumentException}. Constant memory. One
 * thread at a time.
 */
public final class RecordingWriter implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final OutputStream out;
    private final boolean withArrival;
    private final byte[][] names;
    private final long[] lastMicros;
    private final RowFormatter row = new RowFormatter();
    private long latestMicros;

    /** Writes to a file, gzip'd where its name ends in {@code .gz}. An existing file is replaced. */
    public RecordingWriter(Path file, RecordingHeader header, boolean withArrival) throws IOException {
        this(open(file), header, withArrival);
    }

    /**
     * Writes plain text to a stream, which is closed with the writer.
     *
     * @param withArrival whether the rows have the column {@code arrival_us}
     */
    public RecordingWriter(OutputStream out, RecordingHeader header, boolean withArrival) throws IOException {
        this.out = new BufferedOutputStream(out, BUFFER_BYTES);
        this.withArrival = withArrival;
        List<SensorDescription> sensors = header.sensors();
        this.names = new byte[sensors.size()][];
        this.lastMicros = new long[sensors.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = sensors.get(i).placement().fileName().getBytes(StandardCharsets.US_ASCII);
        }
        try {
            writeHeader(header);
        } catch (IOException | RuntimeException failure) {
            out.close();
            throw failure;
        }
    }

    private static OutputStream open(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        return String.valueOf(file.getFileName()).endsWith(".gz") ? new GZIPOutputStream(out, BUFFER_BYTES) : out;
    }

    private void writeHeader(RecordingHeader header) throws IOException {
        if (header.sensors().isEmpty()) {
            throw new IllegalArgumentException("expected at least one sensor, found none");
        }
        line(RecordingFormat.VERSION_KEY, Integer.toString(RecordingFormat.VERSION));
        optional("title", header.title());
        optional("exercise", header.exercise());
        optional("subject", header.subject());
        optional("load_kg", header.loadKg());
        for (Map.Entry<String, String> other : header.otherKeys().entrySet()) {
            line(oneLine(other.getKey()), oneLine(other.getValue()));
        }
        for (SensorDescription sensor : header.sensors()) {
            String rate = sensor.nominalRateHz() > 0 ? " rate_hz=" + sensor.nominalRateHz() : "";
            String note = sensor.note().isEmpty() ? "" : " note=" + oneLine(sensor.note());
            line("sensor", sensor.placement().fileName() + rate + note);
        }
        for (RecordingMark mark : header.marks()) {
            line("mark", mark.name() + " " + mark.startS() + " " + mark.endS());
        }
        text(RecordingFormat.COLUMNS + (withArrival ? "," + RecordingFormat.ARRIVAL_COLUMN : ""));
    }

    private void optional(String key, @Nullable Object value) throws IOException {
        if (value != null) {
            line(key, oneLine(value.toString()));
        }
    }

    /** A line end inside a value would make the rest of it a row. */
    private static String oneLine(String value) {
        return value.replaceAll("\\p{Cntrl}+", " ").trim();
    }

    private void line(String key, String value) throws IOException {
        text("# " + key + ": " + value);
    }

    private void text(String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes one row.
     *
     * @throws IllegalArgumentException where the sample is not finite, beyond the limits of {@link RecordingFormat}, of no
     *     declared sensor, or earlier than the row before it
     */
    public void write(ImuSample sample) throws IOException {
        check(sample);
        row.clear();
        row.append(names[sample.sensorIndex]);
        row.append(',');
        row.append(sample.timeMicros);
        value(sample.accX);
        value(sample.accY);
        value(sample.accZ);
        value(sample.gyrX);
        value(sample.gyrY);
        value(sample.gyrZ);
        if (withArrival) {
            row.append(',');
            if (sample.arrivalMicros != ImuSample.NO_ARRIVAL) {
                row.append(sample.arrivalMicros);
            }
        }
        row.append('\n');
        out.write(row.bytes(), 0, row.length());
        lastMicros[sample.sensorIndex] = sample.timeMicros;
        latestMicros = Math.max(latestMicros, sample.timeMicros);
    }

    private void value(double value) {
        row.append(',');
        row.append(value);
    }

    private void check(ImuSample sample) {
        if (sample.sensorIndex < 0 || sample.sensorIndex >= names.length) {
            throw new IllegalArgumentException(
                    "expected a sensor index below " + names.length + ", found " + sample.sensorIndex);
        }
        if (sample.timeMicros < lastMicros[sample.sensorIndex]
                || sample.timeMicros < latestMicros - RecordingFormat.INTERLEAVING_MICROS) {
            throw new IllegalArgumentException(
                    "expected rows in order of time after " + latestMicros + " us, found " + sample.timeMicros + " us");
        }
        if (withArrival && sample.arrivalMicros < 0 && sample.arrivalMicros != ImuSample.NO_ARRIVAL) {
            throw new IllegalArgumentException("expected an arrival time from 0, found " + sample.arrivalMicros);
        }
        double acceleration = Math.max(Math.abs(sample.accX), Math.max(Math.abs(sample.accY), Math.abs(sample.accZ)));
        double rate = Math.max(Math.abs(sample.gyrX), Math.max(Math.abs(sample.gyrY), Math.abs(sample.gyrZ)));
        // Math.max hands NaN on, and no comparison with NaN is true
        if (!(acceleration <= RecordingFormat.MAX_ACCELERATION_MS2)
                || !(rate <= RecordingFormat.MAX_ANGULAR_RATE_RADPS)) {
            throw new IllegalArgumentException("expected at most " + RecordingFormat.MAX_ACCELERATION_MS2
                    + " m/s\u00b2 and " + RecordingFormat.MAX_ANGULAR_RATE_RADPS + " rad/s, found " + acceleration
                    + " and " + rate);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
