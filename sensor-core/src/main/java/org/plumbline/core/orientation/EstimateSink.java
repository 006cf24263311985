package org.plumbline.core.orientation;

/** Takes estimates in order of time. */
@FunctionalInterface
public interface EstimateSink {
    /** Takes the estimate of the sample of that time; the estimate is good only during the call. */
    void accept(long timeMicros, OrientationEstimate estimate);
}
