package org.plumbline.core.calibration;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.orientation.Quaternions;

/** Makes the calibration from the kept ticks, once it is known where the person stood and where they bowed. */
final class CalibrationMaker {
    /** Share of the movement on the bending axis: a pure bow. */
    private static final double GOOD_AXIS_SHARE = 0.85;

    /** Below this the axis may be off by tens of degrees. */
    private static final double FAIR_AXIS_SHARE = 0.6;

    /** Peaks of maximum flexion agree within this, degrees. */
    private static final double PEAKS_AGREE_DEG = 8;

    /** Less is no full bend, degrees. */
    private static final double SMALLEST_MAXIMUM_DEG = 30;

    /** Between two bows the trunk comes back to within this of neutral, degrees. */
    private static final double BETWEEN_BOWS_DEG = 15;

    private final TickBuffer buffer;
    private final int sensorCount;
    private final NeutralPose neutral;
    private final CalibrationGrade neutralGrade;
    private final double[][] neutralUp;
    private final double[] up = new double[3];

    /** @param neutral the neutral pose, not empty */
    CalibrationMaker(TickBuffer buffer, int sensorCount, NeutralPose neutral, CalibrationGrade neutralGrade) {
        this.buffer = buffer;
        this.sensorCount = sensorCount;
        this.neutral = neutral;
        this.neutralGrade = neutralGrade;
        neutralUp = new double[sensorCount][3];
        for (int i = 0; i < sensorCount; i++) {
            neutral.upOf(i, neutralUp[i]);
        }
    }

    Calibration make(long bendFrom, long bendTo, long setStart, List<String> messages) {
        List<FunctionalAxis> axes = axes(bendFrom, bendTo);
        boolean bowed = bendFrom != CalibrationPlan.UNKNOWN && allMoved(axes);
        if (!bowed) {
            axes = axes(Long.MIN_VALUE, Long.MAX_VALUE);
        }
        boolean moved = allMoved(axes);
        List<SensorToSegment> sensors = new ArrayList<>();
        double worstShare = 1;
        for (int i = 0; i < sensorCount; i++) {
            double[] direction = new double[3];
            double share = axes.get(i).hasMovement() ? axes.get(i).axis(direction) : 0;
            SensorToSegment segment = segment(neutralUp[i], direction, share);
            worstShare = Math.min(worstShare, segment.axisShare());
            sensors.add(segment);
        }
        CalibrationGrade axisGrade = axisGrade(bowed, moved, worstShare, messages);
        double maxFlexion = bowed && sensorCount == 2 ? maxFlexionDeg(sensors, bendFrom, bendTo, messages) : Double.NaN;
        return new Calibration(
                List.copyOf(sensors),
                neutralGrade,
                axisGrade,
                sensorCount == 2 ? headingOffset(sensors) : 0,
                maxFlexion,
                setStart,
                List.copyOf(messages));
    }

    private static CalibrationGrade axisGrade(boolean bowed, boolean moved, double share, List<String> messages) {
        if (!moved) {
            messages.add("No bending was seen: the direction the sensors face is not known, "
                    + "so side bend and rotation may be mixed. Bow slowly two or three times after standing still.");
            return CalibrationGrade.NONE;
        }
        if (!bowed) {
            messages.add("No slow bows were found: the bending axis was taken from the movement itself, "
                    + "and your largest flexion is not known. Bow slowly three times before the set.");
        }
        if (share < FAIR_AXIS_SHARE) {
            messages.add((bowed ? "The bows" : "The movement")
                    + " went in several directions: side bend and rotation may be mixed with flexion. "
                    + "Bow straight forward.");
            return CalibrationGrade.POOR;
        }
        return share >= GOOD_AXIS_SHARE && bowed ? CalibrationGrade.GOOD : CalibrationGrade.FAIR;
    }

