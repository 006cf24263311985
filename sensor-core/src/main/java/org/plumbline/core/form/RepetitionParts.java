package org.plumbline.core.form;

import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;
import org.plumbline.core.repetition.RepetitionTimes;

/**
 * The stretches of a repetition that metrics are read from.
 *
 * @param whole all of it; of a hold, the hold
 * @param rising the way up, from bar break to the top
 * @param lowering the way down; of a deadlift, to the touch-down of the bar
 * @param loaded while the weight is carried: from bar break to touch-down in a deadlift, all of it where the lifter starts
 *     standing
 * @param upper from half the way up to the end of the dwell at the top
 * @param startsAtTop whether it begins standing (squat) and not at the floor (deadlift)
 */
record RepetitionParts(
        Stretch whole, Stretch rising, Stretch lowering, Stretch loaded, Stretch upper, boolean startsAtTop) {
    /**
     * The bar is back on the floor when the trunk is within this of where it was at bar break, degrees. The sensors feel the
     * bar hit the floor, and the lifter lets go of the brace: neither is lifting.
     */
    static final double TOUCH_DOWN_DEG = 2;

    static RepetitionParts of(RepetitionTimes times, PoseHistory history) {
        ChannelReading reading = new ChannelReading(history);
        long end = Math.min(times.end(), history.end());
        Stretch whole = new Stretch(times.start(), end);
        Stretch rising = new Stretch(times.concentricStart(), Math.min(times.top(), end));
        Stretch lowering = new Stretch(
                times.eccentricStart(), Math.min(times.eccentricStart() + times.eccentricTicks(), history.end()));
        boolean startsAtTop = times.eccentricStart() < times.concentricStart();
        Stretch upper = upper(reading, rising, startsAtTop ? end : Math.min(times.eccentricStart(), end));
        if (startsAtTop) {
            return new RepetitionParts(whole, rising, lowering, whole, upper, true);
        }
        double atBarBreak = reading.meanBefore(Channel.MOVEMENT, times.concentricStart());
        long touchDown = reading.firstReaching(Channel.MOVEMENT, atBarBreak - TOUCH_DOWN_DEG, 1, lowering);
        Stretch loaded = new Stretch(times.concentricStart(), lowering.ticks() == 0 ? end : Math.min(touchDown, end));
        return new RepetitionParts(whole, rising, lowering.until(touchDown), loaded, upper, false);
    }

    /** A posture held is one stretch, which every part is. */
    static RepetitionParts ofHold(RepetitionTimes times, PoseHistory history) {
        Stretch held = new Stretch(times.start(), Math.min(times.end(), history.end()));
        return new RepetitionParts(held, held, held, held, held, false);
    }

    private static Stretch upper(ChannelReading reading, Stretch rising, long to) {
        double bottom = reading.meanBefore(Channel.MOVEMENT, rising.from());
        double top = reading.meanBefore(Channel.MOVEMENT, rising.to());
        return new Stretch(reading.firstReaching(Channel.MOVEMENT, (bottom + top) / 2, -1, rising), to);
    }
}
