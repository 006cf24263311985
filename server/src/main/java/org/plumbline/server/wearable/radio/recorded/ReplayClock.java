package org.plumbline.server.wearable.radio.recorded;

/** Where in the recording it is now: at the recorded moment of the first connection when that is made, and on from there. */
final class ReplayClock {
    private long recordedStart;
    private long hostStart;
    private boolean running;

    boolean isRunning() {
        return running;
    }

    void start(long recordedNanos) {
        recordedStart = recordedNanos;
        hostStart = System.nanoTime();
        running = true;
    }

    void stop() {
        running = false;
    }

    /** When something recorded is due on this host. */
    long hostNanos(long recordedNanos) {
        return hostStart + recordedNanos - recordedStart;
    }

    /** The recorded moment that is now. */
    long recordedNow() {
        return recordedStart + System.nanoTime() - hostStart;
    }
}
