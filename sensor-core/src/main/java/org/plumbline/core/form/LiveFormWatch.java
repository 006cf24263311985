package org.plumbline.core.form;

import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.BodyRise;
import org.plumbline.core.repetition.ConcentricStart;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;

/**
 * Watches the loaded movement as it happens: the way up from bar break on, and the way down of an exercise that starts at the
 * top. The finished repetition may show more: its ranges have the way down as well, and what lasts less than the dwell counts
 * there. Allocates only when a limit is passed.
 */
public final class LiveFormWatch {
    /** For so long a limit must be passed before it is said, ms. */
    public static final int DWELL_MILLIS = LiveRule.DWELL_TICKS * 1000 / OrientationGrid.RATE_HZ;

    /** The way up has begun when the movement has left its lowest point by this, degrees. */
    private static final double LEFT_BOTTOM_DEG = 2.5;

    /** The hips have left theirs by this within {@link #LEAVING_TICKS}, degrees. */
    private static final double HIPS_LEFT_DEG = 2;

    /** How long before the trunk as a whole the hips may leave, positions of the grid. */
    private static final int LEAVING_TICKS = OrientationGrid.RATE_HZ / 2;

    /** The way up is over when the movement comes back by this, degrees. */
    private static final double TURNED_DEG = 8;

    /** It is over, too, when it makes no way for so long near the upright end: the lifter stands, positions of the grid. */
    private static final int STANDING_TICKS = OrientationGrid.RATE_HZ / 2;

    /** Less than this is no way made, degrees. */
    private static final double NO_WAY_DEG = 1;

    /** Near the upright end is within this share of the way. */
    private static final double NEAR_UPRIGHT_SHARE = 0.25;

    /** It still goes down when it has made way within so long, positions of the grid. */
    private static final int STILL_LOWERING_TICKS = OrientationGrid.RATE_HZ / 10;

    private final PoseHistory history;
    private final LiveValues values;
    private final BodyRise body;
    private final LiveRules rules;
    private final double smallestRangeDeg;
    private final boolean loweredUnderLoad;

    private double top = Double.NaN;
    private double bottom;
    private long lastAtBottom;
    private long deepestAt;
    private boolean lowering;
    private boolean goingUp;
    private boolean confirmed;
    private double upperEnd;
    private double nearUpright;
    private double reached;
    private long reachedAt;

    /**
     * @param history where the poses are
     * @param basis what the set is judged by
     * @param profile the exercise
     */
    public LiveFormWatch(PoseHistory history, FormBasis basis, ExerciseProfile profile, LiveFlagListener listener) {
        this.history = history;
        smallestRangeDeg = profile.smallestRangeDeg();
        loweredUnderLoad = profile.start() == ExerciseProfile.Start.TOP;
        body = new BodyRise(history);
        values = new LiveValues(history, basis.maxFlexionDeg());
        rules = LiveRules.ofMovement(basis, listener);
    }

    /** Whether a way up is being watched. */
    public boolean isGoingUp() {
        return goingUp;
    }

    /**
     * What the repetitions so far have shown.
     *
     * @param movementDeg usual way of the movement
     * @param fastestDegPerS fastest trunk of unchanged form; NaN where not known
     * @param highestSpeedLevel the highest level that the loss of speed can have next
     */
    public void expect(double movementDeg, double fastestDegPerS, int highestSpeedLevel) {
        values.expect(movementDeg, fastestDegPerS);
        rules.expectSpeedLevel(highestSpeedLevel);
    }

    /** The set is over: the next one is not judged by its speed, nor is what was said in it kept back. */
    public void beginSet() {
        rules.beginSet();
    }

    /** Looks at the newest pose of the history. */
    public void update() {
        if (history.startsAnew()) {
            goingUp = false;
            lowering = false;
            top = Double.NaN;
        }
        long position = history.end() - 1;
        double angle = history.value(Channel.MOVEMENT, position);
        if (Double.isNaN(angle)) {
            return;
        }
        if (goingUp) {
            watchWayUp(position, angle);
        } else {
            await(position, angle);
        }
    }

