package org.plumbline.core.form;

import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;

/**
 * Measures what happens out of the sagittal plane in one repetition: M12 and M13 of the lumbar spine, lean and turn of the
 * trunk as a whole. Everything is a change within the loaded part: headings and the way of standing are in neither.
 */
final class SideMeasurement {
    private final ChannelReading reading;
    private final ExpectedError error;

    SideMeasurement(PoseHistory history) {
        reading = new ChannelReading(history);
        error = new ExpectedError(history);
    }

    void measure(RepetitionParts parts, MeasurementContext context, RepetitionMetrics metrics) {
        Stretch loaded = parts.loaded();
        metrics.put(Metric.TRUNK_LEAN_RANGE, reading.range(Channel.TRUNK_LATERAL_LEAN, loaded));
        metrics.put(Metric.TRUNK_TURN_RANGE, reading.range(Channel.TRUNK_TURN, loaded));
        if (context.seesLumbarSpine()) {
            measureRange(
                    Metric.AXIAL_ROTATION_RANGE, Channel.AXIAL_ROTATION, Channel.AXIAL_ROTATION_SIGMA, loaded, metrics);
            measureRange(Metric.LATERAL_BEND_RANGE, Channel.LATERAL_BEND, Channel.LATERAL_BEND_SIGMA, loaded, metrics);
            measureBias(
                    Metric.AXIAL_ROTATION_BIAS, Channel.AXIAL_ROTATION, Channel.AXIAL_ROTATION_SIGMA, loaded, metrics);
            measureBias(Metric.LATERAL_BEND_BIAS, Channel.LATERAL_BEND, Channel.LATERAL_BEND_SIGMA, loaded, metrics);
        }
    }

    private void measureRange(
            Metric metric, Channel channel, Channel sigma, Stretch loaded, RepetitionMetrics metrics) {
        metrics.put(metric, reading.range(channel, loaded), error.rangeDeg(channel, sigma, loaded));
    }

    private void measureBias(Metric metric, Channel channel, Channel sigma, Stretch loaded, RepetitionMetrics metrics) {
        metrics.put(
                metric,
                reading.mean(channel, loaded) - reading.meanBefore(channel, loaded.from()),
                error.meanAgainstDeg(sigma, loaded, loaded.from()));
    }
}
