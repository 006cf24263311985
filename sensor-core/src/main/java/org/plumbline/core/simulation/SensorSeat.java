package org.plumbline.core.simulation;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.imu.SensorPlacement;

/** Which segment really carries a sensor, and how it slips there. */
final class SensorSeat {
    /** A strap gives way within a fraction of a second. */
    static final double SLIP_S = 0.3;

    static final double LARGEST_SLIP_DEG = 90;

    /** When a slip begins, and its whole turn as a rotation vector in the axes of the segment. */
    private record TimedSlip(double startS, double xRad, double yRad, double zRad) {}

    private final BodyKinematics.Segment segment;
    private final boolean upsideDown;
    private final List<TimedSlip> slips;
    private final double[] turn = new double[4];

    private SensorSeat(BodyKinematics.Segment segment, boolean upsideDown, List<TimedSlip> slips) {
        this.segment = segment;
        this.upsideDown = upsideDown;
        this.slips = slips;
    }

    /** The seat of a sensor to which nothing happens. */
    static SensorSeat firm(BodyKinematics.Segment segment) {
        return new SensorSeat(segment, false, List.of());
    }

    static SensorSeat of(
            SensorPlacement label, List<SensorMishap> mishaps, List<MotionPlan.RepetitionTimes> repetitions) {
        boolean swapped = false;
        boolean upsideDown = false;
        List<TimedSlip> slips = new ArrayList<>();
        for (SensorMishap mishap : mishaps) {
            if (mishap instanceof SensorMishap.Swapped) {
                swapped = !swapped;
            } else if (mishap instanceof SensorMishap.UpsideDown turned && turned.sensor() == label) {
                upsideDown = !upsideDown;
            } else if (mishap instanceof SensorMishap.Slip slip && slip.sensor() == label) {
                slips.add(timed(slip, repetitions));
            }
        }
        boolean onPelvis = (label == SensorPlacement.PELVIS) != swapped;
        BodyKinematics.Segment segment = onPelvis ? BodyKinematics.Segment.PELVIS : BodyKinematics.Segment.THORAX;
        return new SensorSeat(segment, upsideDown, slips);
    }

    private static TimedSlip timed(SensorMishap.Slip slip, List<MotionPlan.RepetitionTimes> repetitions) {
        int after = slip.afterRepetition();
        if (after < 0 || after > repetitions.size()) {
            throw new IllegalArgumentException(
                    "slip must be after repetition 0 to " + repetitions.size() + ", but is after " + after);
        }
        double startS = after == 0
                ? repetitions.get(0).startS() - SLIP_S
                : repetitions.get(after - 1).endS();
        return new TimedSlip(
                startS,
                Math.toRadians(slip.rightDeg()),
                Math.toRadians(slip.forwardDeg()),
                Math.toRadians(slip.leftTurnDeg()));
    }

    BodyKinematics.Segment segment() {
        return segment;
    }

    /** Turns the mounting, sensor to segment, where the sensor is worn the wrong way. */
    void remount(double[] mounting) {
        if (upsideDown) {
            Rotations.aboutAxis(0, Math.PI, turn);
            Rotations.multiply(turn, mounting, mounting);
        }
    }

    /** Turns an orientation of the segment by what the sensor has slipped up to that time. */
    void slipBy(double timeS, double[] orientation) {
        for (int index = 0; index < slips.size(); index++) {
            TimedSlip slip = slips.get(index);
            if (timeS > slip.startS()) {
                double share = AngleCourse.minimumJerk((timeS - slip.startS()) / SLIP_S);
                Rotations.fromVector(share * slip.xRad(), share * slip.yRad(), share * slip.zRad(), turn);
                Rotations.multiply(orientation, turn, orientation);
            }
        }
    }
}
