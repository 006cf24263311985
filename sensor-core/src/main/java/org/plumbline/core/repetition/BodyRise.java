package org.plumbline.core.repetition;

import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.PoseHistory.Channel;

/**
 * Whether a body that has gone down from standing goes up again, as it happens: by its vertical speed since it stood, which an
 * accelerometer gives without delay. The trunk's angles tell later, because when the back rounds the trunk leans on while the
 * body already rises. The finished movement is told more exactly by {@link BodyTurn}. Allocates nothing after construction.
 */
public final class BodyRise {
    /** The body stood so long before its trunk was seen to lean, ticks. */
    private static final int STOOD_TICKS = OrientationGrid.RATE_HZ * 2 / 5;

    /** A body that has not gone down faster than this is told by its angles, m/s. */
    private static final double LEAST_LOWERING_MS = 0.2;

    /** It rises when it is faster than this, and than what the force may err in the time since it stood, m/s. */
    private static final double RISING_MS = 0.08;

    /** The force may err by so much on average, m/s²: bias of a worn accelerometer, less what a mean at rest takes out. */
    private static final double DRIFT_MS2 = 0.02;

    /** Slower than this it stands at the bottom, m/s. */
    private static final double STANDING_MS = 0.03;

    /** The force is not known when so many ticks are missing. */
    private static final int MOST_MISSING_TICKS = OrientationGrid.RATE_HZ / 20;

    /** After so long the speed has drifted too far to tell, ticks. */
    private static final int LONGEST_TICKS = 10 * OrientationGrid.RATE_HZ;

    private final PoseHistory history;
    private long stoodAt = -1;
    private double fastestDownMs;
    private int missing;

    public BodyRise(PoseHistory history) {
        this.history = history;
    }

    /** The lifter stands at a position, or may still do so. */
    public void stand(long position) {
        stoodAt = Math.max(history.first(), position - STOOD_TICKS);
        fastestDownMs = 0;
        missing = 0;
    }

    /** Takes the newest position after that. */
    public void update(long position) {
        missing += Double.isNaN(history.value(Channel.VERTICAL_FORCE, position)) ? 1 : 0;
        if (stoodAt >= history.first()) {
            fastestDownMs = Math.max(fastestDownMs, -speedMs(position));
        }
    }

    /** Whether the speed tells anything: the body has gone down, and the force was there. */
    public boolean isKnown(long position) {
        return stoodAt >= history.first()
                && position - stoodAt < LONGEST_TICKS
                && missing <= MOST_MISSING_TICKS
                && fastestDownMs > LEAST_LOWERING_MS + doubtMs(position);
    }

    /** Whether the body goes up. */
    public boolean isRising(long position) {
        return isKnown(position) && speedMs(position) > RISING_MS + doubtMs(position);
    }

    /** Whether it may still go down. */
    public boolean isLowering(long position) {
        return speedMs(position) < STANDING_MS - doubtMs(position);
    }

    /** The last position up to that one at which the body did not yet rise. */
    public long lastBefore(long position) {
        long at = position;
        while (at > stoodAt && speedMs(at) > STANDING_MS) {
            at--;
        }
        return at;
    }

    private double doubtMs(long position) {
        return DRIFT_MS2 * (position - stoodAt) / OrientationGrid.RATE_HZ;
    }

    private double speedMs(long position) {
        return history.value(Channel.UPWARD_SPEED, position) - history.value(Channel.UPWARD_SPEED, stoodAt);
    }
}
