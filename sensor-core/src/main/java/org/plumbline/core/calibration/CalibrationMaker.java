package org.plumbline.core.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.orientation.Quaternions;

/** Makes the calibration from the kept ticks, once it is known where the person stood and where they bowed. */
final class CalibrationMaker {
    /** Share of the movement on the bending axis: a pure bow. */
    static final double GOOD_AXIS_SHARE = 0.85;

    /** Below this the axis may be off by tens of degrees. */
    static final double FAIR_AXIS_SHARE = 0.6;

    /** What is said of swapped sensors. */
    static final String SWAPPED = "The two sensors look swapped: the one called %s leans further than the one called %s"
            + " in every bow. Nothing between them is assessed. Change them over, or change their names, and"
            + " calibrate again.";

    private final TickBuffer buffer;
    private final List<SensorPlacement> placements;
    private final int sensorCount;
    private final NeutralPose neutral;
    private final CalibrationPart neutralPart;
    private final double[][] neutralUp;
    private final double[] up = new double[3];

    /** @param neutral the neutral pose, not empty */
    CalibrationMaker(
            TickBuffer buffer, List<SensorPlacement> placements, NeutralPose neutral, CalibrationPart neutralPart) {
        this.buffer = buffer;
        this.placements = placements;
        this.sensorCount = placements.size();
        this.neutral = neutral;
        this.neutralPart = neutralPart;
        neutralUp = new double[sensorCount][3];
        for (int i = 0; i < sensorCount; i++) {
            neutral.upOf(i, neutralUp[i]);
        }
    }

    /** @param messages what has been said already */
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
        CalibrationPart axis = axisPart(bowed, moved, worstShare, messages);
        MaximumFlexion maximum = new MaximumFlexion();
        boolean swapped = sensorCount == 2 && readBends(sensors, bowed, bendFrom, bendTo, maximum);
        CalibrationPart maximumPart = maximumPart(bowed, swapped, maximum, messages);
        boolean known = bowed && maximumPart.grade() != CalibrationGrade.NONE;
        return new Calibration(
                List.copyOf(sensors),
                new CalibrationReport(
                        swapped ? neutralPart.atMost(CalibrationGrade.POOR, swappedMessage()) : neutralPart,
                        swapped ? axis.atMost(CalibrationGrade.NONE, swappedMessage()) : axis,
                        maximumPart,
                        swapped,
                        neutral.toMicros(),
                        List.copyOf(messages)),
                sensorCount == 2 ? headingOffset(sensors) : 0,
                known ? maximum.medianDeg() : Double.NaN,
                setStart);
    }

    /**
     * The calibration of an earlier stream, with the heading of this one.
     *
     * @param check how they sit now
     * @param startMicros time of the first sample of this stream
     */
    Calibration reuse(
            StoredCalibration stored, StoredCheck check, long startMicros, long setStart, List<String> messages) {
        boolean known = !Double.isNaN(stored.maxFlexionDeg());
        CalibrationPart axis = CalibrationPart.GOOD.atMost(
                stored.axis(), "The stored bending axis is no better. Calibrate anew with slow bows to renew it.");
        String moved = check.message();
        if (moved != null) {
            axis = axis.atMost(CalibrationGrade.FAIR, moved);
        }
        if (neutralPart.grade() == CalibrationGrade.POOR && neutralPart.reason() != null) {
            messages.add(neutralPart.reason());
        }
        List<SensorToSegment> sensors = check.sensors();
        return new Calibration(
                sensors,
                new CalibrationReport(
                        neutralPart,
                        axis,
                        known
                                ? CalibrationPart.GOOD.atMost(
                                        stored.maximum(),
                                        "The stored largest flexion is no better. Calibrate anew with slow bows, each as"
                                                + " deep, to renew it.")
                                : new CalibrationPart(
                                        CalibrationGrade.NONE,
                                        "No largest flexion is stored. Calibrate anew with slow bows to find it."),
                        false,
                        startMicros - Math.round(stored.ageS() * 1e6),
                        List.copyOf(messages)),
                sensorCount == 2 ? headingOffset(sensors) : 0,
                stored.maxFlexionDeg(),
                setStart);
    }

    private String swappedMessage() {
        return swappedMessage(placements);
    }

    static String swappedMessage(List<SensorPlacement> placements) {
        return String.format(
                Locale.ROOT,
                SWAPPED,
                placements.get(0).fileName(),
                placements.get(1).fileName());
    }

    private CalibrationPart maximumPart(boolean bowed, boolean swapped, MaximumFlexion maximum, List<String> messages) {
        if (sensorCount == 1) {
            return new CalibrationPart(CalibrationGrade.NONE, "One sensor does not see lumbar flexion. Wear two.");
        }
        if (swapped) {
            messages.add(0, swappedMessage());
            return new CalibrationPart(CalibrationGrade.NONE, swappedMessage());
        }
        if (!bowed) {
            return new CalibrationPart(
                    CalibrationGrade.NONE,
                    "No slow bows were found, so the largest flexion is not known. "
                            + "Bow slowly three times before the set.");
        }
        CalibrationPart part = maximum.part();
        String reason = part.reason();
        if (reason != null && part.grade() != CalibrationGrade.FAIR) {
            messages.add(reason);
        }
        return part;
    }

    private static CalibrationPart axisPart(boolean bowed, boolean moved, double share, List<String> messages) {
        if (!moved) {
            String reason = "No bending was seen: the direction the sensors face is not known, "
                    + "so side bend and rotation may be mixed. Bow slowly two or three times after standing still.";
            messages.add(reason);
            return new CalibrationPart(CalibrationGrade.NONE, reason);
        }
        String reason = null;
        if (!bowed) {
            reason = "No slow bows were found: the bending axis was taken from the movement itself, "
                    + "and the largest flexion is not known. Bow slowly three times before the set.";
            messages.add(reason);
        }
        if (share < FAIR_AXIS_SHARE) {
            reason = (bowed ? "The bows" : "The movement")
                    + " went in several directions: side bend and rotation may be mixed with flexion. "
                    + "Bow straight forward.";
            messages.add(reason);
            return new CalibrationPart(CalibrationGrade.POOR, reason);
        }
        if (share >= GOOD_AXIS_SHARE && bowed) {
            return CalibrationPart.GOOD;
        }
        return new CalibrationPart(
                CalibrationGrade.FAIR,
                reason == null ? "The bows went a little to the side. Bow straight forward." : reason);
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

    /** Reads the bows, or where there are none all that is kept; true where the sensors look swapped. */
    private boolean readBends(
            List<SensorToSegment> sensors, boolean bowed, long bendFrom, long bendTo, MaximumFlexion maximum) {
        SwapEvidence evidence = new SwapEvidence();
        for (int k = 0; k < buffer.size(); k++) {
            OrientationTick tick = buffer.get(k);
            boolean inBows = tick.timeMicros >= bendFrom && tick.timeMicros <= bendTo;
            if (!tick.complete() || (bowed && !inBows)) {
                continue;
            }
            double lower = inclinationDeg(sensors, tick, 0);
            double upper = inclinationDeg(sensors, tick, 1);
            evidence.add(lower, upper);
            maximum.add(lower, upper);
        }
        maximum.finish();
        return evidence.isSwapped();
    }

    private double inclinationDeg(List<SensorToSegment> sensors, OrientationTick tick, int sensor) {
        Quaternions.upInFrame(tick.orientation[sensor], up);
        return Math.toDegrees(sensors.get(sensor).sagittalInclination(up));
    }
}
