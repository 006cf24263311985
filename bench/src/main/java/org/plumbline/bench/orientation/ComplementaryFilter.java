package org.plumbline.bench.orientation;

import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.orientation.Quaternions;

/** The baseline: integrates angular rate and leans towards the measured specific force with one time constant. */
final class ComplementaryFilter {
    /** Time constant, s: the best of 1, 2, 5, 10 and 20 on the BROAD trials. */
    private static final double TIME_CONSTANT_S = 5;

    private final double[] q = {1, 0, 0, 0};
    private final double[] step = new double[4];
    private final double[] force = new double[3];
    private boolean started;

    void update(ImuSample sample, double stepS) {
        Quaternions.fromRotationVector(sample.gyrX * stepS, sample.gyrY * stepS, sample.gyrZ * stepS, step);
        Quaternions.multiply(q, step, q);
        force[0] = sample.accX;
        force[1] = sample.accY;
        force[2] = sample.accZ;
        Quaternions.rotate(q, force, force);
        double norm = Math.sqrt(force[0] * force[0] + force[1] * force[1] + force[2] * force[2]);
        double share = started ? stepS / TIME_CONSTANT_S : 1;
        double angle = Math.acos(Math.max(-1, Math.min(1, force[2] / norm))) * share;
        double level = Math.hypot(force[0], force[1]);
        if (level > 1e-9) {
            Quaternions.fromRotationVector(force[1] / level * angle, -force[0] / level * angle, 0, step);
            Quaternions.multiply(step, q, q);
        }
        Quaternions.normalize(q);
        started = true;
    }

    void copyOrientationTo(double[] wxyz) {
        System.arraycopy(q, 0, wxyz, 0, 4);
    }
}
