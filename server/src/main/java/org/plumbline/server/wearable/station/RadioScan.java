package org.plumbline.server.wearable.station;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.radio.RadioSession;

/** When a radio scans: while somebody looks for something, and anew every while. Whoever calls holds the lock of the radio. */
final class RadioScan {
    /** A scan tells each device once, and one that was forgotten meanwhile must be heard again. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private boolean scanning;
    private long begunNanos;
    private int searching;
    private long findUntilNanos = System.nanoTime();

    /** Somebody looks for whatever is in reach for so long. */
    void find(Duration time) {
        findUntilNanos = System.nanoTime() + time.toNanos();
    }

    void stopFinding() {
        findUntilNanos = System.nanoTime();
    }

    boolean isFinding() {
        return findUntilNanos - System.nanoTime() > 0;
    }

    /** Somebody looks for a device they know. */
    void search() {
        searching++;
    }

    void stopSearching() {
        searching--;
    }

    /** Begins or ends the scan as it is wanted now. */
    void asWanted(RadioSession on) {
        boolean wanted = searching > 0 || isFinding();
        if (!wanted || System.nanoTime() - begunNanos > LONGEST.toNanos()) {
            end(on);
        }
        if (wanted && !scanning) {
            scanning = true;
            begunNanos = System.nanoTime();
            on.startScan();
        }
    }

    void end(@Nullable RadioSession on) {
        if (scanning && on != null) {
            scanning = false;
            on.stopScan();
        }
    }

    /** Something else has ended it. */
    void ended() {
        scanning = false;
    }
}
