package org.plumbline.core.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.orientation.Quaternions;

/**
 * The mean vertical of every sensor over a stretch of standing still, and how much it wandered; with two sensors also how
 * they were turned against each other.
 */
final class NeutralPose {
    /** A person who stands quietly sways less than this, degrees RMS. */
    private static final double GOOD_SPREAD_DEG = 0.8;

    /** Above this the person moved, degrees RMS. */
    private static final double FAIR_SPREAD_DEG = 2.0;

    private final double[][] sum;
    /** Sum of the upper sensor's orientation in the lower's frame; no length with one sensor. */
    private final double[] relativeSum = new double[4];

    private final double[] relative = new double[4];
    private final double[] up = new double[3];
    private int ticks;
    private long fromMicros;
    private long toMicros;

    NeutralPose(int sensorCount) {
        sum = new double[sensorCount][3];
    }

    void clear() {
        for (double[] vector : sum) {
            Arrays.fill(vector, 0);
        }
        Arrays.fill(relativeSum, 0);
        ticks = 0;
    }

    void add(OrientationTick tick) {
        if (ticks == 0) {
            fromMicros = tick.timeMicros;
        }
        toMicros = tick.timeMicros;
        ticks++;
        for (int i = 0; i < sum.length; i++) {
            Quaternions.upInFrame(tick.orientation[i], up);
            for (int axis = 0; axis < 3; axis++) {
                sum[i][axis] += up[axis];
            }
        }
        if (sum.length == 2) {
            Quaternions.multiplyConjugated(tick.orientation[0], tick.orientation[1], relative);
            double sign = dot(relativeSum, relative) < 0 ? -1 : 1;
            for (int i = 0; i < 4; i++) {
                relativeSum[i] += sign * relative[i];
            }
        }
    }

    void set(NeutralPose other) {
        for (int i = 0; i < sum.length; i++) {
            System.arraycopy(other.sum[i], 0, sum[i], 0, 3);
        }
        System.arraycopy(other.relativeSum, 0, relativeSum, 0, 4);
        ticks = other.ticks;
        fromMicros = other.fromMicros;
        toMicros = other.toMicros;
    }

    boolean isEmpty() {
        return ticks == 0;
    }

    int ticks() {
        return ticks;
    }

    double durationS() {
        return ticks == 0 ? 0 : (toMicros - fromMicros) * 1e-6;
    }

    long fromMicros() {
        return fromMicros;
    }

    long toMicros() {
        return toMicros;
    }

    /** Writes the mean vertical in the sensor's axes, a unit vector. */
    void upOf(int sensor, double[] out) {
        double length = length(sum[sensor]);
        for (int axis = 0; axis < 3; axis++) {
            out[axis] = sum[sensor][axis] / length;
        }
    }

    /** Writes the mean orientation of the upper sensor in the lower one's frame, upper to lower, {@code [w, x, y, z]}. */
    void relativeTo(double[] out) {
        System.arraycopy(relativeSum, 0, out, 0, 4);
        Quaternions.normalize(out);
    }

    /** Root mean square angle of the sensor's vertical from its mean, degrees: from the shortening of the sum. */
    double spreadDeg(int sensor) {
        double shortening = 1 - length(sum[sensor]) / ticks;
        return Math.toDegrees(Math.sqrt(Math.max(0, 2 * shortening)));
    }

    /** How good it is, and which sensor moved where it is not. */
    CalibrationPart part(List<SensorPlacement> placements) {
        int worst = 0;
        for (int i = 1; i < sum.length; i++) {
            worst = spreadDeg(i) > spreadDeg(worst) ? i : worst;
        }
        double spread = spreadDeg(worst);
        if (spread <= GOOD_SPREAD_DEG) {
            return CalibrationPart.GOOD;
        }
        CalibrationGrade grade = spread <= FAIR_SPREAD_DEG ? CalibrationGrade.FAIR : CalibrationGrade.POOR;
        return new CalibrationPart(
                grade,
                String.format(
                        Locale.ROOT,
                        "The standing pause was not quiet (the sensor %s moved by %.1f°): angles from neutral may be off"
                                + " by a few degrees. Stand still for three seconds, arms hanging.",
                        placements.get(worst).fileName(),
                        spread));
    }

    private static double length(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3];
    }
}
