package org.plumbline.core.simulation;

import org.plumbline.core.imu.SensorPlacement;

/** What goes wrong with the sensors of a simulated lifter. */
public sealed interface SensorMishap {
    /** Each sensor sits where the other belongs: what comes as the pelvis is the thorax. */
    record Swapped() implements SensorMishap {}

    /**
     * The sensor is strapped on upside down, against the way it is otherwise worn with the same seed: turned by half a
     * turn about the line that leads out of the back.
     *
     * @param sensor which sensor, by its label
     */
    record UpsideDown(SensorPlacement sensor) implements SensorMishap {}

    /**
     * The sensor slips on the skin within 0.3 s and stays there. The turn is given in the axes of
     * the segment that carries it.
     *
     * @param sensor which sensor, by its label
     * @param afterRepetition repetition after whose end it slips; 0 for the moment before the set
     * @param forwardDeg part of the turn that tips its top forward, degrees
     * @param rightDeg part of the turn that tips its top to the right, degrees
     * @param leftTurnDeg part of the turn about the long axis, to the left, degrees
     */
    record Slip(SensorPlacement sensor, int afterRepetition, double forwardDeg, double rightDeg, double leftTurnDeg)
            implements SensorMishap {
        public Slip {
            double degrees = Math.sqrt(forwardDeg * forwardDeg + rightDeg * rightDeg + leftTurnDeg * leftTurnDeg);
            if (!(degrees <= SensorSeat.LARGEST_SLIP_DEG)) {
                throw new IllegalArgumentException(
                        "slip must be at most " + SensorSeat.LARGEST_SLIP_DEG + " deg, but is " + degrees);
            }
        }
    }
}
