package org.plumbline.core.orientation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.simulation.SensorConditions;
import org.plumbline.core.simulation.SessionScript;
import org.plumbline.core.simulation.SimulatedSession;
import org.plumbline.core.simulation.SimulatedWearable;

/** What happens between sets must not wreck the orientation. */
class OrientationSessionTest {
    private static final double RATE_HZ = 50;
    private static final double SETTLING_S = 5;

    /** One percent is the goal; walking, and frames lost in it, cost the filter more than it knows. */
    private static final double MOST_BEYOND_FOUR_SIGMA_PERCENT = 4;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void anHourOfMixedUseNeverDivergesAndStaysWithinTheStatedError(long seed) {
        SensorConditions sensors = SensorConditions.realistic().withRateHz(RATE_HZ);
        SimulatedWearable wearable = new SimulatedSession(new SessionScript("deadlift", 60, seed, sensors)).wearable();
        OrientationFilter[] filters = {new OrientationFilter(RATE_HZ), new OrientationFilter(RATE_HZ)};
        double[] squaredDeg2 = new double[2];
        long[] samples = new long[2];
        long[] beyond = new long[2];
        double largestDeg = 0;
        ImuSample sample = new ImuSample();
        double[] truth = new double[4];
        double[] estimate = new double[4];
        while (wearable.next(sample)) {
            int sensor = sample.sensorIndex;
            filters[sensor].update(sample);
            if (wearable.trueTimeS() < SETTLING_S) {
                continue;
            }
            wearable.trueOrientation(truth);
            filters[sensor].copyOrientationTo(estimate);
            double errorDeg = inclinationErrorDeg(estimate, truth);
            squaredDeg2[sensor] += errorDeg * errorDeg;
            largestDeg = Math.max(largestDeg, errorDeg);
            beyond[sensor] += errorDeg > 4 * filters[sensor].inclinationSigmaDeg() ? 1 : 0;
            samples[sensor]++;
        }
        for (int sensor = 0; sensor < 2; sensor++) {
            double rmsDeg = Math.sqrt(squaredDeg2[sensor] / samples[sensor]);
            double beyondPercent = 100.0 * beyond[sensor] / samples[sensor];
            assertTrue(rmsDeg < 1, "inclination RMS " + rmsDeg + "°");
            assertTrue(beyondPercent < MOST_BEYOND_FOUR_SIGMA_PERCENT, beyondPercent + " % beyond four sigma");
        }
        assertTrue(largestDeg < 15, "once off by " + largestDeg + "°");
    }

    private static double inclinationErrorDeg(double[] estimate, double[] truth) {
        double[] inverse = new double[4];
        double[] error = new double[4];
        Quaternions.conjugate(truth, inverse);
        Quaternions.multiply(estimate, inverse, error);
        return Math.toDegrees(2 * Math.asin(Math.min(1, Math.hypot(error[1], error[2]))));
    }
}
