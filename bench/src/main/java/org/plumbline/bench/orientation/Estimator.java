package org.plumbline.bench.orientation;

import java.util.List;
import org.plumbline.core.imu.ImuSample;

/** A way from the samples of one sensor to its orientations. */
@FunctionalInterface
interface Estimator {
    /** One estimate for each sample, in the same order; starts anew with every call. */
    List<Estimate> estimate(List<ImuSample> samples, double nominalRateHz);
}
