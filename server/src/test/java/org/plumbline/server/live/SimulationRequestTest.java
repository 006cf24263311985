package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SimulationRequestTest {
    @Test
    void anExerciseThatCannotBeSimulatedIsAnsweredWithTheNamesThatPeopleRead() {
        String said = assertThrows(
                        IllegalArgumentException.class, () -> new SimulationRequest("push_up", 5, 1, null, null, 0, 0))
                .getMessage();
        assertTrue(said.contains("Romanian deadlift"), said);
        assertFalse(said.contains("_"), said);
    }
}
