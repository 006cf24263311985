package org.plumbline.core.simulation;

import org.plumbline.core.spine.SpinePose;

/**
 * The lifter as a chain of rigid segments: shank, thigh, pelvis, thorax. The feet stay where they are but in a walk, which
 * carries the whole person along.
 *
 * <p>Earth frame: z up, x where the lifter faces at first, y to the left. Segment frames are parallel to it in neutral
 * standing. Thorax against pelvis is flexion about y, then lateral bend about x, then axial rotation about z: the order
 * of the ISB recommendation for the spine (Wu 2002) with the signs of {@link SpinePose}.
 */
final class BodyKinematics {
    /** The segments that carry a sensor. */
    enum Segment {
        PELVIS,
        THORAX
    }

    private static final double ANKLE_HEIGHT_M = 0.08;
    private static final double SHANK_M = 0.43;
    private static final double THIGH_M = 0.42;
    private static final double HIP_HEIGHT_M = ANKLE_HEIGHT_M + SHANK_M + THIGH_M;

    /** From the hip centre to the sensor on S2, in the pelvis. */
    private static final double[] HIP_TO_PELVIS_SENSOR_M = {-0.13, 0, 0.04};

    /** From the hip centre to the lumbosacral joint, in the pelvis. */
    private static final double[] HIP_TO_LUMBOSACRAL_M = {-0.01, 0, 0.11};

    /** From the lumbosacral joint to the sensor on T12, in the thorax. */
    private static final double[] LUMBOSACRAL_TO_THORAX_SENSOR_M = {-0.10, 0, 0.28};

    /** Scale of the floor impact: peaks of about 8 m/s² at the pelvis, a little less above the lumbar spine. */
    private static final double[] IMPACT_SCALE_M = {1.4e-3, 1.1e-3};

    private final MotionPlan plan;
    private final StandingSway sway;
    private final FloorImpact impact;
    private final Gait gait;

    private final double[] pelvis = new double[4];
    private final double[] thorax = new double[4];
    private final double[] turn = new double[4];
    private final double[] vector = new double[3];
    private double hipX;
    private double hipY;
    private double hipZ;
    private double flexionDeg;
    private double bendDeg;
    private double rotationDeg;

    BodyKinematics(MotionPlan plan, long seed) {
        this.plan = plan;
        sway = new StandingSway(seed);
        gait = new Gait(plan.bouts, seed);
        impact = new FloorImpact(plan.touchdowns);
    }

    /** Where the sensor of a segment is and how the segment is turned (segment to earth). */
    void sensorAt(Segment segment, double timeS, double[] positionM, double[] orientation) {
        posture(timeS);
        hip(timeS);
        positionM[0] = hipX;
        positionM[1] = hipY;
        positionM[2] = hipZ;
        if (segment == Segment.PELVIS) {
            addLever(pelvis, HIP_TO_PELVIS_SENSOR_M, positionM);
            System.arraycopy(pelvis, 0, orientation, 0, 4);
        } else {
            addLever(pelvis, HIP_TO_LUMBOSACRAL_M, positionM);
            addLever(thorax, LUMBOSACRAL_TO_THORAX_SENSOR_M, positionM);
            System.arraycopy(thorax, 0, orientation, 0, 4);
        }
        impact.shake(timeS, IMPACT_SCALE_M[segment.ordinal()], positionM);
    }

    /** The pose of the bones, relative to neutral standing. */
    void poseAt(double timeS, SpinePose into) {
        posture(timeS);
        into.timeMicros = Math.round(timeS * 1e6);
        into.pelvisTiltDeg = sagittalInclinationDeg(pelvis);
        into.trunkInclinationDeg = sagittalInclinationDeg(thorax);
        into.lumbarFlexionDeg = flexionDeg;
        into.lateralBendDeg = bendDeg;
        into.axialRotationDeg = rotationDeg;
    }

    private void posture(double timeS) {
        gait.moveTo(timeS);
        flexionDeg = courseDeg(BodyAngle.LUMBAR_FLEXION, timeS)
                + sway.atDeg(StandingSway.Part.FLEXION, timeS)
                - sway.breathDeg(timeS)
                + gait.flexionDeg;
        bendDeg = courseDeg(BodyAngle.LATERAL_BEND, timeS) + sway.atDeg(StandingSway.Part.BEND, timeS) + gait.bendDeg;
        rotationDeg = courseDeg(BodyAngle.AXIAL_ROTATION, timeS)
                + sway.atDeg(StandingSway.Part.ROTATION, timeS)
                + gait.rotationDeg;
        Rotations.aboutAxis(2, Math.toRadians(courseDeg(BodyAngle.FACING, timeS) + gait.pelvisTurnDeg), pelvis);
        turnBy(
                pelvis,
                1,
                courseDeg(BodyAngle.PELVIS_TILT, timeS)
                        + sway.atDeg(StandingSway.Part.LEAN_FORWARD, timeS)
                        + gait.pelvisTiltDeg);
        turnBy(
                pelvis,
                0,
                courseDeg(BodyAngle.PELVIS_LIST, timeS)
                        + sway.atDeg(StandingSway.Part.LEAN_RIGHT, timeS)
                        + gait.pelvisListDeg);
        System.arraycopy(pelvis, 0, thorax, 0, 4);
        turnBy(thorax, 1, flexionDeg);
        turnBy(thorax, 0, bendDeg);
        turnBy(thorax, 2, rotationDeg);
    }

    private void hip(double timeS) {
        double shankRad = Math.toRadians(courseDeg(BodyAngle.SHANK_LEAN, timeS));
        double thighRad = Math.toRadians(courseDeg(BodyAngle.THIGH_LEAN, timeS));
        double leanForwardRad = Math.toRadians(sway.atDeg(StandingSway.Part.LEAN_FORWARD, timeS));
        double leanRightRad = Math.toRadians(sway.atDeg(StandingSway.Part.LEAN_RIGHT, timeS));
        double forwardM = SHANK_M * Math.sin(shankRad)
                - THIGH_M * Math.sin(thighRad)
                + HIP_HEIGHT_M * leanForwardRad
                + gait.forwardM;
        double leftM = -HIP_HEIGHT_M * leanRightRad + gait.leftM;
        double facingRad = Math.toRadians(courseDeg(BodyAngle.FACING, timeS));
        hipX = plan.travelX.atM(timeS) + Math.cos(facingRad) * forwardM - Math.sin(facingRad) * leftM;
        hipY = plan.travelY.atM(timeS) + Math.sin(facingRad) * forwardM + Math.cos(facingRad) * leftM;
        hipZ = ANKLE_HEIGHT_M + SHANK_M * Math.cos(shankRad) + THIGH_M * Math.cos(thighRad) + gait.upM;
    }

    private double courseDeg(BodyAngle angle, double timeS) {
        return plan.course(angle).atDeg(timeS);
    }

    private void turnBy(double[] orientation, int axis, double angleDeg) {
        Rotations.aboutAxis(axis, Math.toRadians(angleDeg), turn);
        Rotations.multiply(orientation, turn, orientation);
    }

    private void addLever(double[] orientation, double[] lever, double[] position) {
        Rotations.rotate(orientation, lever[0], lever[1], lever[2], vector);
        position[0] += vector[0];
        position[1] += vector[1];
        position[2] += vector[2];
    }

    /** Angle between the segment's long axis and the vertical, in the segment's own sagittal plane. */
    private double sagittalInclinationDeg(double[] orientation) {
        Rotations.rotateBack(orientation, 0, 0, 1, vector);
        return Math.toDegrees(Math.atan2(-vector[0], vector[2]));
    }
}
