package org.plumbline.bench.grid;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;

/** Which of the two simulated sensors are worn, and what the lower one is called. */
enum ExerciseView {
    BOTH("both"),
    PELVIS("pelvis only"),
    THORAX("thorax only"),
    /** The lower back moves as the pelvis does, but for a few degrees. */
    LUMBAR("lumbar only");

    private static final int LOWER = 0;
    private static final int UPPER = 1;

    private final String title;

    ExerciseView(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    boolean wears(int sensor) {
        return this == BOTH || sensor == (this == THORAX ? UPPER : LOWER);
    }

    /** Where the sensors worn sit, out of both. */
    List<SensorDescription> of(List<SensorDescription> sensors) {
        List<SensorDescription> worn = new ArrayList<>();
        for (int i = 0; i < sensors.size(); i++) {
            SensorDescription sensor = sensors.get(i);
            if (wears(i)) {
                worn.add(
                        this == LUMBAR
                                ? new SensorDescription(SensorPlacement.LUMBAR, sensor.nominalRateHz(), sensor.note())
                                : sensor);
            }
        }
        return worn;
    }

    /** Position among the sensors worn. */
    int index(int sensor) {
        return this == BOTH ? sensor : 0;
    }
}
