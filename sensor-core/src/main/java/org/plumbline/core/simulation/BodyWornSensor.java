package org.plumbline.core.simulation;

/**
 * What a perfect sensor on the lifter would measure, sample after sample.
 *
 * <p>Each sample averages over the interval before it, as a sensor with an anti-alias filter does: the angular rate is
 * the rotation over the interval divided by its length, so that strapdown integration gives the true orientation back;
 * the specific force is the mean over the same interval.
 */
final class BodyWornSensor {
    /** 9.80665 m/s² by definition (CGPM 1901). */
    static final double GRAVITY_MS2 = 9.80665;

    /** Rate of the fine grid within the samples, about: it resolves the floor impact. */
    private static final double FINE_RATE_HZ = 416;

    private final BodyKinematics kinematics;
    private final SensorSeat seat;
    private final BodyKinematics.Segment segment;
    private final double[] mounting;
    private final double startS;
    private final double stepS;
    private final int steps;
    private final SkinWobble wobble;

    private long stepNumber;
    private long sampleNumber;
    private double[] positionBefore = new double[3];
    private double[] position = new double[3];
    private double[] positionAfter = new double[3];
    private double[] segmentNow = new double[4];
    private double[] segmentAfter = new double[4];
    private final double[] orientationBefore = new double[4];
    private final double[] orientation = new double[4];
    private final double[] turn = new double[4];
    private final double[] accelerationSegment = new double[3];
    private final double[] forceNow = new double[3];

    /** Specific force of the last sample in sensor axes, m/s². */
    final double[] specificForceMs2 = new double[3];

    /** Angular rate of the last sample in sensor axes, rad/s. */
    final double[] angularRateRadPerS = new double[3];

    /**
     * @param seat the segment that carries it, and how it slips there
     * @param mounting how the sensor sits on the segment: sensor to segment
     * @param startS host time of the start of the first interval
     * @param periodS host time from sample to sample
     * @param skinTiltDegPerMs2 how far it tips on soft tissue for one m/s²
     */
    BodyWornSensor(
            BodyKinematics kinematics,
            SensorSeat seat,
            double[] mounting,
            double startS,
            double periodS,
            double skinTiltDegPerMs2) {
        this.kinematics = kinematics;
        this.seat = seat;
        segment = seat.segment();
        this.mounting = mounting.clone();
        seat.remount(this.mounting);
        this.startS = startS;
        steps = (int) Math.max(2, Math.round(FINE_RATE_HZ * periodS));
        stepS = periodS / steps;
        wobble = new SkinWobble(skinTiltDegPerMs2);
        kinematics.sensorAt(segment, startS - stepS, positionBefore, segmentNow);
        kinematics.sensorAt(segment, startS, position, segmentNow);
        kinematics.sensorAt(segment, startS + stepS, positionAfter, segmentAfter);
        measureNow();
    }

    /** Moves on by one sample. */
    void next() {
        System.arraycopy(orientation, 0, orientationBefore, 0, 4);
        specificForceMs2[0] = forceNow[0] / (2 * steps);
        specificForceMs2[1] = forceNow[1] / (2 * steps);
        specificForceMs2[2] = forceNow[2] / (2 * steps);
        for (int step = 1; step <= steps; step++) {
            advance();
            double weight = step == steps ? 0.5 / steps : 1.0 / steps;
            specificForceMs2[0] += weight * forceNow[0];
            specificForceMs2[1] += weight * forceNow[1];
            specificForceMs2[2] += weight * forceNow[2];
        }
        Rotations.vectorBetween(orientationBefore, orientation, angularRateRadPerS);
        double periodS = steps * stepS;
        angularRateRadPerS[0] /= periodS;
        angularRateRadPerS[1] /= periodS;
        angularRateRadPerS[2] /= periodS;
        sampleNumber++;
    }

    /** Host time of the last sample: the end of its interval. */
    double timeS() {
        return startS + sampleNumber * steps * stepS;
    }

    /** Orientation at the last sample, wobble included: sensor to earth, w x y z. */
    void orientation(double[] into) {
        System.arraycopy(orientation, 0, into, 0, 4);
    }

    private void advance() {
        wobble.step(accelerationSegment, stepS);
        stepNumber++;
        double[] oldest = positionBefore;
        positionBefore = position;
        position = positionAfter;
        positionAfter = oldest;
        double[] former = segmentNow;
        segmentNow = segmentAfter;
        segmentAfter = former;
        kinematics.sensorAt(segment, startS + (stepNumber + 1) * stepS, positionAfter, segmentAfter);
        measureNow();
    }

    private void measureNow() {
        double perStep = 1 / (stepS * stepS);
        double x = (positionAfter[0] - 2 * position[0] + positionBefore[0]) * perStep;
        double y = (positionAfter[1] - 2 * position[1] + positionBefore[1]) * perStep;
        double z = (positionAfter[2] - 2 * position[2] + positionBefore[2]) * perStep;
        Rotations.rotateBack(segmentNow, x, y, z, accelerationSegment);
        wobble.rotation(turn);
        Rotations.multiply(segmentNow, turn, orientation);
        seat.slipBy(startS + stepNumber * stepS, orientation);
        Rotations.multiply(orientation, mounting, orientation);
        Rotations.rotateBack(orientation, x, y, z + GRAVITY_MS2, forceNow);
    }
}
