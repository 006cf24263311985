package org.plumbline.core.repetition;

import org.jspecify.annotations.Nullable;

/**
 * Follows a movement from end to end: an end counts as turned when the signal has come back from it by a given amount, and a
 * half-cycle much smaller than the one before it is a wobble on the way.
 */
final class TurningPoints {
    /** An end must come back this far to end the half-cycle before it; less is a wobble on the way. */
    static final double RETURN_SHARE = 0.5;

    private final Dwell dwell;
    private int direction;
    private double extreme = Double.NaN;
    private long extremeAt;
    private double highest = Double.NEGATIVE_INFINITY;
    private double lowest = Double.POSITIVE_INFINITY;
    private long highestAt;
    private long lowestAt;
    private @Nullable TurningPoint older;
    private @Nullable TurningPoint newer;
    private boolean newerIsBottom;

    TurningPoints(Dwell dwell) {
        this.dwell = dwell;
    }

    /** What comes next has nothing to do with what was before. */
    void restart() {
        direction = 0;
        extreme = Double.NaN;
        highest = Double.NEGATIVE_INFINITY;
        lowest = Double.POSITIVE_INFINITY;
        older = null;
        newer = null;
    }

    /**
     * Takes the next value.
     *
     * @param turn coming back by this turns the movement, degrees
     * @param wobbles whether a small half-cycle is taken for a wobble
     * @return the end that has been turned, or null; it becomes {@link #newer} by {@link #advance}
     */
    @Nullable
    TurningPoint follow(long position, double value, double turn, boolean wobbles) {
        if (direction == 0) {
            findDirection(position, value, turn);
        } else if (direction * (value - extreme) > 0) {
            extreme = value;
            extremeAt = position;
        } else if (direction * (extreme - value) >= turn) {
            return turned(position, value, turn, wobbles);
        }
        return null;
    }

    private void findDirection(long position, double value, double turn) {
        if (value > highest) {
            highest = value;
            highestAt = position;
        }
        if (value < lowest) {
            lowest = value;
            lowestAt = position;
        }
        if (highest - lowest < turn) {
            return;
        }
        direction = highestAt > lowestAt ? 1 : -1;
        newerIsBottom = direction < 0;
        newer = dwell.at(direction > 0 ? lowest : highest, direction > 0 ? lowestAt : highestAt, highest - lowest);
        extreme = value;
        extremeAt = position;
    }

    private @Nullable TurningPoint turned(long position, double value, double turn, boolean wobbles) {
        TurningPoint before = newer;
        double range = before == null ? turn : Math.abs(extreme - before.value());
        if (before != null && older != null && wobbles) {
            double wayBefore = Math.abs(before.value() - older.value());
            if (range < RETURN_SHARE * wayBefore) {
                dropWobble(position, value);
                return null;
            }
        }
        return dwell.at(extreme, extremeAt, range);
    }

    /** The end before the wobble was not the end yet. */
    private void dropWobble(long position, double value) {
        TurningPoint end = newer;
        newer = older;
        older = null;
        newerIsBottom = !newerIsBottom;
        direction = -direction;
        boolean further = end == null || direction * (value - end.value()) > 0;
        extreme = further || end == null ? value : end.value();
        extremeAt = further || end == null ? position : end.departure();
    }

    /**
     * The movement goes on from an end that {@link #follow} gave, from the pose that turned it.
     *
     * @param stoodAbout whether the lifter may have stood about at the end before after it had turned
     */
    void advance(TurningPoint ended, long position, double value, boolean stoodAbout) {
        older = newer != null && stoodAbout ? dwell.leftFor(newer, ended) : newer;
        newer = ended;
        newerIsBottom = !newerIsBottom;
        direction = -direction;
        extreme = value;
        extremeAt = position;
    }

    /** The end before {@link #newer}. */
    @Nullable
    TurningPoint older() {
        return older;
    }

    /** The last end that has been turned. */
    @Nullable
    TurningPoint newer() {
        return newer;
    }

    boolean newerIsBottom() {
        return newerIsBottom;
    }

    /** How far the movement has come at {@code value} from the last end, degrees. */
    double wayFrom(TurningPoint end, double value) {
        return direction * (value - end.value());
    }

    /** The extreme since the last end; NaN before there is one. */
    double extreme() {
        return extreme;
    }

    /** The end the movement would have if it turned now. */
    TurningPoint ending(double range) {
        return dwell.at(extreme, extremeAt, range);
    }
}
