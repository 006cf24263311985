package org.plumbline.core.calibration;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.core.testing.SimulatedWearings;
import org.plumbline.core.testing.ToldLines;

/** One version of the algorithm says the same of sensors that sit otherwise than before, slip, go, or are swapped. */
class SameWearingAsBeforeTest {
    private static List<String> wearings() {
        return SimulatedWearings.names();
    }

    @ParameterizedTest
    @MethodSource("wearings")
    void howSensorsAreWornIsWhatThisVersionFoundBefore(String wearing) {
        ToldLines told = SimulatedWearings.told(wearing);
        ToldLines.assertAsBefore("wearing.txt", wearing, told.calibration());
        ToldLines.assertAsBefore("wearing-poses.txt", wearing, told.poses());
    }
}
