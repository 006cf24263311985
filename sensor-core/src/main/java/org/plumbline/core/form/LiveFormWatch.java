package org.plumbline.core.form;

import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.ConcentricStart;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;

/**
 * Watches the concentric phase as it happens: rounding and twist since bar break, by the same definitions as the finished
 * repetition. Allocates only when a limit is passed.
 */
public final class LiveFormWatch {
    /** A limit must be passed for so long before it is said (anti-nuisance rule of the catalogue), positions of the grid. */
    private static final int DWELL_TICKS = OrientationGrid.RATE_HZ / 10;

    /** The way up has begun when the movement has left its lowest point by this, degrees. */
    private static final double LEFT_BOTTOM_DEG = 2.5;

    /** The way up is over when the movement comes back by this, degrees. */
    private static final double TURNED_DEG = 8;

    private final PoseHistory history;
    private final RepetitionMeasurement measurement;
    private final FormLimits limits;
    private final EvidenceGrading grading;
    private final double smallestRangeDeg;
    private final LiveFlagListener listener;

    private double top = Double.NaN;
    private double bottom = Double.NaN;
    private long lastAtBottom;
    private boolean goingUp;
    private double flexionAtBarBreak = Double.NaN;
    private double leastRotation;
    private double mostRotation;
    private int roundingSaid;
    private int twistSaid;
    private int roundingTicks;
    private int twistTicks;

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
        this.limits = limits;
        this.smallestRangeDeg = smallestRangeDeg;
        this.listener = listener;
        measurement = new RepetitionMeasurement(history);
        grading = new EvidenceGrading(calibration);
    }

    /** Looks at the newest pose of the history. */
    public void update() {
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
        if (Double.isNaN(bottom) || angle > bottom) {
            bottom = angle;
        }
        if (Double.isNaN(top) || angle < top) {
            top = angle;
            bottom = angle;
        }
        if (bottom - angle <= LEFT_BOTTOM_DEG) {
            lastAtBottom = position;
        } else if (bottom - top >= smallestRangeDeg) {
            goingUp = true;
            top = angle;
            flexionAtBarBreak =
                    measurement.meanBefore(Channel.LUMBAR_FLEXION, ConcentricStart.find(history, lastAtBottom));
            leastRotation = Double.POSITIVE_INFINITY;
            mostRotation = Double.NEGATIVE_INFINITY;
            roundingSaid = 0;
            twistSaid = 0;
            roundingTicks = 0;
            twistTicks = 0;
        }
    }

    private void watch(long position, double angle) {
        top = Math.min(top, angle);
        if (angle - top > TURNED_DEG) {
            goingUp = false;
            bottom = angle;
            return;
        }
        double gain = history.value(Channel.LUMBAR_FLEXION, position) - flexionAtBarBreak;
        int rounding = limits.rounding().levelOf(gain);
        roundingTicks = rounding > roundingSaid ? roundingTicks + 1 : 0;
        if (roundingTicks >= DWELL_TICKS) {
            roundingSaid = rounding;
            roundingTicks = 0;
            say(FlagName.ROUNDING_UNDER_LOAD, rounding, Metric.FLEXION_GAIN_LOADED, gain, limits.rounding(), position);
        }
        double rotation = history.value(Channel.AXIAL_ROTATION, position);
        if (Double.isNaN(rotation)) {
            return;
        }
        leastRotation = Math.min(leastRotation, rotation);
        mostRotation = Math.max(mostRotation, rotation);
        double twist = mostRotation - leastRotation;
        int level = limits.twist().levelOf(twist);
        level = level >= 2 && twist < limits.singleTwistDeg() ? 1 : level;
        twistTicks = level > twistSaid ? twistTicks + 1 : 0;
        if (twistTicks >= DWELL_TICKS) {
            twistSaid = level;
            twistTicks = 0;
            say(FlagName.TWIST_UNDER_LOAD, level, Metric.AXIAL_ROTATION_RANGE, twist, limits.twist(), position);
        }
    }

    private void say(FlagName flag, int level, Metric metric, double value, FlagLevels levels, long position) {
        listener.onFlag(new FormFlag(
                flag,
                level,
                metric.jsonName(),
                Math.round(value * 10) / 10.0,
                levels.limitOf(level),
                metric.unit(),
                history.timeS(position),
                grading.grade(flag, metric, value, false),
                metric.minimalDetectableChange()));
    }
}
