package org.plumbline.core.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.orientation.Quaternions;

/** One tick after the other of sensors that sit on somebody who faces earth's x and leans forward. */
final class Ticks {
    /** A sensor whose z axis points up while its wearer stands, and whose x axis points forward. */
    static final double[] STRAIGHT = {1, 0, 0, 0};

    /** One that sits in no particular way, so that no two of its axes can be mistaken. */
    static final double[] ASKEW = turn(0.9, -1.4, 0.5);

    private final double[][] toBody;
    private final double[] headingDeg;
    private long ticks;

    /** @param toBody how each sensor sits: the rotation from its axes to forward, left and up of its wearer */
    Ticks(double[]... toBody) {
        this.toBody = toBody;
        headingDeg = new double[toBody.length];
    }

    static Ticks ofOne() {
        return new Ticks(STRAIGHT);
    }

    static Ticks ofTwo() {
        return new Ticks(STRAIGHT, STRAIGHT);
    }

    /** The rotation by a rotation vector, rad. */
    static double[] turn(double x, double y, double z) {
        double[] turn = new double[4];
        Quaternions.fromRotationVector(x, y, z, turn);
        return turn;
    }

    /** The sensor's own idea of where its wearer faces is off by so much, to the left. */
    Ticks heading(int sensor, double degrees) {
        headingDeg[sensor] = degrees;
        return this;
    }

    /** The next tick, of somebody who moves. */
    OrientationTick next(double... forwardDeg) {
        double[][] bodies = new double[toBody.length][];
        for (int i = 0; i < toBody.length; i++) {
            bodies[i] = turn(0, Math.toRadians(forwardDeg[i]), 0);
        }
        return nextOf(bodies);
    }

    /** The next tick, of somebody who stands still. */
    OrientationTick nextStill(double... forwardDeg) {
        OrientationTick tick = next(forwardDeg);
        tick.still = true;
        return tick;
    }

    /** The next tick, of body segments with these orientations to earth. */
    OrientationTick nextOf(double[]... bodies) {
        OrientationTick tick = new OrientationTick(toBody.length);
        tick.timeMicros = now();
        ticks++;
        for (int i = 0; i < toBody.length; i++) {
            Quaternions.multiply(turn(0, 0, Math.toRadians(headingDeg[i])), bodies[i], tick.orientation[i]);
            Quaternions.multiply(tick.orientation[i], toBody[i], tick.orientation[i]);
            tick.valid[i] = true;
            tick.verticalForceMs2[i] = 9.81;
        }
        return tick;
    }

    /** The same tick without that sensor. */
    static OrientationTick without(int sensor, OrientationTick tick) {
        tick.valid[sensor] = false;
        return tick;
    }

    /** Time of the next tick, µs. */
    long now() {
        return ticks * OrientationGrid.PERIOD_MICROS;
    }

    /** Nothing comes for so long. */
    void skip(double seconds) {
        ticks += Math.round(seconds * OrientationGrid.RATE_HZ);
    }

    /** Somebody stands still for so long. */
    List<OrientationTick> stand(double seconds, double... forwardDeg) {
        List<OrientationTick> stand = new ArrayList<>();
        for (int i = 0; i < Math.round(seconds * OrientationGrid.RATE_HZ); i++) {
            stand.add(nextStill(forwardDeg));
        }
        return stand;
    }

    /** Somebody leans forward from upright, in so long, and comes back, in as long. */
    List<OrientationTick> bow(double halfSeconds, double... forwardDeg) {
        List<OrientationTick> bow = new ArrayList<>();
        long half = Math.round(halfSeconds * OrientationGrid.RATE_HZ);
        for (long i = 1; i <= 2 * half; i++) {
            double[] leans = forwardDeg.clone();
            for (int sensor = 0; sensor < leans.length; sensor++) {
                leans[sensor] *= Math.min(i, 2 * half - i) / (double) half;
            }
            bow.add(next(leans));
        }
        return bow;
    }

    /** Somebody leans to the right from upright, all of the trunk alike, in so long, and comes back, in as long. */
    List<OrientationTick> leanAside(double halfSeconds, double rightDeg) {
        List<OrientationTick> aside = new ArrayList<>();
        long half = Math.round(halfSeconds * OrientationGrid.RATE_HZ);
        double[][] bodies = new double[toBody.length][];
        for (long i = 1; i <= 2 * half; i++) {
            Arrays.fill(bodies, turn(Math.toRadians(rightDeg) * Math.min(i, 2 * half - i) / half, 0, 0));
            aside.add(nextOf(bodies));
        }
        return aside;
    }

    /** How the sensors sit, as a calibration knows it. */
    List<SensorToSegment> sensors() {
        List<SensorToSegment> sensors = new ArrayList<>();
        for (double[] seat : toBody) {
            sensors.add(new SensorToSegment(inSensor(seat, 0, 0, 1), inSensor(seat, 0, 1, 0), 1));
        }
        return sensors;
    }

    /** How the sensors sit, as it is kept for later sets, made a minute before. */
    StoredCalibration stored(CalibrationGrade axis, CalibrationGrade maximum, double maxFlexionDeg) {
        List<double[]> rotations = new ArrayList<>();
        for (SensorToSegment sensor : sensors()) {
            double[] rotation = new double[4];
            sensor.copyTo(rotation);
            rotations.add(rotation);
        }
        return new StoredCalibration(rotations, CalibrationGrade.GOOD, axis, maximum, maxFlexionDeg, 60);
    }

    /** A calibration of these sensors in which neutral is that good, made at the beginning. */
    Calibration calibration(CalibrationGrade neutral) {
        return new Calibration(sensors(), neutral, CalibrationGrade.GOOD, 0, 55, 0, List.of("said before"));
    }

    /** A direction of the wearer (forward, left, up) in the axes of a sensor that sits so. */
    static double[] inSensor(double[] toBody, double forward, double left, double up) {
        double[] direction = {forward, left, up};
        double[] toSensor = new double[4];
        Quaternions.conjugate(toBody, toSensor);
        Quaternions.rotate(toSensor, direction, direction);
        return direction;
    }

    /** The mean pose of ticks. */
    static NeutralPose pose(List<OrientationTick> ticks) {
        NeutralPose pose = new NeutralPose(ticks.get(0).sensorCount());
        ticks.forEach(pose::add);
        return pose;
    }
}
