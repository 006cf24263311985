package org.plumbline.core.calibration;

import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.orientation.OrientationTick;

/** Which sensors are there while the calibration waits for all of them. */
final class SensorPresence {
    /** A sensor that is missing for so long is late or silent, ticks. */
    private static final int SILENT_TICKS = 3 * OrientationGrid.RATE_HZ;

    private final int[] present;
    private final int[] missing;
    private int silent = -1;
    /** Whether all have been there at once. */
    private boolean complete;
    /** Whether one was not there from the beginning. */
    private boolean late;

    private long lateUntilMicros = CalibrationPlan.UNKNOWN;

    SensorPresence(int sensorCount) {
        present = new int[sensorCount];
        missing = new int[sensorCount];
    }

    void accept(OrientationTick tick) {
        silent = -1;
        for (int i = 0; i < present.length; i++) {
            if (tick.valid[i]) {
                present[i]++;
                missing[i] = 0;
            } else if (++missing[i] == SILENT_TICKS) {
                silent = i;
            }
        }
        if (!complete && tick.complete()) {
            complete = true;
            lateUntilMicros = late ? tick.timeMicros : lateUntilMicros;
        }
        late |= silent >= 0 && !complete;
    }

    /** The sensor that has been missing for three seconds as of the last tick; else −1. */
    int silent() {
        return silent;
    }

    /**
     * Until when a sensor was not there that was late from the beginning: what was done meanwhile is no set. Unknown where none was,
     * or where it has not come yet.
     */
    long lateUntilMicros() {
        return lateUntilMicros;
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
