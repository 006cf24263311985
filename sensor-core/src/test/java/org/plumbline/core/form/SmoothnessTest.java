package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Test vectors: the documented example of the authors of the measures, a bell of speed at 100 Hz, without and with a wobble. */
class SmoothnessTest {
    private static final double RATE_HZ = 100;
    private static final DoubleUnaryOperator BELL = t -> Math.exp(-5 * t * t);
    private static final DoubleUnaryOperator WOBBLE =
            t -> BELL.applyAsDouble(t) * (1 + 0.3 * Math.sin(10 * Math.PI * t));

    @Test
    void theSpectralArcLengthIsThatOfItsAuthors() {
        assertEquals(-1.41403, Smoothness.spectralArcLength(twoSeconds(BELL), RATE_HZ), 1e-5);
        assertEquals(-1.86905, Smoothness.spectralArcLength(twoSeconds(WOBBLE), RATE_HZ), 1e-5);
    }

    @Test
    void theLogDimensionlessJerkIsThatOfItsAuthors() {
        assertEquals(-5.81636, Smoothness.logDimensionlessJerk(twoSeconds(BELL), RATE_HZ), 1e-5);
        assertEquals(-11.70344, Smoothness.logDimensionlessJerk(twoSeconds(WOBBLE), RATE_HZ), 1e-5);
    }

    @Test
    void neitherKnowsTheSizeOfAMovement() {
        double[] twice = Arrays.stream(twoSeconds(WOBBLE)).map(v -> 2 * v).toArray();
        assertEquals(-1.86905, Smoothness.spectralArcLength(twice, RATE_HZ), 1e-5);
        assertEquals(-11.70344, Smoothness.logDimensionlessJerk(twice, RATE_HZ), 1e-5);
    }

    @Test
    void restBeforeAndAfterIsNoPartOfTheSpectrum() {
        double[] padded = new double[330];
        System.arraycopy(twoSeconds(WOBBLE), 0, padded, 70, 200);
        assertEquals(-1.86905, Smoothness.spectralArcLength(padded, RATE_HZ), 0.01);
    }

    private static double[] twoSeconds(DoubleUnaryOperator speed) {
        double[] values = new double[200];
        for (int i = 0; i < values.length; i++) {
            values[i] = speed.applyAsDouble(-1 + i / RATE_HZ);
        }
        return values;
    }
}
