package org.plumbline.core.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.SensorPlacement;

/**
 * What a stored calibration is worth now, from how the sensors stand in this stream's pause: the vertical in their axes is
 * where it was, a little off, or elsewhere.
 */
final class StoredCheck {
    /** A person stands as before within this; beyond it a sensor has moved (form-metrics, section 1), degrees. */
    private static final double FITS_DEG = 5;

    /** The most upright posture of a movement is no better known, degrees. */
    private static final double MOVING_FITS_DEG = 30;

    /** Beyond this the bending axis may be off as well, and all is to be found anew, degrees. */
    private static final double AXIS_HOLDS_DEG = 10;

    /** Beyond this a sensor hangs rather upside down than askew, degrees. */
    private static final double UPSIDE_DOWN_DEG = 120;

    private final List<SensorToSegment> sensors;
    private final boolean renewed;
    private final @Nullable String message;

    private StoredCheck(List<SensorToSegment> sensors, boolean renewed, @Nullable String message) {
        this.sensors = sensors;
        this.renewed = renewed;
        this.message = message;
    }

    /**
     * @param stoodStill whether the pose is a standing pause; otherwise it is the most upright posture of a movement
     */
    static StoredCheck of(
            StoredCalibration stored, NeutralPose pose, boolean stoodStill, List<SensorPlacement> placements) {
        int count = placements.size();
        if (stored.sensors().size() != count) {
            return dropped("The stored calibration is of " + (count == 1 ? "two sensors" : "one sensor")
                    + " and is not used: a new one is made.");
        }
        List<SensorToSegment> asStored = new ArrayList<>();
        List<SensorToSegment> standing = new ArrayList<>();
        double worstDeg = 0;
        int worst = 0;
        for (int i = 0; i < count; i++) {
            SensorToSegment sensor = new SensorToSegment(stored.sensors().get(i), shareOf(stored.axis()));
            double[] before = new double[3];
            double[] now = new double[3];
            sensor.upAtNeutral(before);
            pose.upOf(i, now);
            double moved = Verticals.angleDeg(before, now);
            if (moved > worstDeg) {
                worstDeg = moved;
                worst = i;
            }
            asStored.add(sensor);
            if (moved <= AXIS_HOLDS_DEG) {
                standing.add(sensor.standingAt(now));
            }
        }
        String name = "The sensor " + placements.get(worst).fileName();
        if (worstDeg <= (stoodStill ? FITS_DEG : MOVING_FITS_DEG)) {
            return new StoredCheck(asStored, false, null);
        }
        if (worstDeg <= AXIS_HOLDS_DEG) {
            return new StoredCheck(
                    standing,
                    true,
                    String.format(
                            Locale.ROOT,
                            "%s sits %.0f° otherwise than in the stored calibration: neutral was taken anew from this"
                                    + " standing pause. Calibrate anew with slow bows before the next set to renew the rest.",
                            name,
                            worstDeg));
        }
        return dropped(String.format(
                Locale.ROOT,
                "%s sits %.0f° otherwise than in the stored calibration%s, which is not used: a new one is made. Stand"
                        + " still, then bow slowly three times.",
                name,
                worstDeg,
                worstDeg > UPSIDE_DOWN_DEG ? ", upside down" : ""));
    }

    private static StoredCheck dropped(String message) {
        return new StoredCheck(List.of(), false, message);
    }

    /** The least share that such a grade stands for. */
    private static double shareOf(CalibrationGrade axis) {
        switch (axis) {
            case GOOD:
                return CalibrationMaker.GOOD_AXIS_SHARE;
            case FAIR:
                return CalibrationMaker.FAIR_AXIS_SHARE;
            default:
                return 0;
        }
    }

    /** Whether the stored calibration is used. */
    boolean holds() {
        return !sensors.isEmpty();
    }

    /** Whether neutral is that of this stream's pause. */
    boolean isRenewed() {
        return renewed;
    }

    /** How the sensors sit; empty where the stored calibration is not used. */
    List<SensorToSegment> sensors() {
        return sensors;
    }

    /** What is to be said, or null. */
    @Nullable
    String message() {
        return message;
    }
}
