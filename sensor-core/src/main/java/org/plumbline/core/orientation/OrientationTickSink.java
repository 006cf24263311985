package org.plumbline.core.orientation;

/** Takes ticks in order of time. */
@FunctionalInterface
public interface OrientationTickSink {
    /** Takes one tick; the carrier is reused after the call returns. */
    void accept(OrientationTick tick);
}
