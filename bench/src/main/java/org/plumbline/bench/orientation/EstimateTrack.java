package org.plumbline.bench.orientation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Estimates in the order of their times, to be read at any time between the first and the last. */
final class EstimateTrack {
    private final List<Estimate> estimates;
    private int position;

    EstimateTrack(List<Estimate> estimates) {
        this.estimates = estimates;
    }

    /** The estimate at that time, interpolated; null before the first and after the last. Fastest for rising times. */
    @Nullable
    Estimate at(long timeMicros) {
        if (position > 0 && estimates.get(position).timeMicros() > timeMicros) {
            position = 0;
        }
        while (position + 1 < estimates.size() && estimates.get(position + 1).timeMicros() <= timeMicros) {
            position++;
        }
        Estimate before = estimates.get(position);
        if (before.timeMicros() == timeMicros) {
            return before;
        }
        if (before.timeMicros() > timeMicros || position + 1 == estimates.size()) {
            return null;
        }
        Estimate after = estimates.get(position + 1);
        double share = (double) (timeMicros - before.timeMicros()) / (after.timeMicros() - before.timeMicros());
        return new Estimate(
                timeMicros,
                Slerp.between(before.orientation(), after.orientation(), share),
                between(before.inclinationSigmaDeg(), after.inclinationSigmaDeg(), share),
                between(before.headingSigmaDeg(), after.headingSigmaDeg(), share),
                before.levelled() && after.levelled(),
                before.accepted() && after.accepted());
    }

    private static double between(double from, double to, double share) {
        return from + share * (to - from);
    }
}
