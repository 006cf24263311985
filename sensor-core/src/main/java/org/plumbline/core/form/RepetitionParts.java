package org.plumbline.core.form;

import java.util.List;
import org.plumbline.core.orientation.OrientationGrid;
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
 * @param underWay while the weight is moved, for what is read as a change to the side: no stepping about at the top, and of what
 *     starts standing not the stretches next to standing, where one repetition goes over into the next
 * @param startsAtTop whether it begins standing (squat) and not at the floor (deadlift)
 */
record RepetitionParts(
        Stretch whole,
        Stretch rising,
        Stretch lowering,
        Stretch loaded,
        Stretch upper,
        List<Stretch> underWay,
        boolean startsAtTop) {
    /**
     * The bar is back on the floor when the trunk is within this of where it was at bar break, degrees. The sensors feel the
     * bar hit the floor, and the lifter lets go of the brace: neither is lifting.
     */
    static final double TOUCH_DOWN_DEG = 2;

    /** From here on the trunk has left standing, as a share of its way. */
    private static final double LEFT_STANDING_SHARE = 0.1;

    /** Who stays at the top for longer may step about, s. */
    private static final double LONGEST_STOP_S = 3;

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
            return new RepetitionParts(
                    whole, rising, lowering, whole, upper, List.of(awayFromStanding(reading, lowering, rising)), true);
        }
        double atBarBreak = reading.meanBefore(Channel.MOVEMENT, times.concentricStart());
        long touchDown = reading.firstReaching(Channel.MOVEMENT, atBarBreak - TOUCH_DOWN_DEG, 1, lowering);
        Stretch loaded = new Stretch(times.concentricStart(), lowering.ticks() == 0 ? end : Math.min(touchDown, end));
        Stretch lowered = lowering.until(touchDown);
        boolean steps = lowering.from() - rising.to() > LONGEST_STOP_S * OrientationGrid.RATE_HZ
                || reading.secondsAbove(Channel.WALKING, PoseHistory.WALKING_FROM, loaded) > 0;
        List<Stretch> underWay = steps ? List.of(rising, lowered) : List.of(loaded);
        return new RepetitionParts(whole, rising, lowered, loaded, upper, underWay, false);
    }

    /** A posture held is one stretch, which every part is. */
    static RepetitionParts ofHold(RepetitionTimes times, PoseHistory history) {
        return ofStretch(new Stretch(times.start(), Math.min(times.end(), history.end())));
    }

    /** A movement without parts. */
    static RepetitionParts ofStretch(Stretch all) {
        return new RepetitionParts(all, all, all, all, all, List.of(all), false);
    }

    private static Stretch awayFromStanding(ChannelReading reading, Stretch lowering, Stretch rising) {
        double bottom = reading.meanBefore(Channel.MOVEMENT, rising.from());
        double before = reading.meanBefore(Channel.MOVEMENT, lowering.from());
        double after = reading.meanBefore(Channel.MOVEMENT, rising.to());
        long left =
                reading.firstReaching(Channel.MOVEMENT, before + LEFT_STANDING_SHARE * (bottom - before), 1, lowering);
        long back = reading.firstReaching(Channel.MOVEMENT, after + LEFT_STANDING_SHARE * (bottom - after), -1, rising);
        return new Stretch(left, back);
    }

    private static Stretch upper(ChannelReading reading, Stretch rising, long to) {
        double bottom = reading.meanBefore(Channel.MOVEMENT, rising.from());
        double top = reading.meanBefore(Channel.MOVEMENT, rising.to());
        return new Stretch(reading.firstReaching(Channel.MOVEMENT, (bottom + top) / 2, -1, rising), to);
    }
}
