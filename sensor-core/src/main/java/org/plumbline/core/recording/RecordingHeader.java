package org.plumbline.core.recording;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.SensorDescription;

/**
 * What stands before the rows of a recording.
 *
 * @param title title, or null where none is given
 * @param exercise name of the exercise as written, or null
 * @param subject the person, pseudonymous, or null
 * @param loadKg load in kilograms, or null
 * @param sensors the sensors in the order of their header lines; {@code ImuSample.sensorIndex} points into this list
 * @param marks named stretches in the order they were written
 * @param otherKeys keys this version does not know, kept as they were, in order
 */
public record RecordingHeader(
        @Nullable String title,
        @Nullable String exercise,
        @Nullable String subject,
        @Nullable Double loadKg,
        List<SensorDescription> sensors,
        List<RecordingMark> marks,
        Map<String, String> otherKeys) {
    /** The same with other keys beside those that this version knows. */
    public RecordingHeader withKeys(Map<String, String> keys) {
        return new RecordingHeader(title, exercise, subject, loadKg, sensors, marks, keys);
    }
}
