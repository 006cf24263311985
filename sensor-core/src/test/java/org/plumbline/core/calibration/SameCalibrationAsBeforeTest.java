package org.plumbline.core.calibration;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.core.testing.SimulatedSets;
import org.plumbline.core.testing.ToldLines;

/** One version of the algorithm finds and says the same of how the sensors sit. */
class SameCalibrationAsBeforeTest {
    private static List<String> sets() {
        return SimulatedSets.names();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void howSensorsSitIsWhatThisVersionFoundBefore(String set) {
        ToldLines.assertAsBefore("calibration.txt", set, SimulatedSets.told(set).calibration());
    }
}
