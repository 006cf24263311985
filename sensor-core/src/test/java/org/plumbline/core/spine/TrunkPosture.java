package org.plumbline.core.spine;

import java.util.List;
import java.util.Random;
import org.plumbline.core.calibration.Calibration;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.calibration.SensorToSegment;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.orientation.Quaternions;
import org.plumbline.core.testing.RandomRotations;

/** A pelvis and a thorax put together from angles by the definition, each with a sensor stuck on in any way. */
final class TrunkPosture {
    /** Segment axes (X anterior, Y superior, Z right) to earth of a person who stands facing earth's x, z up. */
    private static final double[] STANDING = {Math.sqrt(0.5), Math.sqrt(0.5), 0, 0};

    private final double[][] toSegment = new double[2][];
    private final Calibration calibration;

    /** Headings of the two sensors' earth frames, rad: drift apart in life. */
    final double[] headingRad = {0, 0};

    TrunkPosture(long seed) {
        Random random = new Random(seed);
        SensorToSegment[] sensors = new SensorToSegment[2];
        for (int i = 0; i < 2; i++) {
            toSegment[i] = RandomRotations.quaternion(random);
            double[] toSensor = new double[4];
            Quaternions.conjugate(toSegment[i], toSensor);
            double[] up = {0, 1, 0};
            double[] forwardBend = {0, 0, -1};
            Quaternions.rotate(toSensor, up, up);
            Quaternions.rotate(toSensor, forwardBend, forwardBend);
            sensors[i] = new SensorToSegment(up, forwardBend, 1);
        }
        calibration =
                new Calibration(List.of(sensors), CalibrationGrade.GOOD, CalibrationGrade.GOOD, 0, 50, 0, List.of());
    }

    Calibration calibration() {
        return calibration;
    }

    /** The calibration of one of the two sensors alone. */
    Calibration calibrationOf(int sensor) {
        return new Calibration(
                List.of(calibration.sensors().get(sensor)),
                CalibrationGrade.GOOD,
                CalibrationGrade.GOOD,
                0,
                Double.NaN,
                0,
                List.of());
    }

    /** What the two sensors see with these angles, degrees, in the signs of {@link SpinePose}. */
    OrientationTick tick(double pelvisTiltDeg, double flexionDeg, double bendDeg, double rotationDeg) {
        OrientationTick tick = new OrientationTick(2);
        double[] pelvis = turnedAbout(STANDING, 2, -pelvisTiltDeg);
        double[] thorax = turnedAbout(turnedAbout(turnedAbout(pelvis, 2, -flexionDeg), 0, bendDeg), 1, rotationDeg);
        double[][] segments = {pelvis, thorax};
        for (int i = 0; i < 2; i++) {
            double[] heading = {Math.cos(headingRad[i] / 2), 0, 0, Math.sin(headingRad[i] / 2)};
            Quaternions.multiply(heading, segments[i], tick.orientation[i]);
            Quaternions.multiply(tick.orientation[i], toSegment[i], tick.orientation[i]);
            tick.valid[i] = true;
        }
        return tick;
    }

    private static double[] turnedAbout(double[] orientation, int axis, double angleDeg) {
        double[] turn = {Math.cos(Math.toRadians(angleDeg) / 2), 0, 0, 0};
        turn[1 + axis] = Math.sin(Math.toRadians(angleDeg) / 2);
        double[] out = new double[4];
        Quaternions.multiply(orientation, turn, out);
        return out;
    }
}
