package org.plumbline.core.repetition;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.core.testing.SimulatedSets;
import org.plumbline.core.testing.ToldLines;

/** One version of the algorithm finds the same movements in the same samples, to the tick. */
class SameMovementAsBeforeTest {
    private static List<String> sets() {
        return SimulatedSets.names();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void theMovementsOfASetAreFoundWhereThisVersionFoundThemBefore(String set) {
        ToldLines.assertAsBefore("movement.txt", set, SimulatedSets.told(set).movement());
    }

    private static List<String> sessions() {
        return SimulatedSets.sessions();
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void theMovementsOfASessionAreFoundWhereThisVersionFoundThemBefore(String exercise) {
        ToldLines.assertAsBefore(
                "movement.txt",
                "session of " + exercise,
                SimulatedSets.toldOfSession(exercise).movement().stream()
                        .filter(line -> !line.matches("(next is|[A-Z]+ of) .*"))
                        .collect(Collectors.toList()));
    }
}
