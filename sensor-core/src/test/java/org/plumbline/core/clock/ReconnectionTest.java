package org.plumbline.core.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;

/** A sensor at 104 Hz that is away for three seconds after a minute. */
class ReconnectionTest {
    private static final double PERIOD_S = 1 / 104.0;
    private static final int FRAME = 8;
    private static final double SKEW = 200e-6;
    private static final double LEAST_DELAY_S = 0.005;
    private static final double BACK_S = 63;

    private final Random random = new Random(8);
    private final List<ImuSample> out = new ArrayList<>();
    private final ClockMapper mapper = new ClockMapper(1, sample -> out.add(sample.copy()));

    @Test
    void aClockThatWentOnIsRightAtOnce() {
        run(0, 60, 500);
        run(BACK_S, 40, 500 + BACK_S * (1 + SKEW));
        assertEquals(1, flagged(SampleFlag.GAP_BEFORE));
        assertEquals(0, flagged(SampleFlag.TIME_RESTART));
        assertWithinMs(3, BACK_S);
    }

    @Test
    void aClockThatBeganAnewIsRightAfterSecondsForItsSkewIsStillKnown() {
        run(0, 60, 500);
        run(BACK_S, 10, 0);
        assertTrue(mapper.skewPartsPerMillion(0) < -100, mapper.skewPartsPerMillion(0) + " ppm");
        run(BACK_S + 130 * FRAME * PERIOD_S, 30, 130 * FRAME * PERIOD_S * (1 + SKEW));
        assertEquals(1, flagged(SampleFlag.TIME_RESTART));
        assertWithinMs(40, BACK_S);
        assertWithinMs(3, BACK_S + 5);
    }

    @Test
    void whatWasWaitingInTheSensorAndComesAllAtOnceDoesNotMoveTheClock() {
        run(0, 60, 500);
        for (int frame = 0; frame < 30; frame++) {
            give(frame * FRAME * PERIOD_S + 60, 500 + (60 + frame * FRAME * PERIOD_S) * (1 + SKEW), BACK_S);
        }
        run(BACK_S, 40, 500 + BACK_S * (1 + SKEW));
        assertEquals(0, flagged(SampleFlag.TIME_RESTART));
        assertWithinMs(3, 60);
    }

    private void run(double hostFromS, double lengthS, double deviceFromS) {
        for (int frame = 0; frame * FRAME * PERIOD_S < lengthS; frame++) {
            double afterS = frame * FRAME * PERIOD_S;
            double readyS = hostFromS + afterS + (FRAME - 1) * PERIOD_S;
            double delayS = LEAST_DELAY_S + 0.03 * random.nextDouble() - 0.002 * Math.log(1 - random.nextDouble());
            give(hostFromS + afterS, deviceFromS + afterS * (1 + SKEW), readyS + delayS);
        }
        mapper.finish();
    }

    private void give(double trueS, double deviceS, double arrivalS) {
        for (int index = 0; index < FRAME; index++) {
            ImuSample sample = new ImuSample();
            sample.timeMicros = Math.round((deviceS + index * PERIOD_S * (1 + SKEW)) * 1e6);
            sample.arrivalMicros = Math.round(arrivalS * 1e6);
            sample.accX = trueS + index * PERIOD_S;
            mapper.accept(sample);
        }
    }

    private long flagged(int flag) {
        return out.stream().filter(sample -> (sample.flags & flag) != 0).count();
    }

    private void assertWithinMs(double ms, double fromS) {
        for (ImuSample sample : out) {
            if (sample.accX > fromS) {
                double errorMs = sample.timeMicros * 1e-3 - (sample.accX + LEAST_DELAY_S) * 1e3;
                assertTrue(Math.abs(errorMs) <= ms, errorMs + " ms at " + sample.accX + " s");
            }
        }
    }
}
