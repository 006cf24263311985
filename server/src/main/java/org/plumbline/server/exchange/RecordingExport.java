package org.plumbline.server.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.core.clock.ClockMapper;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.recording.RecordingWriter;
import org.plumbline.server.training.SetSource;
import org.plumbline.server.training.StoredSamples;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.springframework.stereotype.Service;

/**
 * Writes a stored set as a recording. An uploaded one comes out as it went in. A live one came from sensors each on its
 * own clock; its rows carry the common time the monitor worked with, so that any reader can take them as they are.
 */
@Service
class RecordingExport {
    /** Key in the header of a recording nobody wore sensors for. */
    static final String SIMULATED = "simulated";

    private final TrainingLog log;

    RecordingExport(TrainingLog log) {
        this.log = log;
    }

    /** Writes plain text and closes {@code out}. */
    void write(TrainingSet set, OutputStream out) throws IOException {
        boolean asUploaded = set.source() == SetSource.UPLOAD;
        try (RecordingWriter writer = new RecordingWriter(out, header(set), asUploaded && hasArrivals(set))) {
            ImuSampleSink rows = sample -> row(writer, sample);
            RowsInOrder inOrder = new RowsInOrder(rows);
            ClockMapper clock = new ClockMapper(set.header().sensors().size(), inOrder);
            StoredSamples samples = log.samples(set);
            ImuSample sample = new ImuSample();
            while (samples.next(sample)) {
                (asUploaded ? rows : clock).accept(sample);
            }
            clock.finish();
            inOrder.finish();
        } catch (UncheckedIOException readerLeft) {
            throw readerLeft.getCause();
        }
    }

    private boolean hasArrivals(TrainingSet set) {
        ImuSample first = new ImuSample();
        return log.samples(set).next(first) && first.arrivalMicros != ImuSample.NO_ARRIVAL;
    }

    /** What cannot be read of the set is named in it: the rows alone would only show a gap. */
    private RecordingHeader header(TrainingSet set) {
        RecordingHeader header = set.endedHeader();
        Map<String, String> otherKeys = new LinkedHashMap<>(header.otherKeys());
        List<String> unreadable = log.unreadable(set).stream()
                .map(stretch -> stretch.inRecording(header.sensors()))
                .toList();
        if (set.simulated()) {
            // whoever takes it in again is told
            otherKeys.putIfAbsent(SIMULATED, "yes");
        }
        if (set.source() == SetSource.SENSORS || set.source() == SetSource.SIMULATED) {
            // brought anywhere again, it counts where it was lifted
            otherKeys.put(RecordedTime.KEY, set.startedAt().toString());
        }
        if (!unreadable.isEmpty()) {
            otherKeys.put("unreadable", String.join("; ", unreadable));
        }
        return new RecordingHeader(
                set.title() == null ? header.title() : set.title(),
                set.exercise(),
                header.subject(),
                set.loadKg(),
                header.sensors(),
                header.marks(),
                otherKeys);
    }

    private static void row(RecordingWriter writer, ImuSample sample) {
        try {
            writer.write(sample);
        } catch (IOException readerLeft) {
            throw new UncheckedIOException(readerLeft);
        } catch (IllegalArgumentException outOfOrder) {
            // a row no reader would take, such as one from before the common clock began: the rest stands
        }
    }
}
