package org.plumbline.core.orientation;

import org.plumbline.core.imu.ImuSample;

/** The textbook filter, for comparison: turn by the gyroscope, lean towards the accelerometer with a time constant. */
final class ComplementaryFilter {
    private final double timeConstantS;
    private final double[] q = {1, 0, 0, 0};
    private final double[] step = new double[4];
    private final double[] vector = new double[3];
    private boolean started;
    private long lastMicros;

    ComplementaryFilter(double timeConstantS) {
        this.timeConstantS = timeConstantS;
    }

    void update(ImuSample sample) {
        double stepS = started ? (sample.timeMicros - lastMicros) * 1e-6 : 0;
        lastMicros = sample.timeMicros;
        Quaternions.fromRotationVector(sample.gyrX * stepS, sample.gyrY * stepS, sample.gyrZ * stepS, step);
        Quaternions.multiply(q, step, q);
        vector[0] = sample.accX;
        vector[1] = sample.accY;
        vector[2] = sample.accZ;
        Quaternions.rotate(q, vector, vector);
        double norm = Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
        // the rotation that would level the specific force, and a share of it
        double share = started ? stepS / (timeConstantS + stepS) : 1;
        double angle = Math.acos(Math.max(-1, Math.min(1, vector[2] / norm)));
        double across = Math.hypot(vector[0], vector[1]);
        if (across > 1e-9) {
            double turn = share * angle / across;
            Quaternions.fromRotationVector(turn * vector[1], -turn * vector[0], 0, step);
            Quaternions.multiply(step, q, q);
        }
        Quaternions.normalize(q);
        started = true;
    }

    void copyOrientationTo(double[] wxyz) {
        System.arraycopy(q, 0, wxyz, 0, 4);
    }
}