    private void await(long position, double angle) {
        if (Double.isNaN(top) || angle < top) {
            top = angle;
            bottom = angle;
            lowering = false;
        }
        if (angle >= bottom) {
            bottom = angle;
            deepestAt = position;
        }
        if (bottom - top < LEFT_BOTTOM_DEG) {
            body.stand(position);
        }
        body.update(position);
        boolean lowered = bottom - top >= smallestRangeDeg;
        boolean left = bottom - angle > LEFT_BOTTOM_DEG;
        if (lowered && (left || hipsRise(position) || bodyRises(position))) {
            beginWayUp(position, angle, left);
            return;
        }
        if (bottom - angle <= LEFT_BOTTOM_DEG) {
            lastAtBottom = position;
        }
        if (loweredUnderLoad && lowered) {
            if (!lowering) {
                lowering = true;
                values.forget();
                rules.beginRepetition();
            }
            values.lower(position, angle - top, position - deepestAt < STILL_LOWERING_TICKS);
            rules.see(values, history.timeS(position));
        }
    }

    /**
     * Whether the pelvis has left the bottom while the trunk as a whole has not: so begins a pull whose back rounds. On the
     * way down a pelvis that tips back tucks, which is no way up.
     */
    private boolean hipsRise(long position) {
        long from = Math.max(history.first(), position - LEAVING_TICKS);
        double most = Double.NEGATIVE_INFINITY;
        for (long k = from; k < position; k++) {
            most = Math.max(most, history.value(Channel.PELVIS_TILT, k));
        }
        long justBefore = Math.max(from, position - STILL_LOWERING_TICKS);
        double deepened = history.value(Channel.MOVEMENT, position) - history.value(Channel.MOVEMENT, justBefore);
        boolean deepens =
                loweredUnderLoad && (body.isKnown(position) ? body.isLowering(position) : deepened > NO_WAY_DEG);
        return !deepens && most - history.value(Channel.PELVIS_TILT, position) > HIPS_LEFT_DEG;
    }

    /** In a squat whose back rounds at the bottom the trunk leans on while the body rises. */
    private boolean bodyRises(long position) {
        return loweredUnderLoad && body.isRising(position);
    }

    private void beginWayUp(long position, double angle, boolean left) {
        goingUp = true;
        confirmed = left;
        upperEnd = top;
        nearUpright = top + NEAR_UPRIGHT_SHARE * (bottom - top);
        reached = angle;
        reachedAt = position;
        long barBreak = ConcentricStart.find(history, left ? lastAtBottom : position);
        boolean turned = loweredUnderLoad && body.isKnown(position);
        if (turned) {
            barBreak = Math.min(position, body.lastBefore(position));
        }
        values.beginWayUp(barBreak, bottom - top, turned);
        if (!lowering) {
            rules.beginRepetition();
        }
        lowering = false;
        top = angle;
        // what has happened since bar break was not known to be a way up
        for (long k = barBreak; k <= position; k++) {
            values.rise(k);
            rules.see(values, history.timeS(k));
        }
    }

    private void watchWayUp(long position, double angle) {
        top = Math.min(top, angle);
        if (angle < reached - NO_WAY_DEG) {
            reached = angle;
            reachedAt = position;
        }
        confirmed |= bottom - angle > LEFT_BOTTOM_DEG;
        if (!confirmed && position - reachedAt > LEAVING_TICKS) {
            // the hips were only shifted
            goingUp = false;
            top = upperEnd;
            bottom = Math.max(bottom, angle);
            return;
        }
        boolean stands = angle < nearUpright && position - reachedAt > STANDING_TICKS;
        if (stands || angle - top > TURNED_DEG) {
            goingUp = false;
            top = confirmed ? top : upperEnd;
            bottom = angle;
            return;
        }
        values.rise(position);
        rules.see(values, history.timeS(position));
    }
}
