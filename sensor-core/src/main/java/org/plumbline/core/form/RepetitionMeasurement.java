package org.plumbline.core.form;

import java.util.EnumSet;
import java.util.Set;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;
import org.plumbline.core.repetition.RepetitionTimes;
import org.plumbline.core.repetition.UnfinishedMovement;

/**
 * Measures one repetition from the poses kept: every metric that belongs to it gets a value or a reason why it has none. Those
 * that need the repetitions before wait for them ({@link NotAssessedReason#NO_REFERENCE}).
 */
public final class RepetitionMeasurement {
    static final Set<Metric> AGAINST_OTHER_REPETITIONS = EnumSet.of(
            Metric.FLEXION_DRIFT,
            Metric.BASELINE_DEVIATION,
            Metric.CURVE_VARIABILITY,
            Metric.RANGE_LOSS,
            Metric.TRUNK_SPEED_LOSS,
            Metric.SMOOTHNESS_LOSS,
            Metric.YANK_INDEX,
            Metric.FORM_DRIFT_INDEX);

    /** Of the lumbar spine, and in every repetition of an exercise whatever else is known of it. */
    private static final Set<Metric> LUMBAR_IN_A_HOLD = EnumSet.of(
            Metric.LUMBAR_FLEXION_PEAK,
            Metric.LUMBAR_FLEXION_RANGE,
            Metric.PERCENT_OF_MAX_FLEXION,
            Metric.DEEP_FLEXION_TIME,
            Metric.AXIAL_ROTATION_RANGE,
            Metric.LATERAL_BEND_RANGE,
            Metric.AXIAL_ROTATION_BIAS,
            Metric.LATERAL_BEND_BIAS);

    /** What is known of a movement at every moment: the most until then. */
    private static final Set<Metric> KNOWN_UNFINISHED = EnumSet.of(
            Metric.LUMBAR_FLEXION_PEAK,
            Metric.PERCENT_OF_MAX_FLEXION,
            Metric.AXIAL_ROTATION_RANGE,
            Metric.LATERAL_BEND_RANGE,
            Metric.TRUNK_INCLINATION_PEAK);

    /** What says something only where the trunk moves with the weight. */
    private static final Set<Metric> OF_SPEED = EnumSet.of(
            Metric.TRUNK_EXTENSION_SPEED,
            Metric.TRUNK_EXTENSION_PEAK_SPEED,
            Metric.TRUNK_SPEED_LOSS,
            Metric.START_ACCELERATION,
            Metric.YANK_INDEX);

    /** What cannot be read of a repetition whose way up was not found. */
    private static final Set<Metric> OF_THE_WAY_UP = EnumSet.of(
            Metric.FLEXION_GAIN_LOADED,
            Metric.EARLY_TRUNK_PITCH,
            Metric.CONCENTRIC_DURATION,
            Metric.TRUNK_EXTENSION_SPEED,
            Metric.TRUNK_EXTENSION_PEAK_SPEED,
            Metric.START_ACCELERATION);

    private static final Set<Metric> OF_HOLDS = EnumSet.of(Metric.HOLD_DURATION, Metric.HOLD_SAG);

    /** What is read of the ways there and back, and so of no posture that is held. */
    private static final Set<Metric> OF_MOVEMENTS = EnumSet.of(
            Metric.FLEXION_GAIN_LOADED,
            Metric.LUMBAR_SHARE,
            Metric.EARLY_TRUNK_PITCH,
            Metric.TUCK,
            Metric.PELVIC_TUCK,
            Metric.LOCKOUT_EXTENSION,
            Metric.ECCENTRIC_DURATION,
            Metric.CONCENTRIC_DURATION,
            Metric.BOTTOM_DURATION,
            Metric.TOP_DURATION,
            Metric.TRUNK_EXTENSION_SPEED,
            Metric.TRUNK_EXTENSION_PEAK_SPEED,
            Metric.TRUNK_SPEED_LOSS,
            Metric.SPARC_CONCENTRIC,
            Metric.SPARC_ECCENTRIC,
            Metric.LDLJ_CONCENTRIC,
            Metric.LDLJ_ECCENTRIC,
            Metric.SMOOTHNESS_LOSS,
            Metric.YANK_INDEX,
            Metric.START_ACCELERATION);

    /** What is read of the way down from standing. */
    private static final Set<Metric> OF_THE_DESCENT = EnumSet.of(Metric.TUCK, Metric.PELVIC_TUCK);

    /** Those that stand in for the lumbar spine where it is not seen. */
    private static final Set<Metric> OF_ONE_SENSOR = EnumSet.of(Metric.TRUNK_DEVIATION, Metric.PELVIC_TUCK);

    /** Starts and ends are found to about this, s: a way up of less was not found. */
    private static final double SHORTEST_WAY_UP_S = 0.1;

    private final ChannelReading reading;
    private final ExpectedError error;
    private final PoseHistory history;
    private final LumbarMeasurement lumbar;
    private final SideMeasurement side;
    private final TrunkMeasurement trunk;
    private final TempoMeasurement tempo;
    private final SmoothnessMeasurement smoothness;
    private final HoldMeasurement hold;

    public RepetitionMeasurement(PoseHistory history) {
        this.history = history;
        reading = new ChannelReading(history);
        error = new ExpectedError(history);
        lumbar = new LumbarMeasurement(history);
        side = new SideMeasurement(history);
        trunk = new TrunkMeasurement(history);
        tempo = new TempoMeasurement(history);
        smoothness = new SmoothnessMeasurement(history);
        hold = new HoldMeasurement(history);
    }

