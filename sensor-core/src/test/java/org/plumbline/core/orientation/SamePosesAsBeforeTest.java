package org.plumbline.core.orientation;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.core.testing.SimulatedSets;
import org.plumbline.core.testing.ToldLines;

/** One version of the algorithm sees the trunk the same way in the same samples. */
class SamePosesAsBeforeTest {
    private static List<String> sets() {
        return SimulatedSets.wholeNames();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void thePosesOfASetAreWhatThisVersionSawBefore(String set) {
        ToldLines.assertAsBefore("poses.txt", set, SimulatedSets.told(set).poses());
    }
}
