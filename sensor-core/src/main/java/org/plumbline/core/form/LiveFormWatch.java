package org.plumbline.core.form;

import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.ConcentricStart;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;

/**
 * Watches the concentric phase as it happens: flexion gained and rotation range since bar break. The finished repetition may
 * show more: its rotation range has the way down as well, and what lasts less than a tenth of a second counts there.
 * Allocates only when a limit is passed.
 */
public final class LiveFormWatch {
    /** A limit must be passed for so long before it is said (anti-nuisance rule of the catalogue), positions of the grid. */
    private static final int DWELL_TICKS = OrientationGrid.RATE_HZ / 10;

    /** The way up has begun when the movement has left its lowest point by this, degrees. */
    private static final double LEFT_BOTTOM_DEG = 2.5;

    /** The way up is over when the movement comes back by this, degrees. */
    private static final double TURNED_DEG = 8;

    /** It is over, too, when it makes no way for so long near the upright end: the lifter stands, positions of the grid. */
    private static final int STANDING_TICKS = OrientationGrid.RATE_HZ / 2;

    /** Less than this is no way made, degrees. */
    private static final double NO_WAY_DEG = 1;

    /** Near the upright end is within this share of the way. */
    private static final double NEAR_UPRIGHT_SHARE = 0.25;

    private final PoseHistory history;
    private final RepetitionMeasurement measurement;
    private final Watched rounding;
    private final Watched twist;
    private final double singleTwistDeg;
    private final double smallestRangeDeg;

    private double top = Double.NaN;
    private double bottom;
    private long lastAtBottom;
    private boolean goingUp;
    private double nearUpright;
    private double reached;
    private long reachedAt;
    private double flexionAtBarBreak = Double.NaN;
    private double leastRotation;
    private double mostRotation;
    private long leastRotationAt;
    private long mostRotationAt;

    /**
     * @param history where the poses are
     * @param smallestRangeDeg smaller movements are no lift
     */
    public LiveFormWatch(
            PoseHistory history,
            FormLimits limits,
            CalibrationGrade calibration,
            double smallestRangeDeg,
            LiveFlagListener listener) {
        this.history = history;
        this.smallestRangeDeg = smallestRangeDeg;
        singleTwistDeg = limits.singleTwistDeg();
        measurement = new RepetitionMeasurement(history);
        EvidenceGrading grading = new EvidenceGrading(calibration);
        rounding = new Watched(
                new FormRule(FlagName.ROUNDING_UNDER_LOAD, Metric.FLEXION_GAIN_LOADED, limits.rounding()),
                grading,
                listener);
        twist = new Watched(
                new FormRule(FlagName.TWIST_UNDER_LOAD, Metric.AXIAL_ROTATION_RANGE, limits.twist()),
                grading,
                listener);
    }

    /** Whether a way up is being watched. */
    public boolean isGoingUp() {
        return goingUp;
    }

    /** Looks at the newest pose of the history. */
    public void update() {
        if (history.startsAnew()) {
            goingUp = false;
            top = Double.NaN;
        }
        long position = history.end() - 1;
        double angle = history.value(Channel.MOVEMENT, position);
        if (Double.isNaN(angle)) {
            return;
        }
        if (goingUp) {
            watch(position, angle);
        } else {
            await(position, angle);
        }
    }

    private void await(long position, double angle) {
        if (Double.isNaN(top) || angle < top) {
            top = angle;
            bottom = angle;
        }
        bottom = Math.max(bottom, angle);
        if (bottom - angle <= LEFT_BOTTOM_DEG) {
            lastAtBottom = position;
        } else if (bottom - top >= smallestRangeDeg) {
            goingUp = true;
            nearUpright = top + NEAR_UPRIGHT_SHARE * (bottom - top);
            reached = angle;
            reachedAt = position;
            top = angle;
            flexionAtBarBreak =
                    measurement.meanBefore(Channel.LUMBAR_FLEXION, ConcentricStart.find(history, lastAtBottom));
            leastRotation = Double.POSITIVE_INFINITY;
            mostRotation = Double.NEGATIVE_INFINITY;
            rounding.reset();
            twist.reset();
        }
    }

    private void watch(long position, double angle) {
        top = Math.min(top, angle);
        if (angle < reached - NO_WAY_DEG) {
            reached = angle;
            reachedAt = position;
        }
        boolean stands = angle < nearUpright && position - reachedAt > STANDING_TICKS;
        if (stands || angle - top > TURNED_DEG) {
            goingUp = false;
            bottom = angle;
            return;
        }
        double timeS = history.timeS(position);
        double gain = history.value(Channel.LUMBAR_FLEXION, position) - flexionAtBarBreak;
        double flexionSigma = history.value(Channel.LUMBAR_FLEXION_SIGMA, position);
        rounding.see(rounding.rule.levels().levelOf(gain), gain, flexionSigma, timeS);
        double rotation = history.value(Channel.AXIAL_ROTATION, position);
        if (Double.isNaN(rotation)) {
            return;
        }
        if (rotation < leastRotation) {
            leastRotation = rotation;
            leastRotationAt = position;
        }
        if (rotation > mostRotation) {
            mostRotation = rotation;
            mostRotationAt = position;
        }
        double range = mostRotation - leastRotation;
        double sigma = measurement.rangeSigma(Channel.AXIAL_ROTATION_SIGMA, leastRotationAt, mostRotationAt);
        int level = twist.rule.levels().levelOf(range);
        twist.see(level >= 2 && range < singleTwistDeg ? 1 : level, range, sigma, timeS);
    }

    /** A rule, what it has said in this repetition, and for how long more was to be said. */
    private static final class Watched {
        private final FormRule rule;
        private final EvidenceGrading grading;
        private final LiveFlagListener listener;
        private int said;
        private int ticks;

        Watched(FormRule rule, EvidenceGrading grading, LiveFlagListener listener) {
            this.rule = rule;
            this.grading = grading;
            this.listener = listener;
        }

        void reset() {
            said = 0;
            ticks = 0;
        }

        void see(int level, double value, double sigma, double timeS) {
            boolean assessed = !(sigma > rule.metric().minimalDetectableChange());
            ticks = level > said && assessed ? ticks + 1 : 0;
            if (ticks >= DWELL_TICKS) {
                said = level;
                ticks = 0;
                double beyondLimit = value - rule.limit(level, value);
                Confidence confidence = grading.grade(rule, value, beyondLimit, sigma, false, false);
                listener.onFlag(rule.raise(level, value, timeS, confidence));
            }
        }
    }
}