    /** Whether a metric can have a value in an exercise at all, whatever sensors are worn. */
    public static boolean isMeasured(Metric metric, ExerciseProfile profile) {
        if (profile.isHold()) {
            return !OF_MOVEMENTS.contains(metric);
        }
        boolean fromTop = profile.start() == ExerciseProfile.Start.TOP;
        return !OF_HOLDS.contains(metric)
                && (fromTop || !OF_THE_DESCENT.contains(metric))
                && (profile.tellsSpeed() || !OF_SPEED.contains(metric));
    }

    /** The metrics of the repetition, as far as it alone gives them. */
    public RepetitionMetrics measure(RepetitionTimes times, MeasurementContext context) {
        RepetitionMetrics metrics = new RepetitionMetrics();
        RepetitionParts parts =
                context.hold() ? RepetitionParts.ofHold(times, history) : RepetitionParts.of(times, history);
        double missing = reading.holeShare(parts.whole());
        metrics.noteHoles(missing > 0);
        metrics.noteQuality(SignalQuality.of(
                missing, reading.mean(Channel.LUMBAR_FLEXION_SIGMA, parts.whole()), context.calibration()));
        if (context.seesLumbarSpine()) {
            lumbar.measure(parts, context, metrics);
        } else {
            leaveOutLumbarSpine(parts, context, metrics);
        }
        side.measure(parts, context, metrics);
        trunk.measure(parts, context, metrics);
        if (context.hold()) {
            hold.measure(new Stretch(times.top(), Math.min(times.eccentricStart(), history.end())), context, metrics);
        } else {
            tempo.measure(times, parts.rising(), metrics);
            smoothness.measure(parts, metrics);
            awaitReference(context, metrics);
            if (!context.speedTells()) {
                OF_SPEED.forEach(metric -> metrics.notAssessed(metric, NotAssessedReason.NOT_WITH_WEIGHT));
            }
            if (parts.rising().seconds() < SHORTEST_WAY_UP_S) {
                leaveOutWayUp(metrics);
            }
        }
        return metrics;
    }

    private static void leaveOutWayUp(RepetitionMetrics metrics) {
        for (Metric metric : OF_THE_WAY_UP) {
            boolean otherReason = metrics.reason(metric) != NotAssessedReason.MISSING_SAMPLES;
            if (metrics.belongs(metric) && !otherReason) {
                metrics.notAssessed(metric, NotAssessedReason.TOO_SHORT);
            }
        }
        metrics.noteQuality(metrics.quality().withoutWayUp());
    }

    /** What is known of a movement that was not finished: the most until then; all else of a repetition is not assessed. */
    public RepetitionMetrics measure(UnfinishedMovement movement, MeasurementContext context) {
        RepetitionMetrics metrics = new RepetitionMetrics();
        RepetitionParts parts = RepetitionParts.ofStretch(new Stretch(movement.start(), movement.seenTo()));
        double missing = reading.holeShare(parts.whole());
        metrics.noteHoles(missing > 0);
        metrics.noteQuality(SignalQuality.of(
                missing, reading.mean(Channel.LUMBAR_FLEXION_SIGMA, parts.whole()), context.calibration()));
        if (context.seesLumbarSpine()) {
            lumbar.measureMost(parts.whole(), context, metrics);
        }
        side.measure(parts, context, metrics);
        trunk.measureMost(parts.whole(), context, metrics);
        if (context.hold() && movement.holdStart() < movement.seenTo()) {
            hold.measure(new Stretch(movement.holdStart(), movement.seenTo()), context, metrics);
        }
        for (Metric metric : Metric.values()) {
            boolean held = OF_HOLDS.contains(metric) && metrics.belongs(metric);
            boolean blind = metric.needsTwoSensors() && !context.seesLumbarSpine();
            boolean belongs = (context.hold() || !OF_HOLDS.contains(metric))
                    && (!context.seesLumbarSpine() || !OF_ONE_SENSOR.contains(metric))
                    && (metric != Metric.FLEXION_DOSE || !Double.isNaN(context.loadKg()));
            if (belongs && !held && (blind || !KNOWN_UNFINISHED.contains(metric))) {
                metrics.notAssessed(metric, blind ? NotAssessedReason.ONE_SENSOR : NotAssessedReason.UNFINISHED);
            }
        }
        return metrics;
    }

    private static void leaveOutLumbarSpine(
            RepetitionParts parts, MeasurementContext context, RepetitionMetrics metrics) {
        for (Metric metric : Metric.values()) {
            boolean belongs = metric != Metric.TUCK || parts.startsAtTop();
            boolean dose = metric == Metric.FLEXION_DOSE && Double.isNaN(context.loadKg());
            boolean held = !context.hold() || LUMBAR_IN_A_HOLD.contains(metric);
            if (metric.needsTwoSensors() && belongs && !dose && held) {
                metrics.notAssessed(metric, NotAssessedReason.ONE_SENSOR);
            }
        }
    }

    private static void awaitReference(MeasurementContext context, RepetitionMetrics metrics) {
        for (Metric metric : AGAINST_OTHER_REPETITIONS) {
            if (context.seesLumbarSpine() || !metric.needsTwoSensors()) {
                metrics.notAssessed(metric, NotAssessedReason.NO_REFERENCE);
            }
        }
        if (!context.seesLumbarSpine()) {
            metrics.notAssessed(Metric.TRUNK_DEVIATION, NotAssessedReason.NO_REFERENCE);
        }
    }

    /** Mean of the poses just before a position: the posture a movement started from. */
    double meanBefore(Channel channel, long position) {
        return reading.meanBefore(channel, position);
    }

    /** Error to expect of a range of bend or rotation between two positions, degrees: see {@link ExpectedError#betweenDeg}. */
    double rangeSigma(Channel sigma, long least, long most) {
        return error.betweenDeg(sigma, least, most);
    }
}
