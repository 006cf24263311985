package org.plumbline.core.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;

/** The samples a decoder handed on, and what they should have been. */
final class Decoded implements ImuSampleSink {
    /** The tolerance of the packets' stated numbers. */
    private static final double RELATIVE = 1e-5;

    final List<ImuSample> samples = new ArrayList<>();

    @Override
    public void accept(ImuSample sample) {
        samples.add(sample.copy());
    }

    ImuSample get(int index) {
        return samples.get(index);
    }

    int size() {
        return samples.size();
    }

    void assertForceMs2(int index, double x, double y, double z) {
        ImuSample sample = samples.get(index);
        near(x, sample.accX, "acc x of sample " + index);
        near(y, sample.accY, "acc y of sample " + index);
        near(z, sample.accZ, "acc z of sample " + index);
    }

    void assertForceG(int index, double x, double y, double z) {
        assertForceMs2(index, x * 9.80665, y * 9.80665, z * 9.80665);
    }

    void assertRateRadPerS(int index, double x, double y, double z) {
        ImuSample sample = samples.get(index);
        near(x, sample.gyrX, "gyr x of sample " + index);
        near(y, sample.gyrY, "gyr y of sample " + index);
        near(z, sample.gyrZ, "gyr z of sample " + index);
    }

    void assertRateDegPerS(int index, double x, double y, double z) {
        assertRateRadPerS(index, Math.toRadians(x), Math.toRadians(y), Math.toRadians(z));
    }

    /** A stated number has six digits after the point, or fewer: that is its tolerance where it is small. */
    private static void near(double expected, double actual, String what) {
        assertEquals(expected, actual, Math.max(RELATIVE * Math.abs(expected), 5e-6), what);
    }
}
