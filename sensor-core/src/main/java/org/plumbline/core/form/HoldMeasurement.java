package org.plumbline.core.form;

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
        metrics.put(Metric.HOLD_DURATION, hold.seconds());
        double trunk = context.sensors() == SensorView.PELVIS_ONLY
                ? Double.NaN
                : sag(HeldPosture.ofTrunk(reading, hold), hold);
        double pelvis = context.sensors() == SensorView.TRUNK_ONLY
                ? Double.NaN
                : sag(HeldPosture.ofPelvis(reading, hold), hold);
        if (context.seesLumbarSpine()) {
            metrics.put(Metric.HOLD_SAG, Math.max(trunk, pelvis));
        } else {
            metrics.put(Metric.HOLD_SAG, Double.isNaN(trunk) ? pelvis : trunk);
        }
    }

    private double sag(HeldPosture held, Stretch hold) {
        if (!reading.isSeen(held.inclination(), hold) || Double.isNaN(held.leanRad())) {
            return Double.NaN;
        }
        double furthest = 0;
        long from = Math.max(HeldPosture.firstSecond(hold).to(), history.first());
        for (long k = from; k < Math.min(hold.to(), history.end()); k++) {
            double angle = held.departureDeg(history, k);
            furthest = angle > furthest ? angle : furthest;
        }
        return furthest;
    }
}
