package org.plumbline.core.form;

import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;
import org.plumbline.core.repetition.RepetitionTimes;

/** The course of a channel over one repetition at 101 evenly spaced points from 0 to 100 % of its duration. */
public final class RepetitionCurve {
    /** Points of a curve. */
    public static final int POINTS = 101;

    private RepetitionCurve() {}

    /** The course of a channel, in its unit; NaN at points where it is not assessed. */
    public static double[] of(PoseHistory history, Channel channel, RepetitionTimes times) {
        double[] curve = new double[POINTS];
        long first = Math.max(times.start(), history.first());
        long span = Math.min(times.end(), history.end()) - 1 - first;
        for (int i = 0; i < curve.length; i++) {
            double place = first + span * (i / (double) (curve.length - 1));
            long before = (long) place;
            double share = place - before;
            double next = share > 0 ? history.value(channel, before + 1) : 0;
            curve[i] = (1 - share) * history.value(channel, before) + share * next;
        }
        return curve;
    }
}
