package org.plumbline.core.form;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.core.testing.SimulatedSets;
import org.plumbline.core.testing.ToldLines;

/** One version of the algorithm measures, flags and says the same of the same samples. */
class SameFormAsBeforeTest {
    private static List<String> sets() {
        return SimulatedSets.names();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void theFormOfASetIsWhatThisVersionFoundBefore(String set) {
        ToldLines.assertAsBefore("form.txt", set, SimulatedSets.told(set).form());
    }
}
