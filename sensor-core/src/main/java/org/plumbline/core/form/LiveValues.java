package org.plumbline.core.form;

import java.util.Arrays;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;

/**
 * The metrics that can be told while the bar moves, as they stand at the newest pose; NaN where not. They come from the same
 * angles as those of the finished repetition, those of the lumbar spine less low-passed. Allocates nothing after construction.
 */
final class LiveValues implements LiveReading {
    /** The lockout is looked for in this share of the way up, the last. */
    private static final double UPPER_SHARE = 0.5;

    /** Beyond this share the approach to the top begins, whose place differs a little from one repetition to the next. */
    private static final double WATCHED_TO_SHARE = 0.8;

    /** Delay of the low-pass of the watched angles, positions of the grid. */
    private static final int LIVE_DELAY_TICKS = 2;

    private final PoseHistory history;
    private final RepetitionMeasurement measurement;
    private final double maxFlexionDeg;
    private final double[] values = new double[Metric.values().length];
    private final double[] sigmas = new double[Metric.values().length];
    private final LiveRange rotation;
    private final LiveRange bend;
    private final LiveRange turn;
    private double flexionAtTuckStart;
    private double flexionAtBarBreak;
    private double inclinationAtBarBreak;
    private double bottom;
    private double way;
    private long speedFrom;
    private boolean passed;
    private double usualWay = Double.NaN;
    private double fastestDegPerS = Double.NaN;

    LiveValues(PoseHistory history, double maxFlexionDeg) {
        this.history = history;
        this.maxFlexionDeg = maxFlexionDeg;
        measurement = new RepetitionMeasurement(history);
        rotation = new LiveRange(history, Channel.LIVE_ROTATION);
        bend = new LiveRange(history, Channel.LIVE_BEND);
        turn = new LiveRange(history, Channel.TRUNK_TURN);
        forget();
    }

    @Override
    public double value(Metric metric) {
        return values[metric.ordinal()];
    }

    @Override
    public double sigma(Metric metric) {
        return sigmas[metric.ordinal()];
    }

    /** What is usual for this lifter, as far as repetitions have shown it: way of the movement, and fastest trunk. */
    void expect(double movementDeg, double degPerS) {
        usualWay = movementDeg;
        fastestDegPerS = degPerS;
    }

    /** Nothing is known of the repetition that comes. */
    void forget() {
        Arrays.fill(values, Double.NaN);
        Arrays.fill(sigmas, Double.NaN);
        flexionAtTuckStart = Double.NaN;
    }

    /**
     * The way down, loaded.
     *
     * @param lowered how far, degrees
     * @param deeper whether it still goes down: what the back does at the bottom may belong to the way up
     */
    void lower(long position, double lowered, boolean deeper) {
        deepFlexion(position);
        double flexion = history.value(Channel.LIVE_FLEXION, position);
        if (Double.isNaN(flexionAtTuckStart) && lowered >= LumbarMeasurement.TUCK_FROM_SHARE * usualWay) {
            flexionAtTuckStart = flexion;
        }
        put(Metric.TUCK, deeper ? flexion - flexionAtTuckStart : Double.NaN, flexionSigma(position));
    }

    /**
     * The way up begins.
     *
     * @param turned whether bar break is where the body was seen to turn, from down to up
     */
    void beginWayUp(long barBreak, double wayDeg, boolean turned) {
        forget();
        bottom = history.value(Channel.MOVEMENT, barBreak);
        way = wayDeg;
        speedFrom = -1;
        passed = false;
        // a pelvis that tucks does so until the body turns, and is seen later by the delay of the low-pass
        double atBarBreak =
                history.value(Channel.LIVE_FLEXION, Math.min(barBreak + LIVE_DELAY_TICKS, history.end() - 1));
        flexionAtBarBreak = measurement.meanBefore(Channel.LIVE_FLEXION, barBreak);
        if (turned && atBarBreak > flexionAtBarBreak) {
            flexionAtBarBreak = atBarBreak;
        }
        inclinationAtBarBreak = measurement.meanBefore(Channel.TRUNK_INCLINATION, barBreak);
        rotation.begin();
        bend.begin();
        turn.begin();
    }

    void rise(long position) {
        deepFlexion(position);
        double flexion = history.value(Channel.LIVE_FLEXION, position);
        double risen = bottom - history.value(Channel.MOVEMENT, position);
        put(Metric.FLEXION_GAIN_LOADED, flexion - flexionAtBarBreak, flexionSigma(position));
        put(Metric.LOCKOUT_EXTENSION, risen >= UPPER_SHARE * way ? -flexion : Double.NaN, flexionSigma(position));
        put(
                Metric.EARLY_TRUNK_PITCH,
                risen <= TrunkMeasurement.EARLY_SHARE * way
                        ? history.value(Channel.TRUNK_INCLINATION, position) - inclinationAtBarBreak
                        : Double.NaN,
                Double.NaN);
        range(Metric.AXIAL_ROTATION_RANGE, rotation, Channel.AXIAL_ROTATION_SIGMA, position);
        range(Metric.LATERAL_BEND_RANGE, bend, Channel.LATERAL_BEND_SIGMA, position);
        turn.see(position);
        put(Metric.TRUNK_TURN_RANGE, turn.range(), Double.NaN);
        put(Metric.TRUNK_SPEED_LOSS, leastSpeedLoss(position, risen), Double.NaN);
    }

    private void deepFlexion(long position) {
        double flexion = history.value(Channel.LIVE_FLEXION, position);
        put(Metric.LUMBAR_FLEXION_PEAK, flexion, flexionSigma(position));
        put(Metric.PERCENT_OF_MAX_FLEXION, 100 * flexion / maxFlexionDeg, 100 * flexionSigma(position) / maxFlexionDeg);
        put(Metric.TRUNK_INCLINATION_PEAK, history.value(Channel.TRUNK_INCLINATION, position), Double.NaN);
    }

    private void range(Metric metric, LiveRange range, Channel sigma, long position) {
        range.see(position);
        put(
                metric,
                range.range(),
                range.leastAt() < 0 ? Double.NaN : measurement.rangeSigma(sigma, range.leastAt(), range.mostAt()));
    }

    /** What the repetition loses of the usual speed at the least: if the rest of the way goes as fast as ever. */
    private double leastSpeedLoss(long position, double risen) {
        if (risen < TempoMeasurement.SPEED_FROM_SHARE * usualWay) {
            speedFrom = position;
            return Double.NaN;
        }
        passed |= risen > WATCHED_TO_SHARE * usualWay;
        if (speedFrom < 0 || passed) {
            return Double.NaN;
        }
        double elapsedS = (position - speedFrom) / (double) OrientationGrid.RATE_HZ;
        double leftS = (TempoMeasurement.SPEED_TO_SHARE * usualWay - risen) / fastestDegPerS;
        double atBest =
                (TempoMeasurement.SPEED_TO_SHARE - TempoMeasurement.SPEED_FROM_SHARE) * usualWay / (elapsedS + leftS);
        return Math.max(0, 100 * (1 - atBest / fastestDegPerS));
    }

    private double flexionSigma(long position) {
        return history.value(Channel.LUMBAR_FLEXION_SIGMA, position);
    }

    private void put(Metric metric, double value, double sigma) {
        values[metric.ordinal()] = value;
        sigmas[metric.ordinal()] = sigma;
    }
}
