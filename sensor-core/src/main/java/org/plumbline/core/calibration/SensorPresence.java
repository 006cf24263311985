package org.plumbline.core.calibration;

import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.orientation.OrientationTick;

/** Which sensors are there while the calibration waits for all of them. */
final class SensorPresence {
    /** A sensor that is missing for so long is late or silent, ticks. */
    private static final int SILENT_TICKS = 3 * OrientationGrid.RATE_HZ;

    private final int[] present;
    private final int[] missing;

    SensorPresence(int sensorCount) {
        present = new int[sensorCount];
        missing = new int[sensorCount];
    }

    /** Takes the next tick; the sensor that has now been missing for three seconds, or −1. */
    int accept(OrientationTick tick) {
        int silent = -1;
        for (int i = 0; i < present.length; i++) {
            if (tick.valid[i]) {
                present[i]++;
                missing[i] = 0;
            } else if (++missing[i] == SILENT_TICKS) {
                silent = i;
            }
        }
        return silent;
    }

    /** The sensor that was there least, or −1 where none was there more than it. */
    int rarest() {
        int least = 0;
        int most = 0;
        for (int i = 1; i < present.length; i++) {
            least = present[i] < present[least] ? i : least;
            most = present[i] > present[most] ? i : most;
        }
        return present[most] > present[least] ? least : -1;
    }
}
