package org.plumbline.core.form;

import java.util.List;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;

/**
 * Measures what happens out of the sagittal plane in one repetition: M12 and M13 of the lumbar spine, lean and turn of the
 * trunk as a whole. Everything is a change while the weight is moved, of two ways that are apart the larger one: headings and the way of standing are in
 * neither.
 */
final class SideMeasurement {
    private final ChannelReading reading;
    private final ExpectedError error;

    SideMeasurement(PoseHistory history) {
        reading = new ChannelReading(history);
        error = new ExpectedError(history);
    }

    void measure(RepetitionParts parts, MeasurementContext context, RepetitionMetrics metrics) {
        List<Stretch> ways = parts.underWay();
        metrics.put(
                Metric.TRUNK_LEAN_RANGE,
                reading.range(Channel.TRUNK_LATERAL_LEAN, widest(Channel.TRUNK_LATERAL_LEAN, ways)));
        metrics.put(Metric.TRUNK_TURN_RANGE, reading.range(Channel.TRUNK_TURN, widest(Channel.TRUNK_TURN, ways)));
        if (context.seesLumbarSpine()) {
            measureRange(
                    Metric.AXIAL_ROTATION_RANGE, Channel.AXIAL_ROTATION, Channel.AXIAL_ROTATION_SIGMA, ways, metrics);
            measureRange(Metric.LATERAL_BEND_RANGE, Channel.LATERAL_BEND, Channel.LATERAL_BEND_SIGMA, ways, metrics);
            Stretch first = ways.get(0);
            measureBias(
                    Metric.AXIAL_ROTATION_BIAS, Channel.AXIAL_ROTATION, Channel.AXIAL_ROTATION_SIGMA, first, metrics);
            measureBias(Metric.LATERAL_BEND_BIAS, Channel.LATERAL_BEND, Channel.LATERAL_BEND_SIGMA, first, metrics);
        }
    }

    private void measureRange(
            Metric metric, Channel channel, Channel sigma, List<Stretch> ways, RepetitionMetrics metrics) {
        Stretch widest = widest(channel, ways);
        metrics.put(metric, reading.range(channel, widest), error.rangeDeg(channel, sigma, widest));
    }

    /** The stretch with the largest range; the first where one of them is not known. */
    private Stretch widest(Channel channel, List<Stretch> ways) {
        Stretch widest = ways.get(0);
        for (Stretch way : ways) {
            widest = reading.range(channel, way) > reading.range(channel, widest) ? way : widest;
        }
        return widest;
    }

    private void measureBias(Metric metric, Channel channel, Channel sigma, Stretch way, RepetitionMetrics metrics) {
        metrics.put(
                metric,
                reading.mean(channel, way) - reading.meanBefore(channel, way.from()),
                error.meanAgainstDeg(sigma, way, way.from()));
    }
}
