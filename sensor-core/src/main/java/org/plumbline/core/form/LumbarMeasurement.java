package org.plumbline.core.form;

import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;

/** Measures what lumbar flexion does in one repetition: M1, M5, M6, M9, M11, M21, M22 and the extension at the lockout. */
final class LumbarMeasurement {
    /** Flexion is deep beyond this share of the person's largest (catalogue F2, level 1). */
    static final double DEEP_SHARE = 0.7;

    /** A share of a smaller way of the trunk than this would be a share of noise, degrees. */
    private static final double SMALLEST_WAY_DEG = 10;

    /** The tuck is measured from this share of the descent on (catalogue M11). */
    static final double TUCK_FROM_SHARE = 0.7;

    private final ChannelReading reading;
    private final ExpectedError error;

    LumbarMeasurement(PoseHistory history) {
        reading = new ChannelReading(history);
        error = new ExpectedError(history);
    }

    void measure(RepetitionParts parts, MeasurementContext context, RepetitionMetrics metrics) {
        Stretch loaded = parts.loaded();
        metrics.put(
                Metric.LUMBAR_FLEXION_RANGE,
                reading.range(Channel.LUMBAR_FLEXION, loaded),
                error.flexionRangeDeg(loaded));
        measureMost(loaded, context, metrics);
        if (context.hold()) {
            return;
        }
        double atBarBreak =
                reading.meanBefore(Channel.LUMBAR_FLEXION, parts.rising().from());
        metrics.put(
                Metric.FLEXION_GAIN_LOADED,
                Math.max(0, reading.most(Channel.LUMBAR_FLEXION, parts.rising()) - atBarBreak),
                error.flexionDeg(parts.rising()));
        measureLockout(parts.upper(), context, metrics);
        measureShare(parts.lowering(), metrics);
        if (parts.startsAtTop()) {
            measureTuck(parts.lowering(), metrics);
        }
    }

    /** The most of a stretch, by itself and against the person's largest. */
    void measureMost(Stretch loaded, MeasurementContext context, RepetitionMetrics metrics) {
        metrics.put(Metric.LUMBAR_FLEXION_PEAK, reading.most(Channel.LUMBAR_FLEXION, loaded), error.flexionDeg(loaded));
        measureAgainstMaximum(loaded, context, metrics);
    }

    private void measureAgainstMaximum(Stretch loaded, MeasurementContext context, RepetitionMetrics metrics) {
        double maximum = context.maxFlexionDeg();
        boolean load = !Double.isNaN(context.loadKg());
        if (!context.knowsNeutral() || Double.isNaN(maximum)) {
            NotAssessedReason reason =
                    context.knowsNeutral() ? NotAssessedReason.NO_MAXIMUM : NotAssessedReason.NO_CALIBRATION;
            metrics.notAssessed(Metric.PERCENT_OF_MAX_FLEXION, reason);
            metrics.notAssessed(Metric.DEEP_FLEXION_TIME, reason);
            if (load) {
                metrics.notAssessed(Metric.FLEXION_DOSE, reason);
            }
            return;
        }
        double peak = metrics.value(Metric.LUMBAR_FLEXION_PEAK);
        if (Double.isNaN(peak)) {
            metrics.notAssessed(Metric.PERCENT_OF_MAX_FLEXION, metrics.reason(Metric.LUMBAR_FLEXION_PEAK));
        } else {
            metrics.put(
                    Metric.PERCENT_OF_MAX_FLEXION,
                    100 * peak / maximum,
                    100 * metrics.sigma(Metric.LUMBAR_FLEXION_PEAK) / maximum);
        }
        double deepS = reading.secondsAbove(Channel.LUMBAR_FLEXION, DEEP_SHARE * maximum, loaded);
        metrics.put(Metric.DEEP_FLEXION_TIME, deepS);
        if (load) {
            metrics.put(Metric.FLEXION_DOSE, deepS * context.loadKg());
        }
    }

    private void measureLockout(Stretch upper, MeasurementContext context, RepetitionMetrics metrics) {
        if (context.knowsNeutral()) {
            metrics.put(
                    Metric.LOCKOUT_EXTENSION,
                    Math.max(0, -reading.least(Channel.LUMBAR_FLEXION, upper)),
                    error.flexionDeg(upper));
        } else {
            metrics.notAssessed(Metric.LOCKOUT_EXTENSION, NotAssessedReason.NO_CALIBRATION);
        }
    }

    private void measureShare(Stretch lowering, RepetitionMetrics metrics) {
        double lumbar = way(Channel.LUMBAR_FLEXION, lowering);
        double trunk = way(Channel.TRUNK_INCLINATION, lowering);
        if (Math.abs(trunk) < SMALLEST_WAY_DEG) {
            metrics.notAssessed(Metric.LUMBAR_SHARE, NotAssessedReason.TOO_SMALL);
        } else {
            metrics.put(
                    Metric.LUMBAR_SHARE, lumbar / trunk, Math.sqrt(2) * error.flexionDeg(lowering) / Math.abs(trunk));
        }
    }

    /** How much a channel has changed from the begin of a stretch to its end. */
    private double way(Channel channel, Stretch stretch) {
        return reading.isSeen(channel, stretch)
                ? reading.meanAround(channel, stretch.to() - 1) - reading.meanAround(channel, stretch.from())
                : Double.NaN;
    }

    private void measureTuck(Stretch lowering, RepetitionMetrics metrics) {
        double start = reading.meanAround(Channel.MOVEMENT, lowering.from());
        double bottom = reading.meanAround(Channel.MOVEMENT, lowering.to() - 1);
        long from = reading.firstReaching(Channel.MOVEMENT, start + TUCK_FROM_SHARE * (bottom - start), 1, lowering);
        Stretch last = new Stretch(from, lowering.to());
        double tuck = reading.isSeen(Channel.LUMBAR_FLEXION, last)
                ? reading.meanAround(Channel.LUMBAR_FLEXION, lowering.to() - 1)
                        - reading.meanAround(Channel.LUMBAR_FLEXION, from)
                : Double.NaN;
        metrics.put(Metric.TUCK, tuck, error.flexionDeg(last));
    }
}
