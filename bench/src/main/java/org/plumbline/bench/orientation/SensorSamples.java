package org.plumbline.bench.orientation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.recording.RecordingReader;

/**
 * What one sensor of a recording measured.
 *
 * @param placement where it sits, as the file names it
 * @param nominalRateHz rate of the header
 * @param samples its samples in the order of the file
 */
record SensorSamples(String placement, double nominalRateHz, List<ImuSample> samples) {

    /** The sensors of a recording in the order of its header. */
    static List<SensorSamples> read(Path recording) throws IOException {
        try (RecordingReader reader = RecordingReader.open(recording)) {
            List<SensorSamples> sensors = new ArrayList<>();
            for (SensorDescription sensor : reader.header().sensors()) {
                sensors.add(
                        new SensorSamples(sensor.placement().fileName(), sensor.nominalRateHz(), new ArrayList<>()));
            }
            ImuSample sample = new ImuSample();
            while (reader.next(sample)) {
                sensors.get(sample.sensorIndex).samples().add(sample.copy());
            }
            return sensors;
        }
    }

    /** The sensor at that placement. */
    static SensorSamples at(String placement, List<SensorSamples> sensors) {
        for (SensorSamples sensor : sensors) {
            if (sensor.placement().equals(placement)) {
                return sensor;
            }
        }
        throw new IllegalArgumentException("no sensor at " + placement);
    }
}
