package org.plumbline.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.SensorDescription;

/**
 * What a {@link FormMonitor} is told before the first sample.
 *
 * @param title title of the recording or set, may be null
 * @param sensors the sensors; {@code ImuSample.sensorIndex} points into this list
 * @param exercise name of the exercise, for example {@code deadlift}; unknown names are analysed as general trunk movement
 */
public record MonitorSetup(@Nullable String title, List<SensorDescription> sensors, String exercise) {
    /** A live set that begins with standing still and slow bows. */
    public static MonitorSetup live(List<SensorDescription> sensors, String exercise) {
        return new MonitorSetup(null, List.copyOf(sensors), exercise);
    }
}
