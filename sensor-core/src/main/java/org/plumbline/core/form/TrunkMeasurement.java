package org.plumbline.core.form;

import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;

/** Measures the inclinations of trunk and pelvis in one repetition: M8, M10, M21, and the tuck as the pelvis alone shows it. */
final class TrunkMeasurement {
    /** Hip shoot is looked for in this share of the way up (catalogue M10). */
    static final double EARLY_SHARE = 1.0 / 3;

    private final PoseHistory history;
    private final ChannelReading reading;

    TrunkMeasurement(PoseHistory history) {
        this.history = history;
        reading = new ChannelReading(history);
    }

    void measure(RepetitionParts parts, MeasurementContext context, RepetitionMetrics metrics) {
        boolean pelvisOnly = context.sensors() == SensorView.PELVIS_ONLY;
        measureMost(parts.whole(), context, metrics);
        metrics.put(Metric.TRUNK_INCLINATION_RANGE, reading.range(trunk(context), parts.whole()));
        if (context.sensors() == SensorView.TRUNK_ONLY) {
            metrics.notAssessed(Metric.PELVIS_TILT_RANGE, NotAssessedReason.ONE_SENSOR);
        } else {
            metrics.put(Metric.PELVIS_TILT_RANGE, reading.range(Channel.PELVIS_TILT, parts.whole()));
        }
        if (context.hold()) {
            return;
        }
        if (pelvisOnly) {
            metrics.notAssessed(Metric.EARLY_TRUNK_PITCH, NotAssessedReason.ONE_SENSOR);
        } else {
            metrics.put(Metric.EARLY_TRUNK_PITCH, earlyPitch(parts.rising()));
        }
        if (pelvisOnly && parts.startsAtTop()) {
            metrics.put(
                    Metric.PELVIC_TUCK,
                    pelvicTuck(
                            new Stretch(parts.lowering().from(), parts.rising().to())));
        }
    }

    /** The most of a stretch. */
    void measureMost(Stretch whole, MeasurementContext context, RepetitionMetrics metrics) {
        metrics.put(Metric.TRUNK_INCLINATION_PEAK, reading.most(trunk(context), whole));
    }

    private static Channel trunk(MeasurementContext context) {
        return context.sensors() == SensorView.PELVIS_ONLY ? Channel.PELVIS_TILT : Channel.TRUNK_INCLINATION;
    }

    private double earlyPitch(Stretch rising) {
        Stretch early = rising.until(rising.from() + Math.round(EARLY_SHARE * rising.ticks()));
        double atBarBreak = reading.meanBefore(Channel.TRUNK_INCLINATION, rising.from());
        return Math.max(0, reading.most(Channel.TRUNK_INCLINATION, early) - atBarBreak);
    }

    /** The deepest dip of the pelvis' tilt between a way forward and a way forward again: it tips back only while it tucks. */
    private double pelvicTuck(Stretch wayDownAndUp) {
        if (!reading.isSeen(Channel.PELVIS_TILT, wayDownAndUp)) {
            return Double.NaN;
        }
        int ticks = (int) wayDownAndUp.ticks();
        double[] mostAfter = new double[ticks + 1];
        mostAfter[ticks] = Double.NEGATIVE_INFINITY;
        for (int i = ticks - 1; i >= 0; i--) {
            mostAfter[i] = larger(mostAfter[i + 1], tilt(wayDownAndUp.from() + i));
        }
        double mostBefore = Double.NEGATIVE_INFINITY;
        double dip = 0;
        for (int i = 0; i < ticks; i++) {
            double tilt = tilt(wayDownAndUp.from() + i);
            mostBefore = larger(mostBefore, tilt);
            dip = larger(dip, Math.min(mostBefore, mostAfter[i]) - tilt);
        }
        return dip;
    }

    private double tilt(long position) {
        return position < history.first() ? Double.NaN : history.value(Channel.PELVIS_TILT, position);
    }

    private static double larger(double most, double value) {
        return value > most ? value : most;
    }
}
