package org.plumbline.core.recording;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.plumbline.core.imu.ImuSample;

/** Small recordings for tests, and what reading one comes to. */
final class RecordingText {
    /** Lines 1 to 4; the column names are line 5, the first row line 6. */
    static final String HEADER = """
            # trunk-imu-recording: 1
            # subject: P01
            # sensor: pelvis rate_hz=100
            # sensor: thorax rate_hz=100
            """;

    static final String COLUMNS = "sensor,time_us,acc_x,acc_y,acc_z,gyr_x,gyr_y,gyr_z\n";

    /** Two good rows, lines 6 and 7. */
    static final String ROWS = """
            pelvis,0,9.81,0,0.5,0.01,-0.02,0
            thorax,1000,9.80,0.1,0.4,0,0.5,-1e-3
            """;

    private RecordingText() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** What reading came to: the samples kept, the warnings, and the refusal or null. */
    record Outcome(List<ImuSample> samples, List<String> warnings, RecordingFormatException refusal) {}

    static Outcome read(String text) {
        return read(utf8(text), "set.csv");
    }

    static Outcome read(byte[] bytes, String fileName) {
        List<ImuSample> samples = new ArrayList<>();
        List<String> warnings = List.of();
        try (RecordingReader reader = RecordingReader.open(new ByteArrayInputStream(bytes), fileName)) {
            ImuSample sample = new ImuSample();
            try {
                while (reader.next(sample)) {
                    samples.add(sample.copy());
                }
            } finally {
                warnings = reader.warnings();
            }
            return new Outcome(samples, warnings, null);
        } catch (RecordingFormatException refusal) {
            return new Outcome(samples, warnings, refusal);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }
}
