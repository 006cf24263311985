package org.plumbline.bench.orientation;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.orientation.OrientationFilter;
import org.plumbline.core.orientation.OrientationParameters;
import org.plumbline.core.orientation.OrientationSmoother;

/**
 * An estimator as the tables name it. {@link #all} is the list of what is measured: a new one is a line there.
 *
 * @param name heading of its tables
 * @param saysItsError whether it gives an error to expect, which then is judged too
 * @param estimator the way it works
 */
record NamedEstimator(String name, boolean saysItsError, Estimator estimator) {

    static List<NamedEstimator> all() {
        return List.of(
                live("live filter", OrientationParameters.defaults()),
                new NamedEstimator("smoothed, lag 2 s", true, (samples, rate) -> smoothed(samples, rate, 2)),
                new NamedEstimator(
                        "smoothed, whole set",
                        true,
                        (samples, rate) -> smoothed(samples, rate, OrientationSmoother.WHOLE_SET)),
                new NamedEstimator("complementary filter", false, NamedEstimator::complementary));
    }

    /** The sensors of the recording are estimated one by one, each from its own samples. */
    EstimateTrack track(List<ImuSample> samples, double nominalRateHz) {
        return new EstimateTrack(estimator.estimate(samples, nominalRateHz));
    }

    /** The live filter with those parameters. */
    static NamedEstimator live(String name, OrientationParameters parameters) {
        return new NamedEstimator(name, true, (samples, rate) -> live(samples, rate, parameters));
    }

    private static List<Estimate> live(
            List<ImuSample> samples, double nominalRateHz, OrientationParameters parameters) {
        OrientationFilter filter = new OrientationFilter(nominalRateHz, parameters);
        List<Estimate> estimates = new ArrayList<>(samples.size());
        for (ImuSample sample : samples) {
            boolean accepted = filter.update(sample);
            double[] orientation = new double[4];
            filter.copyOrientationTo(orientation);
            estimates.add(new Estimate(
                    sample.timeMicros,
                    orientation,
                    filter.inclinationSigmaDeg(),
                    filter.headingSigmaDeg(),
                    filter.isLevelled(),
                    accepted));
        }
        return estimates;
    }

    private static List<Estimate> smoothed(List<ImuSample> samples, double nominalRateHz, double lagS) {
        List<Estimate> estimates = new ArrayList<>(samples.size());
        List<Boolean> accepted = new ArrayList<>(samples.size());
        OrientationSmoother smoother = new OrientationSmoother(
                nominalRateHz, OrientationParameters.defaults(), lagS, (timeMicros, estimate) -> {
                    double[] orientation = new double[4];
                    estimate.copyOrientationTo(orientation);
                    estimates.add(new Estimate(
                            timeMicros,
                            orientation,
                            estimate.inclinationSigmaDeg(),
                            estimate.headingSigmaDeg(),
                            estimate.isLevelled(),
                            accepted.get(estimates.size())));
                });
        for (ImuSample sample : samples) {
            // an estimate comes at the earliest with the sample after its own
            accepted.add(true);
            accepted.set(accepted.size() - 1, smoother.update(sample));
        }
        smoother.finish();
        return estimates;
    }

    private static List<Estimate> complementary(List<ImuSample> samples, double nominalRateHz) {
        ComplementaryFilter filter = new ComplementaryFilter();
        List<Estimate> estimates = new ArrayList<>(samples.size());
        long lastMicros = samples.get(0).timeMicros - Math.round(1e6 / nominalRateHz);
        for (ImuSample sample : samples) {
            filter.update(sample, (sample.timeMicros - lastMicros) * 1e-6);
            lastMicros = sample.timeMicros;
            double[] orientation = new double[4];
            filter.copyOrientationTo(orientation);
            estimates.add(new Estimate(sample.timeMicros, orientation, Double.NaN, Double.NaN, true, true));
        }
        return estimates;
    }
}
