package org.plumbline.core.form;

import java.util.Arrays;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.RepetitionTimes;

/**
 * The course of what a hold is judged by: how far thorax or pelvis, whichever is farther, are from their posture of its first second.
 * A long hold has seconds between two points, so that each point is the largest since the one before: what passed a limit passes it
 * here.
 */
public final class HoldSagCurve {
    private HoldSagCurve() {}

    /** The course, degrees; NaN in the first second, where nothing was seen, and all of it where the sag was not assessed. */
    public static double[] of(PoseHistory history, SensorView view, RepetitionTimes times, RepetitionMetrics metrics) {
        double[] curve = new double[RepetitionCurve.POINTS];
        Arrays.fill(curve, Double.NaN);
        if (Double.isNaN(metrics.value(Metric.HOLD_SAG))) {
            return curve;
        }
        ChannelReading reading = new ChannelReading(history);
        Stretch hold = new Stretch(times.top(), Math.min(times.eccentricStart(), history.end()));
        HeldPostures held = HeldPostures.of(reading, hold, view);
        double ticksAPoint = (hold.ticks() - 1) / (double) (curve.length - 1);
        long next = Math.max(HeldPosture.firstSecond(hold).to(), history.first());
        for (int i = 0; i < curve.length; i++) {
            long last = hold.from() + (long) Math.ceil(i * ticksAPoint);
            for (; next <= Math.min(last, hold.to() - 1); next++) {
                curve[i] = larger(curve[i], held.departureOfSeenDeg(history, next));
            }
        }
        return curve;
    }

    private static double larger(double one, double other) {
        return Double.isNaN(one) || other > one ? other : one;
    }
}
