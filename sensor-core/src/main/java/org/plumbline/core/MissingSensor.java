package org.plumbline.core;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.calibration.CalibrationFinder;
import org.plumbline.core.imu.SensorPlacement;

/** Says which sensor a calibration waits for, or that was there too little for one. */
final class MissingSensor {
    private MissingSensor() {}

    /** One that has sent nothing for three seconds. */
    static String late(SensorPlacement placement) {
        return "The sensor " + placement.fileName()
                + " has sent nothing for three seconds: the calibration waits for it."
                + " Look at its battery and its connection.";
    }

    /**
     * Why there is no calibration of a set that is over.
     *
     * @param finder what looked for one, or null where no sensor sits on the trunk
     */
    static String whyNotCalibrated(TrunkSensors trunk, SensorInputs sensors, @Nullable CalibrationFinder finder) {
        for (int i = 0; i < trunk.used().size(); i++) {
            if (sensors.isSilent(trunk.used().get(i))) {
                return "The sensor " + trunk.placements().get(i).fileName()
                        + " sent nothing, so angles cannot be found. Leave it out, or record again.";
            }
        }
        int rarest = finder == null ? -1 : finder.rarestSensor();
        return rarest < 0
                ? "The recording is too short to find out how the sensors sit."
                : "The sensor " + trunk.placements().get(rarest).fileName()
                        + " sent too little together with the other one, so angles cannot be found."
                        + " Look at its battery and its connection, and record again.";
    }
}
