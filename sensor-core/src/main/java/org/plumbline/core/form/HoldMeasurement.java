package org.plumbline.core.form;

import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.PoseHistory;

/** Measures a posture held: for how long, and how far thorax or pelvis leave the posture of the first second. */
final class HoldMeasurement {
    private final ChannelReading reading;
    private final PoseHistory history;

    HoldMeasurement(PoseHistory history) {
        this.history = history;
        reading = new ChannelReading(history);
    }

    void measure(Stretch hold, MeasurementContext context, RepetitionMetrics metrics) {
        // who was not seen for a while may have rested: only what was seen was held
        long silent = history.silentTicks(hold.from(), hold.to());
        metrics.put(Metric.HOLD_DURATION, (hold.ticks() - silent) / (double) OrientationGrid.RATE_HZ);
        metrics.put(Metric.HOLD_SAG, sag(hold, context.sensors()));
    }

    private double sag(Stretch hold, SensorView view) {
        HeldPostures held = HeldPostures.of(reading, hold, view);
        if (!held.areSeen(reading, hold)) {
            return Double.NaN;
        }
        double furthest = 0;
        long from = Math.max(HeldPosture.firstSecond(hold).to(), history.first());
        for (long k = from; k < Math.min(hold.to(), history.end()); k++) {
            double angle = held.departureOfSeenDeg(history, k);
            furthest = angle > furthest ? angle : furthest;
        }
        return furthest;
    }
}
