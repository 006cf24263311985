package org.plumbline.core.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ClockModelTest {
    private static final double PERIOD_S = 8 / 104.0;

    @Test
    void findsTheSkewUnderOneSidedDelays() {
        for (double skewPpm : new double[] {-250, -40, 0, 40, 250}) {
            ClockModel model = new ClockModel();
            Random random = new Random(4);
            for (int frame = 0; frame < 1500; frame++) {
                double hostS = frame * PERIOD_S;
                model.add(micros(7 + hostS / (1 + skewPpm * 1e-6)), micros(hostS + delayS(random)));
            }
            // a minute at these delays does not tell 20 ppm: what it cannot tell is taken to be small
            assertEquals(skewPpm, model.skewPartsPerMillion(), 25);
        }
    }

    @Test
    void holdsAnImpossibleSkewAtItsLimitAndStaysUnderAllArrivals() {
        ClockModel model = new ClockModel();
        for (int frame = 0; frame < 1000; frame++) {
            model.add(micros(frame * PERIOD_S), micros(frame * PERIOD_S * 1.01));
        }
        assertEquals(300, model.skewPartsPerMillion(), 1e-9);
    }

    @Test
    void neverRunsBackwardsAndFollowsByAtMostAMillisecondASecond() {
        ClockModel model = new ClockModel();
        Random random = new Random(5);
        long lastHost = Long.MIN_VALUE;
        long lastDevice = 0;
        for (int frame = 0; frame < 3000; frame++) {
            double hostS = frame * PERIOD_S;
            // after two minutes the way becomes 40 ms shorter for good: the model must not step
            double shorterS = hostS > 120 ? 0 : 0.04;
            long device = micros(3 + hostS);
            model.add(device, micros(hostS + shorterS + delayS(random)));
            long host = model.toHostMicros(device);
            assertTrue(host > lastHost);
            if (hostS > 30) {
                double driftMicros = Math.abs((host - lastHost) - (device - lastDevice));
                assertTrue(driftMicros <= 1e-3 * (device - lastDevice) + 1);
            }
            lastHost = host;
            lastDevice = device;
        }
        assertEquals(0, lastHost * 1e-6 - (2999 * PERIOD_S), 0.008);
    }

    @Test
    void aStallAtTheStartIsForgottenWithinSeconds() {
        ClockModel model = new ClockModel();
        for (int frame = 0; frame < 100; frame++) {
            double hostS = frame * PERIOD_S;
            model.add(micros(hostS), micros(Math.max(hostS + 0.006, 0.4)));
            long host = model.toHostMicros(micros(hostS));
            if (hostS > 3) {
                assertEquals(hostS + 0.006, host * 1e-6, 0.001);
            }
        }
    }

    @Test
    void aStallLaterDoesNotMoveIt() {
        ClockModel model = new ClockModel();
        Random random = new Random(6);
        for (int frame = 0; frame < 1500; frame++) {
            double hostS = frame * PERIOD_S;
            double stallS = hostS > 60 && hostS < 61 ? 61.2 - hostS : 0;
            model.add(micros(hostS), micros(hostS + stallS + delayS(random)));
            double error = model.toHostMicros(micros(hostS)) * 1e-6 - hostS;
            if (hostS > 10) {
                assertTrue(error > 0.002 && error < 0.009, error + " s at " + hostS);
            }
        }
    }

    @Test
    void aDeviceThatDelaysMoreAfterAMinuteIsFollowedOnceTheOldPointsAreGone() {
        ClockModel model = new ClockModel();
        for (int frame = 0; frame < 3000; frame++) {
            double hostS = frame * PERIOD_S;
            model.add(micros(hostS), micros(hostS + (hostS > 60 ? 0.02 : 0.005)));
            model.toHostMicros(micros(hostS));
        }
        double lastS = 2999 * PERIOD_S;
        assertEquals(lastS + 0.02, model.toHostMicros(micros(lastS)) * 1e-6, 0.001);
    }

    private static double delayS(Random random) {
        return 0.005 + 0.03 * random.nextDouble() - 0.002 * Math.log(1 - random.nextDouble());
    }

    private static long micros(double seconds) {
        return Math.round(seconds * 1e6);
    }
}
