package org.plumbline.core.repetition;

import org.plumbline.core.repetition.PoseHistory.Channel;

/**
 * What a movement is told by: an angle, and where the exercise moves the whole body up and down, the drop with it. Bent and
 * down is large, upright and up is small.
 */
final class MovementSignal {
    /** Way of the drop when somebody walks, m. */
    private static final double WANDERING_M = 0.06;

    private final PoseHistory history;
    private final Channel angle;
    private final double travelDegPerM;
    private boolean given;

    MovementSignal(PoseHistory history, Channel angle, double travelDegPerM) {
        this.history = history;
        this.angle = angle;
        this.travelDegPerM = travelDegPerM;
    }

    /** Looks whether any sensor gives the angle: where none does the movement is told by what inclinations there are. */
    void look(long position) {
        given |= !Double.isNaN(history.value(angle, position));
    }

    /** The signal, degrees; NaN where the angle is not there. */
    double at(long position) {
        double value = given ? history.value(angle, position) : history.value(otherwise(), position);
        if (isLean()) {
            // on either side
            return Math.abs(value);
        }
        return travelDegPerM == 0 ? value : value + travelDegPerM * history.value(Channel.DROP, position);
    }

    private Channel otherwise() {
        return isLean() ? Channel.TRUNK_LATERAL_LEAN : Channel.MOVEMENT;
    }

    private boolean isLean() {
        return angle == Channel.PELVIS_LATERAL_LEAN;
    }

    /** The same movement by its angle alone. */
    MovementSignal byAngle() {
        return travelDegPerM == 0 ? this : new MovementSignal(history, angle, 0);
    }

    /**
     * The least range of a movement in the signal, given the least of its angle, where the drop is measured at all: a body
     * that walks bobs and its drop wanders by some centimetres.
     */
    double smallestRangeDeg(double angleDeg, boolean travelSeen) {
        return travelSeen ? angleDeg + travelDegPerM * WANDERING_M : angleDeg;
    }

    boolean hasTravel() {
        return travelDegPerM != 0;
    }
}
