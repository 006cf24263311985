package org.plumbline.core.plausibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;
import org.plumbline.core.testing.Samples;

class SaturationCheckTest {
    private static final long BEGIN_MICROS = 5_000_000;
    private static final long LOOK_MICROS = 10_000_000;

    private final SaturationCheck check = new SaturationCheck();

    /** What a look of so many samples ends with; before its end nothing may be said. */
    private boolean look(int samples, ObjIntConsumer<ImuSample> change) {
        long stepMicros = -Math.floorDiv(-LOOK_MICROS, samples - 1L);
        for (int i = 0; i < samples; i++) {
            ImuSample sample = new ImuSample();
            sample.timeMicros = BEGIN_MICROS + i * stepMicros;
            sample.accZ = 9.81 + 1e-3 * i;
            change.accept(sample, i);
            if (i == samples - 1) {
                return check.accept(sample);
            }
            assertFalse(check.accept(sample), "amid the look");
        }
        throw new AssertionError("no samples");
    }

    @ParameterizedTest
    @CsvSource({
        "100, 0, false",
        "100, 1, false",
        "100, 2, false",
        "100, 3, true",
        "99, 50, false",
        "1000, 20, false",
        "1000, 21, true"
    })
    void moreThanOneSampleOfFiftyIsTooOftenWhereThereAreEnoughOfThem(int samples, int clipped, boolean often) {
        assertEquals(
                often, look(samples, (sample, i) -> sample.flags |= i < clipped ? SampleFlag.ANGULAR_RATE_CLIPPED : 0));
    }

    @Test
    void anAccelerationThatTheDeviceSaysIsClippedCountsToo() {
        assertEquals(true, look(200, (sample, i) -> sample.flags |= i % 10 == 0 ? SampleFlag.ACCELERATION_CLIPPED : 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void threeEqualExtremesOnEndAreTheEndOfARangeOnAnyAxis(int axis) {
        assertEquals(true, look(200, (sample, i) -> Samples.set(sample, axis, i >= 10 && i < 15 ? -20 : 0)));
    }

    @ParameterizedTest
    @CsvSource({"4, false", "5, true"})
    void whereTheThirdOfARowIsSeenTheTwoBeforeItCountToo(int row, boolean often) {
        // of 200 samples four are not too often
        assertEquals(often, look(200, (sample, i) -> Samples.set(sample, 1, i >= 10 && i < 10 + row ? 18 : 0)));
    }

    @Test
    void twoEqualExtremesOnEndAreChance() {
        assertEquals(false, look(200, (sample, i) -> Samples.set(sample, 4, i % 3 == 0 ? 0 : 30)));
    }

    @Test
    void equalValuesBelowAnyRangeAreNoEnd() {
        assertEquals(false, look(200, (sample, i) -> Samples.set(sample, 0, 17.9)));
    }

    @Test
    void equalValuesBelowTheLargestYetAreNoEnd() {
        assertEquals(false, look(200, (sample, i) -> Samples.set(sample, 2, i == 0 ? 40 : 30)));
    }

    @Test
    void anExtremeOfTheOtherSignBeginsAnew() {
        assertEquals(false, look(200, (sample, i) -> Samples.set(sample, 5, i % 4 < 2 ? 30 : -30)));
    }

    @Test
    void eachLookIsByItself() {
        assertEquals(true, look(100, (sample, i) -> sample.flags |= SampleFlag.ACCELERATION_CLIPPED));
        ImuSample sample = new ImuSample();
        long end = BEGIN_MICROS + LOOK_MICROS;
        // to the end of the second look
        for (int i = 1; i <= 1001; i++) {
            sample.timeMicros = end + i * 10_000L;
            assertFalse(check.accept(sample));
        }
    }
}
