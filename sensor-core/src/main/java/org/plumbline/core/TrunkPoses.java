package org.plumbline.core;

import java.util.function.ObjLongConsumer;
import org.plumbline.core.calibration.CalibrationWatch;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.spine.SpineKinematics;
import org.plumbline.core.spine.SpinePose;

/** Ticks to poses of the trunk, less what the calibration or the sensors do not bear out any more. */
final class TrunkPoses {
    private final SpineKinematics kinematics;
    private final CalibrationWatch calibration;
    private final SensorTrust trust;
    private final ObjLongConsumer<String> messages;
    private final SpinePose pose = new SpinePose();
    /** What is shown where no sensor is believed. */
    private final SpinePose unknown = new SpinePose();

    /** @param messages hears what is to be said of the calibration, and when */
    TrunkPoses(
            SpineKinematics kinematics,
            CalibrationWatch calibration,
            SensorTrust trust,
            ObjLongConsumer<String> messages) {
        this.kinematics = kinematics;
        this.calibration = calibration;
        this.trust = trust;
        this.messages = messages;
    }

    void see(OrientationTick tick) {
        kinematics.update(tick, pose);
        String message = calibration.accept(tick, pose.pelvisTiltDeg, pose.trunkInclinationDeg);
        if (message != null) {
            messages.accept(message, tick.timeMicros);
        }
        if (calibration.withholdsRelativeAngles()) {
            pose.withholdRelativeAngles();
        }
        if (calibration.slipDeg() > 0) {
            pose.doubtRelativeAngles(calibration.slipDeg());
        }
    }

    /** The newest pose, overwritten by the next tick. */
    SpinePose newest() {
        return pose;
    }

    /** The same for a person to see. */
    SpinePose shown() {
        if (!trust.none()) {
            return pose;
        }
        unknown.set(pose);
        unknown.withholdAngles();
        return unknown;
    }
}