    /** The axis of each sensor's movement between two times. */
    private List<FunctionalAxis> axes(long from, long to) {
        List<FunctionalAxis> axes = new ArrayList<>();
        for (int sensor = 0; sensor < sensorCount; sensor++) {
            FunctionalAxis axis = new FunctionalAxis();
            for (int k = 0; k < buffer.size(); k++) {
                OrientationTick tick = buffer.get(k);
                if (tick.valid[sensor] && tick.timeMicros >= from && tick.timeMicros <= to) {
                    axis.add(tick.orientation[sensor], neutralUp[sensor]);
                } else {
                    axis.interrupt();
                }
            }
            axes.add(axis);
        }
        return axes;
    }

    private static boolean allMoved(List<FunctionalAxis> axes) {
        for (FunctionalAxis axis : axes) {
            if (!axis.hasMovement()) {
                return false;
            }
        }
        return true;
    }

    private static SensorToSegment segment(double[] up, double[] axis, double share) {
        double vertical = up[0] * axis[0] + up[1] * axis[1] + up[2] * axis[2];
        double level = axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2] - vertical * vertical;
        if (level > 0.05) {
            return new SensorToSegment(up, axis, share);
        }
        // no movement, or turning on the spot: any level axis, and a share that says so
        double[] anyAxis = Math.abs(up[0]) < 0.8 ? new double[] {1, 0, 0} : new double[] {0, 1, 0};
        return new SensorToSegment(up, anyAxis, 0);
    }

    /** Heading of the upper segment against the lower in the neutral pose: the turn about the lower one's long axis. */
    private double headingOffset(List<SensorToSegment> sensors) {
        double[] relative = new double[4];
        double[] toSegment = new double[4];
        neutral.relativeTo(relative);
        sensors.get(0).copyTo(toSegment);
        Quaternions.multiply(toSegment, relative, relative);
        sensors.get(1).copyTo(toSegment);
        Quaternions.conjugate(toSegment, toSegment);
        Quaternions.multiply(relative, toSegment, relative);
        return 2 * Math.atan2(relative[2], relative[0]);
    }

    private double maxFlexionDeg(List<SensorToSegment> sensors, long from, long to, List<String> messages) {
        List<Double> peaks = new ArrayList<>();
        double peak = 0;
        boolean out = false;
        for (int k = 0; k < buffer.size(); k++) {
            OrientationTick tick = buffer.get(k);
            if (!tick.complete() || tick.timeMicros < from || tick.timeMicros > to) {
                continue;
            }
            double lower = inclinationDeg(sensors, tick, 0);
            double upper = inclinationDeg(sensors, tick, 1);
            if (upper > 2 * BETWEEN_BOWS_DEG) {
                out = true;
                peak = Math.max(peak, upper - lower);
            } else if (out && upper < BETWEEN_BOWS_DEG) {
                peaks.add(peak);
                peak = 0;
                out = false;
            }
        }
        if (out) {
            peaks.add(peak);
        }
        return judgedMaximum(peaks, messages);
    }

    private double inclinationDeg(List<SensorToSegment> sensors, OrientationTick tick, int sensor) {
        Quaternions.upInFrame(tick.orientation[sensor], up);
        return Math.toDegrees(sensors.get(sensor).sagittalInclination(up));
    }

    private static double judgedMaximum(List<Double> peaks, List<String> messages) {
        if (peaks.isEmpty()) {
            return Double.NaN;
        }
        double[] values = peaks.stream().mapToDouble(Double::doubleValue).toArray();
        double median = new Median().evaluate(values);
        double least = Double.MAX_VALUE;
        double most = 0;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        if (median < SMALLEST_MAXIMUM_DEG) {
            messages.add("The bows were shallow, so your largest flexion is not known: bow as far as is comfortable.");
            return Double.NaN;
        }
        if (most - least > PEAKS_AGREE_DEG) {
            messages.add("The bows differ by more than 8°, so your largest flexion is uncertain.");
        }
        return median;
    }
}
