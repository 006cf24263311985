package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.plumbline.core.imu.SensorPlacement.BAR;
import static org.plumbline.core.imu.SensorPlacement.LUMBAR;
import static org.plumbline.core.imu.SensorPlacement.PELVIS;
import static org.plumbline.core.imu.SensorPlacement.THORAX;
import static org.plumbline.core.imu.SensorPlacement.UPPER_THORAX;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;

class LiveStateTest {
    @Test
    void theLumbarSpineIsSeenWithOneSensorBelowItAndOneAbove() {
        assertSees(true, PELVIS, THORAX);
        assertSees(true, UPPER_THORAX, BAR, LUMBAR);
    }

    @Test
    void twoSensorsOnTheSameSideOfItSeeNoMoreThanOne() {
        assertSees(false, PELVIS, LUMBAR);
        assertSees(false, THORAX, UPPER_THORAX);
        assertSees(false, PELVIS, BAR);
        assertSees(false);
    }

    private static void assertSees(boolean expected, SensorPlacement... placements) {
        assertEquals(
                expected,
                LiveState.seesLumbarSpine(Stream.of(placements)
                        .map(placement -> new SensorDescription(placement, 100, ""))
                        .toList()));
    }
}
