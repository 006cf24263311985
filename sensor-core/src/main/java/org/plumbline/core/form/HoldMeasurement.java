package org.plumbline.core.form;

import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;

/**
 * Measures a posture held: for how long, and how far thorax or pelvis leave the posture of the first second.
 *
 * <p>The sag is the angle between the vertical now and then in the segment's own axes, so that it means the same standing, prone
 * and on the side, where flexion and bend swap their places.
 */
final class HoldMeasurement {
    private final ChannelReading reading;
    private final PoseHistory history;

    HoldMeasurement(PoseHistory history) {
        this.history = history;
        reading = new ChannelReading(history);
    }

    void measure(Stretch hold, MeasurementContext context, RepetitionMetrics metrics) {
        metrics.put(Metric.HOLD_DURATION, hold.seconds());
        double trunk = context.sensors() == SensorView.PELVIS_ONLY
                ? Double.NaN
                : sag(Channel.TRUNK_INCLINATION, Channel.TRUNK_LATERAL_LEAN, hold);
        double pelvis = context.sensors() == SensorView.TRUNK_ONLY
                ? Double.NaN
                : sag(Channel.PELVIS_TILT, Channel.PELVIS_LATERAL_LEAN, hold);
        if (context.seesLumbarSpine()) {
            metrics.put(Metric.HOLD_SAG, Math.max(trunk, pelvis));
        } else {
            metrics.put(Metric.HOLD_SAG, Double.isNaN(trunk) ? pelvis : trunk);
        }
    }

    private double sag(Channel inclination, Channel lean, Stretch hold) {
        Stretch first = hold.until(hold.from() + OrientationGrid.RATE_HZ);
        if (!reading.isSeen(inclination, hold) || !reading.isSeen(lean, first)) {
            return Double.NaN;
        }
        double heldInclination = Math.toRadians(reading.mean(inclination, first));
        double heldLean = Math.toRadians(reading.mean(lean, first));
        double furthest = 0;
        for (long k = Math.max(first.to(), history.first()); k < Math.min(hold.to(), history.end()); k++) {
            double leanNow = Math.toRadians(history.value(lean, k));
            double inclined = Math.toRadians(history.value(inclination, k)) - heldInclination;
            double cosine = Math.cos(leanNow) * Math.cos(heldLean) * Math.cos(inclined)
                    + Math.sin(leanNow) * Math.sin(heldLean);
            double angle = Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
            furthest = angle > furthest ? angle : furthest;
        }
        return furthest;
    }
}
