package org.plumbline.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.recording.RecordingReader;

/** Reading a recording of two sensors from memory: rows a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RecordingReaderBenchmark {
    private static final int ROWS = 5_000;

    private final ImuSample sample = new ImuSample();
    private byte[] plain;
    private byte[] zipped;

    @Setup(Level.Trial)
    public void write() throws IOException {
        StringBuilder text = new StringBuilder("# trunk-imu-recording: 1\n");
        SampleLoop.sensors()
                .forEach(sensor -> text.append("# sensor: ")
                        .append(sensor.placement().fileName())
                        .append('\n'));
        text.append("sensor,time_us,acc_x,acc_y,acc_z,gyr_x,gyr_y,gyr_z\n");
        List<ImuSample> samples = SampleLoop.onOneClock();
        if (samples.size() < ROWS) {
            throw new IllegalStateException("a set of " + ROWS + " rows was expected, but is " + samples.size());
        }
        samples.stream()
                .limit(ROWS)
                .sorted((one, other) -> Long.compare(one.timeMicros, other.timeMicros))
                .forEach(row -> text.append(line(row)));
        plain = text.toString().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        zipped = bytes.toByteArray();
    }

    private static String line(ImuSample row) {
        return String.format(
                Locale.ROOT,
                "%s,%d,%.4f,%.4f,%.4f,%.5f,%.5f,%.5f\n",
                SampleLoop.sensors().get(row.sensorIndex).placement().fileName(),
                row.timeMicros,
                row.accX,
                row.accY,
                row.accZ,
                row.gyrX,
                row.gyrY,
                row.gyrZ);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long plainRows() throws IOException {
        return read(plain);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long zippedRows() throws IOException {
        return read(zipped);
    }

    private long read(byte[] file) throws IOException {
        try (RecordingReader reader = RecordingReader.open(new ByteArrayInputStream(file), "benchmark")) {
            while (reader.next(sample)) {
                // the row is all there is to do
            }
            return reader.rows();
        }
    }
}
