package org.plumbline.core.repetition;

/** Tells the phase the lifter is in right now, for the screen: by the speed of the trunk with hysteresis. */
final class PhaseWatch {
    /** Moving is faster than this, degrees per second. */
    private static final double MOVING_DEG_PER_S = 15;

    /** Standing at an end is slower than this, degrees per second. */
    private static final double STANDING_DEG_PER_S = 6;

    private final RepetitionListener listener;
    private RepetitionPhase phase = RepetitionPhase.READY;

    PhaseWatch(RepetitionListener listener) {
        this.listener = listener;
    }

    /** The phase told last. */
    RepetitionPhase phase() {
        return phase;
    }

    void update(long position, double speedDegPerS, int number) {
        RepetitionPhase next = phase;
        if (speedDegPerS > MOVING_DEG_PER_S) {
            next = RepetitionPhase.ECCENTRIC;
        } else if (speedDegPerS < -MOVING_DEG_PER_S) {
            next = RepetitionPhase.CONCENTRIC;
        } else if (Math.abs(speedDegPerS) < STANDING_DEG_PER_S) {
            if (phase == RepetitionPhase.ECCENTRIC) {
                next = RepetitionPhase.BOTTOM;
            } else if (phase == RepetitionPhase.CONCENTRIC) {
                next = RepetitionPhase.TOP;
            }
        }
        if (next != phase) {
            phase = next;
            listener.onPhase(phase, number, position);
        }
    }
}
