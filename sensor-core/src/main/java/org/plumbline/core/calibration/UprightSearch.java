package org.plumbline.core.calibration;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.orientation.Quaternions;

/**
 * Finds the upright posture in a movement without a standing pause.
 *
 * <p>The trunk tilts to and fro about one axis. Which end is upright is told by the specific force along the vertical:
 * where a lift turns round at the bottom the body is pushed up, at the top it is not.
 */
final class UprightSearch {
    /** The ticks within this share of the whole movement from its upright end make the neutral pose, percent. */
    private static final double UPRIGHT_PERCENT = 12;

    /** A weaker correlation than this tells nothing; then the first posture counts as upright. */
    private static final double WEAKEST_CORRELATION = 0.08;

    /** Ticks at the start that count as the first posture. */
    private static final int FIRST_TICKS = 30;

    private final TickBuffer buffer;
    private final int sensorCount;
    private final int primary;

    UprightSearch(TickBuffer buffer, int sensorCount, int primary) {
        this.buffer = buffer;
        this.sensorCount = sensorCount;
        this.primary = primary;
    }

    /** The mean posture near the upright end. The buffer has complete ticks. */
    NeutralPose find() {
        NeutralPose mean = new NeutralPose(sensorCount);
        for (int i = 0; i < buffer.size(); i++) {
            OrientationTick tick = buffer.get(i);
            if (tick.complete()) {
                mean.add(tick);
            }
        }
        double[] angle = angles(mean);
        int uprightSide = uprightSide(angle);
        double bound = uprightSide < 0
                ? new Percentile(UPRIGHT_PERCENT).evaluate(angle)
                : new Percentile(100 - UPRIGHT_PERCENT).evaluate(angle);
        NeutralPose pose = new NeutralPose(sensorCount);
        for (int i = 0, k = 0; i < buffer.size(); i++) {
            OrientationTick tick = buffer.get(i);
            if (tick.complete()) {
                if (uprightSide * (angle[k] - bound) >= 0) {
                    pose.add(tick);
                }
                k++;
            }
        }
        return pose;
    }

    /** Tilt of the primary sensor about its main axis, from the mean posture, rad, for every complete tick. */
    private double[] angles(NeutralPose mean) {
        double[] up0 = new double[3];
        mean.upOf(primary, up0);
        FunctionalAxis axis = new FunctionalAxis();
        int complete = 0;
        for (int i = 0; i < buffer.size(); i++) {
            OrientationTick tick = buffer.get(i);
            if (tick.complete()) {
                axis.add(tick.orientation[primary], up0);
                complete++;
            } else {
                axis.interrupt();
            }
        }
        double[] direction = new double[3];
        if (axis.hasMovement()) {
            axis.axis(direction);
        } else {
            direction[0] = 1;
        }
        double[] angle = new double[complete];
        double[] up = new double[3];
        for (int i = 0, k = 0; i < buffer.size(); i++) {
            OrientationTick tick = buffer.get(i);
            if (tick.complete()) {
                Quaternions.upInFrame(tick.orientation[primary], up);
                double sine = direction[0] * (up[1] * up0[2] - up[2] * up0[1])
                        + direction[1] * (up[2] * up0[0] - up[0] * up0[2])
                        + direction[2] * (up[0] * up0[1] - up[1] * up0[0]);
                angle[k++] = Math.asin(Math.max(-1, Math.min(1, sine)));
            }
        }
        return angle;
    }

    /** −1 where small angles are upright, +1 where large ones are. */
    private int uprightSide(double[] angle) {
        double meanAngle = 0;
        double meanForce = 0;
        for (int i = 0, k = 0; i < buffer.size(); i++) {
            OrientationTick tick = buffer.get(i);
            if (tick.complete()) {
                meanAngle += angle[k++];
                meanForce += tick.verticalForceMs2[primary];
            }
        }
        meanAngle /= angle.length;
        meanForce /= angle.length;
        double product = 0;
        double angleSquare = 0;
        double forceSquare = 0;
        for (int i = 0, k = 0; i < buffer.size(); i++) {
            OrientationTick tick = buffer.get(i);
            if (tick.complete()) {
                double a = angle[k++] - meanAngle;
                double f = tick.verticalForceMs2[primary] - meanForce;
                product += a * f;
                angleSquare += a * a;
                forceSquare += f * f;
            }
        }
        double correlation = product / Math.sqrt(angleSquare * forceSquare + 1e-12);
        if (Math.abs(correlation) >= WEAKEST_CORRELATION) {
            return correlation > 0 ? -1 : 1;
        }
        double first = 0;
        int count = Math.min(FIRST_TICKS, angle.length);
        for (int k = 0; k < count; k++) {
            first += angle[k] / count;
        }
        return first < meanAngle ? -1 : 1;
    }
}
