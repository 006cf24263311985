package org.plumbline.core.form;

import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;

/**
 * Measures how smooth the way up and the way down are (M17), from the magnitude of the trunk's angular velocity.
 *
 * <p>A movement cut off while it is fast has a step at its end, which looks like anything but smooth. So the cuts of the phases
 * are moved to where the trunk is nearly at rest, or as near to rest as it comes when it turns without a pause.
 */
final class SmoothnessMeasurement {
    /** Slower than this share of the phase's fastest is rest. */
    private static final double REST_SHARE = 0.05;

    /** How far from its cut a phase may really begin or end, positions of the grid. */
    private static final int FURTHEST_TICKS = OrientationGrid.RATE_HZ / 4;

    /** Less motion than this has no meaningful spectrum (catalogue M17), s. */
    private static final double SHORTEST_S = 0.5;

    private final PoseHistory history;
    private final ChannelReading reading;

    SmoothnessMeasurement(PoseHistory history) {
        this.history = history;
        reading = new ChannelReading(history);
    }

    void measure(RepetitionParts parts, RepetitionMetrics metrics) {
        measure(parts.rising(), Metric.SPARC_CONCENTRIC, Metric.LDLJ_CONCENTRIC, metrics);
        measure(parts.lowering(), Metric.SPARC_ECCENTRIC, Metric.LDLJ_ECCENTRIC, metrics);
    }

    private void measure(Stretch phase, Metric arcLength, Metric jerk, RepetitionMetrics metrics) {
        if (phase.seconds() < SHORTEST_S) {
            giveUp(NotAssessedReason.TOO_SHORT, arcLength, jerk, metrics);
            return;
        }
        double fastest = reading.most(Channel.TRUNK_ANGULAR_SPEED, phase);
        if (Double.isNaN(fastest)) {
            giveUp(NotAssessedReason.MISSING_SAMPLES, arcLength, jerk, metrics);
            return;
        }
        Stretch motion = new Stretch(
                edge(phase.from(), 1, phase.to(), REST_SHARE * fastest),
                edge(phase.to() - 1, -1, phase.from(), REST_SHARE * fastest) + 1);
        double[] speed = new double[(int) motion.ticks()];
        for (int i = 0; i < speed.length; i++) {
            speed[i] = history.value(Channel.TRUNK_ANGULAR_SPEED, motion.from() + i);
        }
        if (motion.seconds() < SHORTEST_S) {
            giveUp(NotAssessedReason.TOO_SHORT, arcLength, jerk, metrics);
            return;
        }
        // NaN where anything is missing: what fills a hole is made up, and as smooth as one likes
        metrics.put(arcLength, Smoothness.spectralArcLength(speed, OrientationGrid.RATE_HZ));
        metrics.put(jerk, Smoothness.logDimensionlessJerk(speed, OrientationGrid.RATE_HZ));
    }

    /**
     * Where the movement next to a cut begins or ends: from where the trunk is slowest near the cut inwards to where it moves.
     * The turn itself, where the speed's magnitude has a kink, is no jerk of the movement.
     *
     * @param inwards direction from the cut into the phase
     */
    private long edge(long cut, int inwards, long furthestInwards, double rest) {
        long position = cut;
        for (int i = 1; i <= FURTHEST_TICKS && speed(position) > rest; i++) {
            position = slower(position, slower(cut - i, cut + i));
        }
        while (position + inwards != furthestInwards && speed(position) <= rest) {
            position += inwards;
        }
        return position;
    }

    private long slower(long a, long b) {
        return speed(b) < speed(a) || Double.isNaN(speed(a)) ? b : a;
    }

    private double speed(long position) {
        return position < history.first() || position >= history.end()
                ? Double.NaN
                : history.value(Channel.TRUNK_ANGULAR_SPEED, position);
    }

    private static void giveUp(NotAssessedReason reason, Metric arcLength, Metric jerk, RepetitionMetrics metrics) {
        metrics.notAssessed(arcLength, reason);
        metrics.notAssessed(jerk, reason);
    }
}
